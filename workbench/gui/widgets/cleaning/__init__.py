"""The cleaning rules as check boxes: for a corpus, and for the settings of a training."""
