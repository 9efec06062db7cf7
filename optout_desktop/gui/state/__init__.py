"""What the window knows, and how it is saved; no widget."""
