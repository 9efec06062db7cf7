"""A person with nothing but a keyboard, in front of the window of this process.

Keys go to the window that has the focus, as the system would send them; what has the focus inside
it is for Qt to know, and for stories to read.
"""

import time
from collections.abc import Callable

from PySide6.QtTest import QTest

PATIENCE = 30.0
"""Seconds after which something that should happen has failed to."""


def until(condition: Callable[[], object], what: str) -> None:
    """Let the window live until ``condition`` holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"never came: {what}")
        QTest.qWait(5)
