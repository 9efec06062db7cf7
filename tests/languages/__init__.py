"""What developers make for languages, with babel: the data of each, and the list of messages."""
