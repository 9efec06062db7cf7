"""The picture of a step."""
