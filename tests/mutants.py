"""What no test notices: ``python3 dev.py mutants [ROOM…]``.

mutmut changes one thing at a time in the functions of a room and runs those tests of the same room
that reach it. A change that no test notices survives, and is shown. The state of each room lies in
``mutants/ROOM`` and is made anew each time.

Exit codes: 0 measured, however much survives; 1 mutmut could not; 2 a room that is not measured.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
STATE = ROOT / "mutants"
ROOMS = ("plan", "situation", "checklist", "progress")
KILLED = {"killed", "timeout"}

# Left out: mutmut itself loads modules that reading progress must not load, changes nothing in the
# processes that tests start, and has no time to cut a log at every byte for every change.
CONFIGURATION = """\
[mutmut]
source_paths=optout_desktop
only_mutate=optout_desktop/{room}/*
also_copy=
    guides
    resources
pytest_add_cli_args=
    --hypothesis-profile=few
    -p
    no:cacheprovider
pytest_add_cli_args_test_selection=
    tests/{room}
    --deselect=tests/progress/test_log_kills.py
    --deselect=tests/progress/test_log_damage.py::test_a_log_cut_at_any_byte_keeps_its_whole_lines
use_git_change_detection=false
"""
_RESULT = re.compile(r" +(?P<change>\S+): (?P<word>.+)")


def main(arguments: Sequence[str]) -> int:
    """Measure the rooms that are named, or all, and say what survives."""
    rooms = tuple(arguments) or ROOMS
    if not {*rooms} <= {*ROOMS}:
        _say(f"Only these rooms are measured: {', '.join(ROOMS)}")
        return 2
    if not _mutmut().exists():
        _say("mutmut needs Linux or macOS.")
        return 1
    for room in rooms:
        folder = _laid_out(room)
        done = subprocess.run([_mutmut(), "run"], cwd=folder, check=False)
        if done.returncode:
            _say(f"mutmut stopped with {done.returncode}; what it measured lies in {folder}")
            return 1
        _report(room, folder)
    return 0


def _laid_out(room: str) -> Path:
    """Return a new folder in which mutmut finds the checkout and what to do with it."""
    folder = STATE / room
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("guides", "optout_desktop", "resources", "tests", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "setup.cfg").write_text(CONFIGURATION.format(room=room), encoding="ascii")
    return folder


def _report(room: str, folder: Path) -> None:
    """Say how much was killed, and show each change that was not."""
    lines = _output(folder, "results", "--all", "true").splitlines()
    words = {found["change"]: found["word"] for found in map(_RESULT.fullmatch, lines) if found}
    for change, word in words.items():
        if word not in KILLED:
            _say(_output(folder, "show", change))
    killed = sum(word in KILLED for word in words.values())
    share = killed / max(1, len(words))
    _say(
        f"== {room}: {killed} of {len(words)} killed, {share:.1%}; {dict(Counter(words.values()))}"
    )


def _output(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [_mutmut(), *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def _mutmut() -> Path:
    return Path(sys.executable).with_name("mutmut")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
