"""The page of one guide."""
