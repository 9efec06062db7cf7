"""A display for windows that nobody has to see."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCREEN = "1440x900x24"


@contextmanager
def virtual_display(folder: Path | None = None) -> Iterator[str]:
    """Start Xvfb on a free display and give its name, such as ``:99``; end it afterwards.

    ``folder`` gets the file ``Xvfb_screen0``, in which the screen can be seen (see ``screen.py``).
    Raises ``FileNotFoundError`` where Xvfb is not installed, ``RuntimeError`` where it does not
    start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise FileNotFoundError("Xvfb")
    reader, writer = os.pipe()
    command = (program, "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp")
    seen = ("-fbdir", str(folder), "-noreset") if folder else ()
    with subprocess.Popen(
        (*command, *seen), pass_fds=(writer,), stderr=subprocess.DEVNULL
    ) as server:
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
