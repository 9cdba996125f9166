"""The guide, its glossary, and the tour of the window."""
