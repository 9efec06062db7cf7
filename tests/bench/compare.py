"""Compare the start of the program with that of a bare window, in turns (A B C A B C …).

The installed command is started as a person starts it, with the index of its guides that a wheel
has, on a display that nobody sees, and watched from outside. Machines and moments differ more than
programs do, so the figures to look at are the ratios to the bare window: each round gives one, and
their median is printed, with the quarter of the rounds below and above it.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from costs import costs
from display import virtual_display
from installs import install
from screen import Screen, open_screen
from starts import environment, start

from optout_desktop.guides.format.files import guide_files

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COMMAND = Path(sys.executable).with_name("optout-desktop")
MANY = 1000
WARM_UPS = 2
STAY = 2.0
"""Seconds in which a window opens the first guide and comes to rest."""
UNITS = {"start": "ms", "memory": "MiB"}

# Time to the painted window and peak memory of the largest process, as multiples of the bare
# window; measured once, on 23 November 2026, with Xvfb on the same computer.
PEERS = (
    ("Chromium, one page as a program", 2.7, 3.5),
    ("ReText 8.1", 3.6, 1.4),
    ("Vorta 0.11.6", 5.3, 1.9),
    ("novelWriter 26.2.2", 14, 1.8),
    ("MusicBrainz Picard 3.0.2", 18, 2.3),
)


class Program(NamedTuple):
    """What is started, and how many times the figures of the bare window its own may be."""

    title: str
    command: Sequence[str]
    variables: Mapping[str, str]
    limits: Mapping[str, float] = {}


class Line(NamedTuple):
    """One figure of ours beside that of the bare window; each round gave one of both."""

    program: Program
    figure: str
    bare: Sequence[float]
    ours: Sequence[float]

    def is_kept(self) -> bool:
        """Return whether the limit is kept."""
        return median(self._ratios()) <= self._limit()

    def words(self) -> str:
        """Return the line as it is printed."""
        low, middle, high = quantiles(self._ratios(), n=4, method="inclusive")
        verdict = "kept" if self.is_kept() else f"missed by {middle - self._limit():.2f}"
        return (
            f"{self.figure}, {self.program.title}: {median(self.ours):.0f} to "
            f"{median(self.bare):.0f} {UNITS[self.figure]}, ratio {middle:.2f} "
            f"({low:.2f} to {high:.2f}); at most {self._limit()}: {verdict}"
        )

    def _limit(self) -> float:
        return self.program.limits[self.figure]

    def _ratios(self) -> list[float]:
        return [ours / bare for bare, ours in zip(self.bare, self.ours, strict=True)]


def programs(folder: Path, display: str, many: int) -> tuple[Program, ...]:
    """Return the bare window, ours with the guides that there are, and ours with ``many``."""
    bare = (sys.executable, str(HERE / "bare_window.py"))
    return (
        Program("bare window", bare, environment(display)),
        _ours(folder / "few", display, 0, start=1.5, memory=1.4),
        _ours(folder / "many", display, many, start=1.7, memory=1.4),
    )


def _ours(folder: Path, display: str, number: int, **limits: float) -> Program:
    """Install the program into ``folder``, with ``number`` guides if it has fewer."""
    install(ROOT, folder, number)
    number = max(number, len(guide_files(ROOT / "guides")))
    command = (str(COMMAND), "--data-dir", str(folder / "data"))
    return Program(
        f"{number} guides", command, environment(display, PYTHONPATH=str(folder)), limits
    )


def compare(
    started: Sequence[Program], screen: Screen, number: int, stay: float = STAY
) -> list[Line]:
    """Start the bare window and then ours, ``number`` times after the warm-ups, and compare."""
    rounds = [
        [start(program.command, program.variables, screen, stay) for program in started]
        for _ in range(WARM_UPS + number)
    ][WARM_UPS:]
    return [
        Line(
            program,
            figure,
            [row[0][figure] for row in rounds],
            [row[place][figure] for row in rounds],
        )
        for figure in UNITS
        for place, program in enumerate(started)
        if program.limits
    ]


def say(*lines: str) -> None:
    """Print lines at once."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def main() -> int:
    """Run what the command line asks for. Returns 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=8, help="how many starts of each, 2 or more (8)"
    )
    parser.add_argument("--many", type=int, default=MANY, help=f"how many guides are many ({MANY})")
    parser.add_argument(
        "--profile",
        action="store_true",
        help="where a limit of the start is missed, say what took most",
    )
    chosen = parser.parse_args()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        display = opened.enter_context(virtual_display(folder))
        screen = opened.enter_context(open_screen(folder))
        say(f"Installing the program, once with {chosen.many} guides …")
        started = programs(folder, display, chosen.many)
        say(f"{chosen.rounds} rounds in turns after {WARM_UPS} warm-ups …")
        lines = compare(started, screen, chosen.rounds)
        say(*(line.words() for line in lines))
        say("Others, measured once on 23 November 2026 (start, memory):")
        say(*(f"  {name:34}{painted:>6} x{memory:>6} x" for name, painted, memory in PEERS))
        missed = [line for line in lines if not line.is_kept()]
        for program in {line.program.title: line.program for line in missed}.values():
            if chosen.profile:
                say(f"\nA start with {program.title}:")
                say(*costs(program.command, program.variables, screen, folder / "profile"))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
