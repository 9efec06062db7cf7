"""One guide: its shape, strict reading, and what can be wrong with it."""
