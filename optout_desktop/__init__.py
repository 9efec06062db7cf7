"""Optout Desktop: illustrated checklists for opting out of AI training."""

__version__ = "0.1.0"
