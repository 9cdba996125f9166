"""Sources as the corpus would have written them."""
