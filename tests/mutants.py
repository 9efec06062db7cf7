"""What no test notices: ``python3 dev.py mutants [ROOM…]``.

mutmut changes one thing at a time in the functions of a room and runs the tests that reach it; a
change that no test notices survives, and is shown. Its configuration stands in ``pyproject.toml``,
its state in ``mutants/``, which is made anew each time: an hour for all rooms on two cores.

Exit codes: 0 measured, however much survives; 1 mutmut stopped; 2 a room that is not measured.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
STATE = ROOT / "mutants"
ROOMS = ("plan", "situation", "checklist", "progress")
KILLED = {"killed", "timeout"}
_RESULT = re.compile(r" +(?P<name>optout_desktop\.(?P<room>\w+)\.\S+): (?P<word>.+)")


def main(arguments: Sequence[str]) -> int:
    """Measure the rooms that are named, or all, and say what survives."""
    rooms = tuple(arguments) or ROOMS
    if not {*rooms} <= {*ROOMS}:
        _say(f"Only these rooms are measured: {', '.join(ROOMS)}")
        return 2
    if not _mutmut().exists():
        _say("mutmut needs Linux or macOS.")
        return 1
    shutil.rmtree(STATE, ignore_errors=True)
    if subprocess.run(
        [_mutmut(), "run", *(f"optout_desktop.{room}.*" for room in rooms)], cwd=ROOT, check=False
    ).returncode:
        return 1
    for room in rooms:
        _report(room)
    return 0


def _report(room: str) -> None:
    """Say how much of a room was killed, and show each change that was not."""
    words = {name: word for name, word in _results() if name.split(".")[1] == room}
    killed = sum(word in KILLED for word in words.values())
    _say(f"\n== {room}: {killed} of {len(words)} killed, {killed / max(1, len(words)):.1%}")
    for name, word in words.items():
        if word not in KILLED:
            _say(_output("show", name))
    _say(f"{room}: {dict(Counter(words.values()))}")


def _results() -> Iterator[tuple[str, str]]:
    """Yield each change that was tried, as mutmut names it, and what came of it."""
    for line in _output("results", "--all", "true").splitlines():
        if match := _RESULT.fullmatch(line):
            yield match["name"], match["word"]


def _output(*arguments: str) -> str:
    done = subprocess.run(
        [_mutmut(), *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def _mutmut() -> Path:
    return Path(sys.executable).with_name("mutmut")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
