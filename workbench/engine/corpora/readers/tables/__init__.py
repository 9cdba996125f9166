"""Tables of any format: which sheet, header and columns hold the pairs."""
