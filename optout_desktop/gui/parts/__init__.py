"""Painted parts of the screen."""
