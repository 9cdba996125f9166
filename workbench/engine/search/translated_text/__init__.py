"""From target pieces to the text that is given back: joined lines, copied items, the case of the source."""
