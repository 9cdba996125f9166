"""The picture of a translation in the translate pane, and what pointing at it does."""
