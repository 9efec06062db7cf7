"""The list of services at the side."""
