"""What this person has done: append-only events, the state derived from them, files."""
