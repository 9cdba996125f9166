"""Small controls shared by the panes."""
