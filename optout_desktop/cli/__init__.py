"""The same jobs in a terminal."""

from optout_desktop.cli.command import main

__all__ = ["main"]
