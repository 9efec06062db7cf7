"""Check the links of all guides, or of some: ``python3 dev.py links [SLUG…]``.

Exit codes: 0 fine, 1 somebody must look at something, 2 a guide that is not there.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from optout_desktop.base.clock import system_clock
from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.files import guide_file, guide_files, slug_of
from optout_desktop.guides.format.read import BadGuide, read_guide
from optout_desktop.guides.format.shape import Guide
from tests.links.asking import Ask, asker, polite
from tests.links.following import Answer, follow
from tests.links.links import in_turns, links_of, may_be_asked
from tests.links.snapshot import (
    differences,
    read_snapshot,
    to_look_at,
    updated,
    without_unnamed,
    written,
)

SNAPSHOT = Path(__file__).with_name("snapshot.txt")
FINE, LOOK, USAGE, STOPPED = 0, 1, 2, 130

Say = Callable[[str], None]


def check_links(
    slugs: Sequence[str], folder: Path, file: Path, ask: Ask, today: date, say: Say
) -> int:
    """Ask the links of the guides in ``folder``, bring the snapshot ``file`` up to date."""
    files = [guide_file(folder, slug) for slug in slugs] or guide_files(folder)
    missing = [slug_of(one) for one in files if not one.is_file()]
    if missing:
        say(f"There is no guide {', '.join(missing)}.")
        return USAGE
    guides, bad = _read(files)
    named = links_of(guides)
    links = {address: link for address, link in named.items() if may_be_asked(address)}
    bad += [f"{address!a} is no link." for address in sorted(named.keys() - links.keys())]
    before = read_snapshot(file.read_text(encoding="utf-8")) if file.exists() else {}
    answers: dict[str, Answer] = {}
    for number, link in enumerate(in_turns(links), 1):
        answers[link.address] = answer = follow(link, ask)
        say(f"{number:>4} of {len(links)}  {answer.word:11}  {link.address}")
    if answers and all(answer.word == "not reached" for answer in answers.values()):
        say("\nNothing was reached, so the snapshot stays as it is. Is this computer online?")
        return LOOK
    after = updated(before, answers, today.isoformat())
    if not slugs and not bad:
        after = without_unnamed(after, links)
    file.write_text(written(after), encoding="utf-8")

    def tell(title: str, lines: Iterable[str]) -> None:
        for number, line in enumerate(lines):
            say(line if number else f"\n{title}\n{line}")

    silent = [address for address, answer in answers.items() if answer.word == "not reached"]
    findings = to_look_at(before, answers)
    tell("Changed since the last snapshot:", differences(before, after))
    tell("Not reached this time, and kept as they were:", sorted(silent))
    tell("What guides must not hold:", bad)
    tell(
        "Please look at these:",
        (f"{one} (in {', '.join(links[one].guides)}): {answers[one]}" for one in findings),
    )
    return LOOK if findings or bad else FINE


def _read(files: Iterable[Path]) -> tuple[list[Guide], list[str]]:
    """Read guides; what cannot be read is told by file and reason."""
    guides, bad = [], []
    for file in files:
        try:
            guides.append(read_guide(file))
        except BadGuide as error:
            bad.append(f"{slug_of(file)}: {error}")
    return guides, bad


def main() -> int:
    """Check the links of the shipped guides."""
    parser = argparse.ArgumentParser(prog="dev.py links", description="Check the links of guides.")
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="a guide; all without one")
    slugs = parser.parse_args().slugs
    today = system_clock().date()
    try:
        return check_links(slugs, guides_folder(), SNAPSHOT, polite(asker()), today, _say)
    except KeyboardInterrupt:
        _say("\nStopped. The snapshot stays as it is.")
        return STOPPED


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
