"""What a search may and must write."""
