"""Where the time of a start goes: the modules and the functions that take most."""

import pstats
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from screen import Screen
from starts import start

SHOWN = 15


def costs(
    command: Sequence[str], variables: Mapping[str, str], screen: Screen, file: Path
) -> Iterator[str]:
    """Start ``command`` under Python's profiler, end it when painted, and yield what took most.

    The profiler makes everything slower, and small functions more than others. Its figures stay in
    ``file``, for ``python -m pstats``.
    """
    profiled = (sys.executable, "-m", "cProfile", "-o", str(file), *command)
    start(profiled, variables, screen, stay=0)
    figures: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    figures = pstats.Stats(str(file)).stats  # type: ignore[attr-defined]
    imports = {key: value[3] for key, value in figures.items() if key[2] == "<module>"}
    functions = {key: value[2] for key, value in figures.items() if key[2] != "<module>"}
    for title, seconds in (
        ("imported, with what it imports itself", imports),
        ("called, without what it calls itself", functions),
    ):
        yield f"{title}:"
        for name, line, function in sorted(seconds, key=seconds.__getitem__, reverse=True)[:SHOWN]:
            took = seconds[name, line, function] * 1000
            yield f"{took:8.0f} ms  {function} in {name}:{line}"
