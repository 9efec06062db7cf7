"""What the links answered last time: a text file whose differences a person reads.

A line is an address, a word, the last HTTP status, host and path where the link ended, and the day
(ISO 8601) of the first such answer, with tabs between them. A link that answers as before keeps its
line, so only what changed differs.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from tests.links.following import TO_LOOK_AT, Answer, Word

_HEADER = (
    "# Made by “python3 dev.py links”: address, answer, status, end, day of the first such answer"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer, and the day on which it was first given."""

    answer: Answer
    since: str


Snapshot = Mapping[str, Seen]
"""What each address answered."""


def read_snapshot(text: str) -> Snapshot:
    """Read the file; raises ValueError that names the line which is not one of ours."""
    snapshot = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        try:
            address, word, status, end, since = line.split("\t")
            snapshot[address] = Seen(Answer(cast("Word", word), int(status), end), since)
        except ValueError as error:
            raise ValueError(f"line {number} of the snapshot cannot be read: {line}") from error
    return snapshot


def written(snapshot: Snapshot) -> str:
    """Write the file, by address."""
    lines = (
        f"{address}\t{seen.answer.word}\t{seen.answer.status}\t{seen.answer.end}\t{seen.since}"
        for address, seen in sorted(snapshot.items())
    )
    return "\n".join((_HEADER, *lines, ""))


def updated(before: Snapshot, answers: Mapping[str, Answer], today: str) -> Snapshot:
    """Take what was answered today; a link that was not reached keeps its line."""
    changed = {address: Seen(answers[address], today) for address in _changed(before, answers)}
    return {**before, **changed}


def without_unnamed(snapshot: Snapshot, named: Collection[str]) -> Snapshot:
    """Leave out the links that no guide names any more."""
    return {address: seen for address, seen in snapshot.items() if address in named}


def differences(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Say in words what changed between two snapshots, a line for each link."""
    for address in sorted({*before, *after}):
        old, new = before.get(address), after.get(address)
        if old != new:
            told = (str(seen.answer) if seen else "not there" for seen in (old, new))
            yield f"{address}: {' → '.join(told)}"


def to_look_at(before: Snapshot, answers: Mapping[str, Answer]) -> list[str]:
    """Name the links that a person must look at: what the snapshot tells already was looked at."""
    return [one for one in _changed(before, answers) if answers[one].word in TO_LOOK_AT]


def _changed(before: Snapshot, answers: Mapping[str, Answer]) -> Iterator[str]:
    for address, answer in answers.items():
        old = before.get(address)
        if old is None or (answer.word != "not reached" and answer != old.answer):
            yield address
