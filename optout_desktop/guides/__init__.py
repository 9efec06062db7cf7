"""A guide: its shape, reading, checking, regions, search and index."""
