"""What is on the screen of a virtual display, seen from outside the programs that draw there."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path

FEW = 8
"""The edges of letters are smooth: whatever holds text shows at least this many colours."""

COLUMNS = range(20, 260, 12)
"""The columns of pixels that are looked at. A list at the left side of a window crosses them."""


class Screen:
    """The pixels of a display, as they change; made by ``open_screen``."""

    def __init__(self, pixels: memoryview, width: int) -> None:
        self._pixels = pixels
        self._width = width

    def is_painted(self) -> bool:
        """Return whether there is text at the left side."""
        colours: set[int] = set()
        for column in COLUMNS:
            colours.update(self._pixels[column :: self._width])
        return len(colours) >= FEW

    def is_empty(self) -> bool:
        """Return whether there is nothing at the left side."""
        return all(len(set(self._pixels[column :: self._width])) == 1 for column in COLUMNS)


@contextmanager
def open_screen(folder: Path) -> Iterator[Screen]:
    """Look at the screen that ``virtual_display`` shows in ``folder``.

    Xvfb draws into a file in the format of xwd (X11/XWDFile.h): a head of numbers of 32 bits, the
    most significant byte first; 12 bytes for each colour of a map; 4 bytes for each pixel.
    """
    file = folder / "Xvfb_screen0"
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as mapped:
        head = struct.unpack_from(">25I", mapped)
        start, height, line, colours = head[0], head[5], head[12], head[19]
        start += colours * 12
        with memoryview(mapped) as everything:
            pixels = everything[start : start + height * line].cast("I")
            try:
                yield Screen(pixels, line // 4)
            finally:
                pixels.release()
