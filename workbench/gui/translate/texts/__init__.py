"""The two text fields, their marks and height, and sentences to fill them."""
