"""The link checker: its snapshot, what it tells, and its exit codes.

All against a server on this computer; no other address is ever contacted.
"""

import runpy
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guide_folders import copy_guide, put_guide
from tests.links.__main__ import check_links
from tests.links.following import Answer
from tests.links.local_web import Web, local_web
from tests.links.snapshot import (
    Seen,
    Snapshot,
    differences,
    read_snapshot,
    to_look_at,
    updated,
    written,
)

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "golden" / "example" / "guide.toml"
PAGE = "https://www.example.com/page"
TODAY = date(2026, 11, 23)
FINE = Answer("fine", 200, "www.example.com/page")
GONE = Answer("gone", 404, "www.example.com/page")
SILENT = Answer("not reached", 0, "www.example.com/page")


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as made:
        yield made


# The snapshot

texts = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1)
snapshots = st.dictionaries(
    texts.map("https://{}".format),
    st.builds(
        Seen,
        st.builds(Answer, st.sampled_from(["fine", "gone"]), st.integers(0, 999), texts),
        st.dates().map(date.isoformat),
    ),
)


@given(snapshots)
def test_what_is_written_is_read_again(snapshot: Snapshot) -> None:
    assert read_snapshot(written(snapshot)) == snapshot


@given(snapshots)
def test_the_order_of_asking_is_not_seen(snapshot: Snapshot) -> None:
    assert written(dict(reversed(list(snapshot.items())))) == written(snapshot)


def test_a_snapshot_is_a_line_for_each_link() -> None:
    text = written({PAGE: Seen(FINE, "2026-11-23")})
    assert text.splitlines()[1:] == [f"{PAGE}\tfine\t200\twww.example.com/page\t2026-11-23"]


@pytest.mark.parametrize("line", ["<<<<<<< ours", f"{PAGE}\tfine\tmany\tx\t2026-11-23"])
def test_a_damaged_snapshot_is_told_by_line(line: str) -> None:
    with pytest.raises(ValueError, match=f"line 2 of the snapshot cannot be read: {line[:7]}"):
        read_snapshot(f"# header\n{line}\n")


def test_a_line_stays_while_the_answer_does() -> None:
    before = {PAGE: Seen(FINE, "2026-01-01")}
    assert updated(before, {PAGE: FINE}, "2026-11-23") == before
    assert updated(before, {PAGE: SILENT}, "2026-11-23") == before
    assert updated(before, {PAGE: GONE}, "2026-11-23") == {PAGE: Seen(GONE, "2026-11-23")}
    assert updated({}, {PAGE: SILENT}, "2026-11-23") == {PAGE: Seen(SILENT, "2026-11-23")}


def test_what_was_looked_at_is_not_told_again() -> None:
    assert to_look_at({}, {PAGE: GONE}) == [PAGE]
    assert to_look_at({PAGE: Seen(FINE, "2026-01-01")}, {PAGE: GONE}) == [PAGE]
    assert to_look_at({PAGE: Seen(GONE, "2026-01-01")}, {PAGE: GONE}) == []
    assert to_look_at({}, {PAGE: FINE}) == []
    assert to_look_at({}, {PAGE: SILENT}) == []


def test_differences_are_told_in_words() -> None:
    before = {PAGE: Seen(FINE, "2026-01-01"), "https://b.com/": Seen(GONE, "2026-01-01")}
    after = {PAGE: Seen(GONE, "2026-11-23")}
    assert list(differences(before, after)) == [
        f"https://b.com/: {GONE} → not there",
        f"{PAGE}: fine (200), www.example.com/page → gone (404), www.example.com/page",
    ]


# The whole job

ADDRESSES = [
    "https://forum.example.org/1",
    "https://www.example.com/form",
    "https://www.example.com/notice",
    "https://www.example.com/settings",
]


@dataclass
class Job:
    """The check of a folder with one guide."""

    web: Web
    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def snapshot(self) -> Snapshot:
        return read_snapshot((self.folder / "snapshot.txt").read_text(encoding="utf-8"))

    def __call__(self, *slugs: str, day: date = TODAY) -> int:
        self.said.clear()
        file = self.folder / "snapshot.txt"
        return check_links(slugs, self.folder, file, self.web.ask(), day, self.said.append)

    def told(self, title: str) -> str:
        """What stands under a title."""
        return next((text for text in self.said if text.startswith(f"\n{title}")), "")


@pytest.fixture
def job(web: Web, tmp_path: Path) -> Job:
    copy_guide(EXAMPLE, tmp_path)
    for address in ADDRESSES:
        web.put(address)
    web.put("https://www.example.com/settings", 302, "/login")
    return Job(web, tmp_path)


def test_all_links_of_all_guides_are_asked(job: Job) -> None:
    assert job() == 0
    words = {address: seen.answer.word for address, seen in job.snapshot.items()}
    assert words == dict(zip(ADDRESSES, ["fine", "fine", "fine", "login page"], strict=True))
    assert job.said[3].split() == ["4", "of", "4", "login", "page", ADDRESSES[3]]


def test_a_finding_is_told_once_with_its_guide(job: Job) -> None:
    job.web.put(ADDRESSES[0], 301, "https://elsewhere.example.net/")
    assert job() == 1
    assert job.told("Please look").endswith(
        f"{ADDRESSES[0]} (in example): other host (301), elsewhere.example.net/"
    )
    text = (job.folder / "snapshot.txt").read_text(encoding="utf-8")
    assert job(day=date(2027, 1, 1)) == 0
    assert (job.folder / "snapshot.txt").read_text(encoding="utf-8") == text
    assert job.told("Changed") == job.told("Please look") == ""


def test_a_change_that_needs_nobody_is_told_and_is_fine(job: Job) -> None:
    job()
    job.web.put(ADDRESSES[2], 301, "/news/notice")
    job.web.put("https://www.example.com/news/notice")
    assert job(day=date(2027, 1, 1)) == 0
    assert "→ moved (200), www.example.com/news/notice" in job.told("Changed")
    assert {seen.since for seen in job.snapshot.values()} == {"2026-11-23", "2027-01-01"}


def test_who_is_not_reached_stays_in_the_snapshot(job: Job) -> None:
    job()
    before = job.snapshot
    job.web.put(ADDRESSES[0], 503)
    assert job() == 0
    assert job.snapshot == before
    assert ADDRESSES[0] in job.told("Not reached")


def test_without_a_network_nothing_is_written(job: Job) -> None:
    for address in ADDRESSES:
        job.web.put(address, 503)
    assert job() == 1
    assert not (job.folder / "snapshot.txt").exists()
    assert "Nothing was reached" in job.said[-1]


def test_a_link_that_no_guide_names_any_more_goes(job: Job) -> None:
    job()
    file = job.folder / "example" / "guide.toml"
    text = file.read_text(encoding="utf-8").replace(ADDRESSES[0], "https://forum.example.org/2")
    file.write_text(text, encoding="utf-8")
    job.web.put("https://forum.example.org/2")
    # Who asks for one guide says nothing of the others.
    assert job("example") == 0
    assert ADDRESSES[0] in job.snapshot
    assert job() == 0
    assert ADDRESSES[0] not in job.snapshot
    assert "https://forum.example.org/2" in job.snapshot


def test_a_guide_that_cannot_be_read_is_told_and_its_links_stay(job: Job) -> None:
    job()
    before = job.snapshot
    put_guide(job.folder, "other", EXAMPLE.read_bytes())
    text = EXAMPLE.read_text(encoding="utf-8")
    put_guide(job.folder, "example", text.replace("slug =", "slag =", 1))
    assert job() == 1
    assert "example: " in job.told("What guides")
    assert job.snapshot == before


@pytest.mark.parametrize(
    "address", ["https://[::1", "https://127.0.0.1/", "https://n@example.org/"]
)
def test_an_address_that_is_no_link_is_told_and_not_asked(job: Job, address: str) -> None:
    file = job.folder / "example" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(ADDRESSES[0], address), encoding="utf-8")
    assert job() == 1
    assert f"'{address}' is no link." in job.told("What guides")
    assert sorted(job.snapshot) == ADDRESSES[1:]
    assert {asked for _, asked in job.web.asked} == set(ADDRESSES[1:])


def test_a_guide_that_is_not_there_is_wrong_usage(job: Job) -> None:
    assert job("exmaple") == 2
    assert job.said == ["There is no guide exmaple."]
    assert job.web.asked == []


def test_the_command_is_there() -> None:
    assert "links" in runpy.run_path(str(ROOT / "dev.py"))["COMMANDS"]
    command = (sys.executable, "-m", "tests.links", "no-such-guide")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "There is no guide no-such-guide.\n")
