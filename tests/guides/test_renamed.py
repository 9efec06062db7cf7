"""Services that were renamed or closed: where old slugs lead, and what the check says of them."""

import shutil
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_desktop.authoring.check import check_file, check_folder
from optout_desktop.guides.format.read import BadGuide
from optout_desktop.guides.library.index import shipped_index
from optout_desktop.guides.library.library import Library
from optout_desktop.guides.library.outline import Outline
from optout_desktop.guides.library.renamed import renamed
from optout_desktop.guides.library.search import search
from tests.guide_folders import put_guide

DATA = Path(__file__).parents[1] / "data" / "renamed"
TODAY = date(2026, 11, 23)
CLAIM = """
[[former]]
slug = "{slug}"
name = "Old"
because = "It has another name."
sources = ["notice"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "guides"))


def claim(file: Path, slug: str) -> None:
    """Let a guide say that it had a slug before."""
    file.write_text(file.read_text(encoding="utf-8") + CLAIM.format(slug=slug), encoding="utf-8")


def test_the_guides_of_these_tests_are_good() -> None:
    assert check_folder(DATA, TODAY) == ()


def test_an_old_slug_opens_the_present_guide(folder: Path) -> None:
    assert Library((folder,)).open("grammarly") == Library((folder,)).open("superhuman")


def test_a_slug_that_no_guide_ever_had_opens_nothing(folder: Path) -> None:
    # It stands in both files, and is the slug of neither.
    for slug in ("notice", "gramarly", "writers"):
        with pytest.raises(BadGuide, match="no such guide"):
            Library((folder,)).open(slug)


def test_a_guide_that_is_there_is_never_covered_by_an_old_slug(folder: Path) -> None:
    claim(folder / "superhuman" / "guide.toml", "sora")
    assert Library((folder,)).open("sora").name == "Sora"
    assert Library((folder,)).renamed == {"grammarly": "superhuman"}


def test_of_two_claims_the_first_by_name_holds_everywhere(folder: Path) -> None:
    claim(folder / "sora" / "guide.toml", "grammarly")
    assert Library((folder,)).renamed == {"grammarly": "sora"}
    assert Library((folder,)).open("grammarly").slug == "sora"


def test_the_index_knows_old_slugs_too(folder: Path) -> None:
    index = folder.parent / "index.json"
    index.write_bytes(shipped_index(folder))
    claim(folder / "sora" / "guide.toml", "le-chat")
    library = Library((folder,), shipped=index)
    assert library.renamed == {"grammarly": "superhuman", "le-chat": "sora"}


@pytest.mark.parametrize("query", ["grammarly", "Gramarly", "gramm", "superhuman"])
def test_the_old_name_finds_the_service(query: str) -> None:
    found = search(Library((DATA,)).outlines, query)
    assert [outline.slug for outline in found] == ["superhuman"]


SLUGS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.dictionaries(SLUGS, st.lists(SLUGS, max_size=3).map(tuple), max_size=4))
def test_old_slugs_lead_to_guides_that_are_there_and_present_ones_nowhere(
    claims: dict[str, tuple[str, ...]],
) -> None:
    made = [Outline(slug, slug, former=former) for slug, former in claims.items()]
    leads = renamed(made)
    assert set(leads.values()) <= set(claims)
    assert not set(leads) & set(claims)
    assert set(leads) == {old for former in claims.values() for old in former} - set(claims)


@pytest.mark.parametrize(
    ("guide", "slug", "other"),
    [
        ("sora", "grammarly", "Superhuman"),
        ("sora", "superhuman", "Superhuman"),
        ("superhuman", "sora", "Sora"),
        ("superhuman", "superhuman", "Superhuman"),
        ("superhuman", "grammarly", "Superhuman"),
    ],
)
def test_a_slug_leads_to_one_guide_alone(folder: Path, guide: str, slug: str, other: str) -> None:
    file = folder / guide / "guide.toml"
    claim(file, slug)
    (finding,) = (one for one in check_file(file, TODAY) if one.rule == "former-slugs")
    assert finding.severity == "error"
    assert f"“{slug}” leads to {other} too" in finding.message
    lines = file.read_text(encoding="utf-8").split("\n")
    assert lines[finding.line - 1] == f'slug = "{slug}"'


def test_a_guide_that_cannot_be_read_keeps_its_slug(folder: Path) -> None:
    put_guide(folder, "grammarly", b"\xff")
    rules = [finding.rule for finding in check_folder(folder, TODAY)]
    assert rules == ["readable", "former-slugs"]
    with pytest.raises(BadGuide, match="not text"):
        Library((folder,)).open("grammarly")


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("superhuman", "until = 2025-10-29", "until = 2025-13-01", "former[0].until"),
        ("sora", "since = 2026-04-26", 'since = "2026-13"', "retired.since"),
        ("sora", 'sources = ["notice"]', 'sources = ["lost"]', "retired.sources[0]"),
        ("superhuman", '"news"]', '"lost"]', "former[0].sources[0]"),
    ],
)
def test_dates_and_sources_of_what_became_of_a_service_are_checked(
    folder: Path, file: str, old: str, new: str, key: str
) -> None:
    path = folder / file / "guide.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    findings = [one for one in check_file(path, TODAY) if one.severity == "error"]
    if new.endswith("13-01"):
        assert [one.rule for one in findings] == ["readable"]  # TOML knows the calendar itself
    else:
        assert [one.key for one in findings] == [key]


def test_the_order_of_guides_decides_between_claims_and_nothing_else() -> None:
    one, other = (Outline(slug, slug, former=("old",)) for slug in "ab")
    for first, second in permutations((one, other)):
        assert renamed([first, second]) == {"old": first.slug}
