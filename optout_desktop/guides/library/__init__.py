"""Many guides: the list, one by its name, search, renamed services."""
