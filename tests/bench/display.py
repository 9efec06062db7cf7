"""A display for windows that nobody has to see."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1440x900x24"


@contextmanager
def virtual_display() -> Iterator[str]:
    """Start Xvfb on a free display and give its name, such as ``:99``; end it afterwards.

    Raises ``FileNotFoundError`` where Xvfb is not installed, ``RuntimeError`` where it does not
    start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise FileNotFoundError("Xvfb")
    reader, writer = os.pipe()
    command = (program, "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp")
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader, encoding="ascii") as numbers:
                # Xvfb writes its number when it is ready, or closes the pipe when it fails.
                number = numbers.readline().strip()
            if not number:
                raise RuntimeError("Xvfb did not start")
            yield f":{number}"
        finally:
            server.terminate()
