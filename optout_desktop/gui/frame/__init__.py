"""The window around the pages: bars, menu, messages, and what they do."""
