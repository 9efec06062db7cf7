"""Compare the program, with few and with many guides, with a bare window, in turns (A B C A B C …).

Machines and moments differ more than programs do, so the figures to look at are the ratios to the
bare window: each round gives one, and their median is printed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from display import virtual_display
from folders_of_guides import lay_out

from optout_desktop.base.paths import guides_folder

HERE = Path(__file__).parent
GUIDES = ("linkedin", "chatgpt")
"""The guide to start with, and the one to open then."""
MANY = 1000
WARM_UPS = 2

Figures = Mapping[str, float]
"""What one start gave: milliseconds to its stages, MiB at the ``peak``."""


class Goal(NamedTuple):
    """A figure of ours, the figure of the bare window beside it, and the ratios to stay within.

    ``most`` holds for the real guides, ``most_many`` for the many made ones.
    """

    title: str
    ours: str
    bare: str
    unit: str
    most: float | None = None
    most_many: float | None = None


GOALS = (
    Goal("time to the painted list", "painted", "painted", "ms", 1.35, 1.7),
    Goal("time to the usable guide", "guide", "painted", "ms"),
    Goal("time to open another guide", "another", "painted", "ms"),
    Goal("peak memory", "peak", "peak", "MiB", 1.4, 1.7),
)

# Time to the painted window and peak memory of the largest process, as multiples of the bare
# window; measured once, on 23 November 2026, with Xvfb on the same computer.
PEERS = (
    ("Chromium, one page as a program", 2.7, 3.5),
    ("ReText 8.1", 3.6, 1.4),
    ("Vorta 0.11.6", 5.3, 1.9),
    ("novelWriter 26.2.2", 14, 1.8),
    ("MusicBrainz Picard 3.0.2", 18, 2.3),
)


@contextmanager
def screen() -> Iterator[str]:
    """Set the environment for a display, and say in words which it is."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield "the display that is there"
        return
    try:
        with virtual_display() as name:
            os.environ["DISPLAY"] = name
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            yield f"Xvfb, started on {name}"
    except FileNotFoundError:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield "none (offscreen): Xvfb is not installed"


def start(script: str, *arguments: str) -> Figures:
    """Start a window in a process of its own, and return what it noted."""
    # Later starts find compiled modules; where they may not be kept, every start would compile.
    hidden = "PYTHONDONTWRITEBYTECODE"
    environment = {name: value for name, value in os.environ.items() if name != hidden}
    environment["T0_NS"] = str(time.monotonic_ns())
    command = (sys.executable, str(HERE / script), *arguments)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{script} failed with exit code {done.returncode}:\n{done.stderr}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def table(bare: Sequence[Figures], ours: Mapping[str, Sequence[Figures]]) -> Iterator[str]:
    """Write the lines that compare rounds of the bare window with rounds of ours, in order.

    Each of ``ours``, the real guides and then the many, gets a column and its ratio to the bare
    window.
    """
    titles = "".join(f"{title:>15}{'ratio':>7}" for title in ours)
    yield f"{'':28}{'bare window':>13}{titles}  goal"
    for goal in GOALS:
        theirs = [figures[goal.bare] for figures in bare]
        line = f"{goal.title:28}{_middle(theirs, goal):>13}"
        ratios = []
        for rounds in ours.values():
            own = [figures[goal.ours] for figures in rounds]
            ratios.append(median(b / a for a, b in zip(theirs, own, strict=True)))
            line += f"{_middle(own, goal):>15}{ratios[-1]:>7.2f}"
        if goal.most:
            limits = (goal.most, goal.most_many or goal.most)
            kept = all(ratio <= limit for ratio, limit in zip(ratios, limits, strict=True))
            line += "  at most {} and {}: {}".format(*limits, "met" if kept else "missed")
        yield line


def _middle(values: Sequence[float], goal: Goal) -> str:
    return f"{median(values):.0f} {goal.unit}"


def say(*lines: str) -> None:
    """Print lines at once."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how many starts of each (15)")
    parser.add_argument("--many", type=int, default=MANY, help=f"how many guides are many ({MANY})")
    chosen = parser.parse_args()
    bare: list[Figures] = []
    ours: dict[str, list[Figures]] = {}
    with screen() as display, tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        say(f"Laying out {chosen.many} guides …")
        folders = {
            f"{lay_out(guides_folder(), guides, number)} guides": guides
            for guides, number in ((folder / "real", 0), (folder / "many", chosen.many))
        }
        say(f"{chosen.rounds} rounds in turns after {WARM_UPS} warm-ups; display: {display}")
        for _ in range(WARM_UPS + chosen.rounds):
            bare.append(start("bare_window.py"))
            for title, guides in folders.items():
                figures = start("our_window.py", str(folder / "data"), str(guides), *GUIDES)
                ours.setdefault(title, []).append(figures)
    say(*table(bare[WARM_UPS:], {title: rounds[WARM_UPS:] for title, rounds in ours.items()}))
    say("\nOthers, measured once on 23 November 2026 (painted, memory):")
    say(*(f"  {name:34}{painted:>6} x{memory:>6} x" for name, painted, memory in PEERS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
