"""What is next, what is done, what waits, and why: pure functions over guide and progress."""
