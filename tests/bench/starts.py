"""One start of a window, measured from outside: when its list can be seen, and its memory."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from screen import Screen

LOOK = 0.002
"""Seconds between two looks at the screen."""

PATIENCE = 60.0
"""Seconds after which a window does not come any more."""


def environment(display: str, **more: str) -> dict[str, str]:
    """Return the environment for a program that opens its window on ``display``."""
    # Later starts find compiled modules; where they may not be kept, every start would compile.
    dropped = {"PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} | more


def start(
    command: Sequence[str], variables: Mapping[str, str], screen: Screen, stay: float
) -> dict[str, float]:
    """Start a window on an empty screen, leave it there for ``stay`` seconds, and end it.

    Returns as ``start`` the milliseconds until its list could be seen, and as ``memory`` the most
    MiB that it held until the end. Raises ``RuntimeError`` where there is no list to be seen.
    """
    _wait_for_empty(screen)
    began = time.monotonic()
    with subprocess.Popen(command, env=variables) as process:
        try:
            while not screen.is_painted():
                if process.poll() is not None or time.monotonic() - began > PATIENCE:
                    raise RuntimeError(f"No list could be seen: {' '.join(command)}")
                time.sleep(LOOK)
            took = time.monotonic() - began
            time.sleep(stay)
            peak = peak_mebibytes(process.pid)
        finally:
            process.terminate()
    return {"start": took * 1000, "memory": peak}


def peak_mebibytes(process: int) -> float:
    """Read the most memory that a process held (``VmHWM``, see proc_pid_status(5) of Linux)."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    values = dict(line.split(":", 1) for line in lines)
    return int(values["VmHWM"].split()[0]) / 1024


def _wait_for_empty(screen: Screen) -> None:
    until = time.monotonic() + PATIENCE
    while not screen.is_empty():
        if time.monotonic() > until:
            raise RuntimeError("Another window stays on the screen.")
        time.sleep(LOOK)
