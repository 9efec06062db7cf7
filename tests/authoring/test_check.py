import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_desktop.authoring.check import check_file, check_folder
from optout_desktop.authoring.findings import Finding, in_words
from optout_desktop.authoring.format_page import format_page
from optout_desktop.authoring.positions import line_of, lines_of
from optout_desktop.guides.format.problems import KeyPath, written
from optout_desktop.guides.format.read import parse_table
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.shape_errors import misfits
from tests.guide_folders import copy_guide, put_guide

DATA = Path(__file__).parents[1] / "data" / "guides"
GOOD = DATA / "good" / "example" / "guide.toml"
TODAY = date(2026, 11, 23)


@pytest.fixture
def findings_of(tmp_path: Path) -> Callable[[str, str], tuple[Finding, ...]]:
    """Check the good guide after one change."""

    def change_and_check(old: str, new: str) -> tuple[Finding, ...]:
        text = GOOD.read_text(encoding="utf-8")
        assert old in text
        file = put_guide(tmp_path, "example", text.replace(old, new, 1))
        return check_file(file, TODAY)

    return change_and_check


def line_with(text: str) -> int:
    """Find the first line of the good guide that holds a text."""
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.mark.parametrize("name", ["example", "broad"])
def test_nothing_is_wrong_in_a_good_guide(name: str) -> None:
    assert check_file(DATA / "good" / name / "guide.toml", TODAY) == ()


def test_the_good_guides_use_every_key() -> None:
    used = "".join(
        file.read_text(encoding="utf-8") for file in (DATA / "good").glob("*/guide.toml")
    )
    names = re.findall(r"(?m)^\| `([a-z_]+)` \|", format_page())
    elsewhere = {"file", "task", "before", "facts", "former", "retired", "shared", "failed"}
    elsewhere |= {"ages", "plans", "roles", "day", "seen_live", "before_known"}
    missing = {name for name in names if not re.search(rf"\b{name}\b", used)}
    assert missing <= elsewhere


def test_all_mistakes_of_a_file_are_found_from_top_to_bottom() -> None:
    file = DATA / "bad" / "many-mistakes" / "guide.toml"
    found = [(finding.line, finding.key, finding.rule) for finding in check_file(file, TODAY)]
    assert found == [
        (1, "name", "missing-key"),
        (2, "slug", "slug-is-folder-name"),
        (3, "nmae", "unknown-key"),
        (4, "category", "choice"),
        (5, "domains", "type"),
        (6, "revision", "type"),
        (7, "summary", "length"),
        (8, "company", "type"),
        (11, "source[0].id", "form"),
        (15, "source[0].url", "form"),
        (16, "source[0].published", "type"),
        (21, "task[0].title", "form"),
        (22, "task[0].minutes", "range"),
        (27, "task[0].step[0].title", "type"),
        (28, "task[0].step[0].sources", "type"),
        (33, "task[0].step[0].picture.part[0].kind", "choice"),
        (34, "task[0].step[0].picture.part[1].after", "choice"),
        (35, "task[0].step[0].picture.part[2].kind", "missing-key"),
        (38, "task[0].extra", "unknown-key"),
    ]


def test_a_finding_is_written_as_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    url = "https://www.example.com/settings/ai?tab=1#switch"
    text = GOOD.read_text(encoding="utf-8").replace(url, "http://www.example.com/")
    file = put_guide(tmp_path, "example", text)
    (finding,) = check_file(file, TODAY)
    assert in_words(finding) == (
        f"{file}:{line_with(url)}: task[0].step[0].url: "
        "The address uses http. Write the whole address, beginning with https://."
    )


@pytest.mark.parametrize(
    ("old", "new", "rule", "key", "words"),
    [
        ('id = "check"', 'id = "open"', "unique-ids", "task[0].step[0].id", "own id"),
        (
            'sources = ["notice", "press"]',
            'sources = ["notice", "pres"]',
            "known-sources",
            "fact[0].sources[1]",
            "“pres”.* notice or press",
        ),
        (
            "published = 2026-08-21",
            'published = "2026-02-31"',
            "possible-dates",
            "source[0].published",
            "2026-02-31",
        ),
        (
            'frame = "browser"',
            'frame = "browser\\u202e"',
            "choice",
            "task[0].step[0].picture.frame",
            "Did you mean “browser”",
        ),
        (
            'title = "Posts"',
            'title = "\\u2066Posts"',
            "visible-characters",
            "fact[0].title",
            "U\\+2066",
        ),
        (
            "choose = 2",
            "choose = 4",
            "existing-options",
            "task[0].step[0].picture.part[5].choose",
            "1 to 2",
        ),
        (
            '"help.example.com"]',
            '"help.example.com", "xn--a.example.com"]',
            "declared-hosts",
            "domains[2]",
            "xn--",
        ),
        (
            "https://help.example.com/ios",
            "https://help.example.com.evil.example/ios",
            "openable-links",
            "task[0].step[0].way[0].url",
            "help.example.com.evil.example.* www.example.com",
        ),
        (
            "https://times.example.net/a%20story",
            "https://me@times.example.net/",
            "openable-links",
            "source[1].url",
            "user name",
        ),
        (
            "https://www.example.com/legal/privacy",
            "https://www.example.com:8443/",
            "openable-links",
            "source[0].url",
            "port",
        ),
        (
            "privacy@example.com",
            "privacy@example.com, b@example.com",
            "writable-address",
            "task[2].address",
            "name@example.com",
        ),
        (
            "mark = 2",
            "mark = 1",
            "single-marks",
            "task[0].step[0].picture.part[5].mark",
            "2 should be",
        ),
        ('regions = ["HK"]', 'regions = ["ZZ"]', "known-regions", "applies[0].regions[0]", "ZZ"),
        ('"US-CA", "DE-BE"', '"US-CA", "UK"', "known-regions", "fact[0].regions[1]", "GB"),
        (
            'regions = ["HK"]\n',
            "",
            "reachable-answers",
            "applies[1]",
            "never reached",
        ),
        ('default = "on"\n', "", "kind-needs", "task[0].default", "default"),
        ('leave = "off"\n', "", "kind-needs", "task[0].leave", "leave"),
        ('undo = "Switch it on again."\n', "", "kind-needs", "task[0].undo", "undo"),
        ('subject = "Objection"\n', "", "kind-needs", "task[2].subject", "subject"),
        ('address = "privacy@example.com"\n', "", "kind-needs", "task[2].address", "address"),
        (
            'reason = "There is no switch for it."\n',
            "",
            "kind-needs",
            "task[3].reason",
            "reason",
        ),
        ('kind = "e-mail"', 'kind = "form"', "kind-needs", "task[2].field", "field"),
        ('kind = "nothing"', 'kind = "admin"', "steps-to-do", "task[3].step", "no steps"),
        (
            'kind = "e-mail"',
            'kind = "choice"',
            "recorded-objections",
            "task[2].step[0].records",
            "in writing",
        ),
        (
            "copy_of = 2026-09-01",
            "copy_of = 2026-11-24",
            "future-dates",
            "source[1].copy_of",
            "future",
        ),
        ('date = "2025-11"', 'date = "2027"', "future-dates", "timeline[0].date", "announced"),
        (
            'as_of = "2026-08"',
            "as_of = 2026-09-02",
            "dated-by-sources",
            "task[0].step[0].way[0].as_of",
            "has this date",
        ),
        (
            'sources = ["press"]\n  confidence = "low"',
            'sources = ["form"]\n  as_of = 2026-08-01\n  confidence = "low"',
            "dated-by-sources",
            "task[0].step[1].as_of",
            "has this date",
        ),
        (
            "as_of = 2026-08-21\n  sources",
            "seen_live = 2026-11-24\n  sources",
            "future-dates",
            "task[0].step[0].seen_live",
            "future",
        ),
        (
            "as_of = 2026-08-21\n  sources",
            'seen_live = "2026-13"\n  sources',
            "possible-dates",
            "task[0].step[0].seen_live",
            "no such date",
        ),
        (
            "as_of = 2026-08-21\n  sources",
            'failed = { date = 2026-11-24, because = "It is gone." }\n  sources',
            "future-dates",
            "task[0].step[0].failed.date",
            "document that was read",
        ),
        (
            'text = "In the app."',
            'seen_live = 2026-11-02\nfailed = { date = 2026-11-01, because = "It is gone." }',
            "standing-failures",
            "task[0].step[0].way[0].failed",
            "no longer fails",
        ),
        ('title = "Posts"', 'title = "<b>Posts</b>"', "plain-texts", "fact[0].title", "<b>"),
        ("New training.", "New &amp; training.", "plain-texts", "task[0].stops", "&amp;"),
        (
            'sources = ["notice"]\n\n[[fact]]',
            (
                'sources = ["notice"]\n\n[[timeline]]\ndate = 2025-10-31\ntext = "Before."\n'
                'sources = ["notice"]\n\n[[fact]]'
            ),
            "timeline-in-order",
            "timeline[1].date",
            "in which they happened",
        ),
        (
            "Training began.",
            "See https://elsewhere.example/x.",
            "listed-addresses",
            "timeline[0].text",
            "https://elsewhere.example/x.",
        ),
        ("Training began.", "That is illegal.", "no-promises", "timeline[0].text", "illegal"),
    ],
)
def test_each_rule_finds_its_mistake_where_it_is(
    findings_of: Callable[[str, str], tuple[Finding, ...]],
    old: str,
    new: str,
    rule: str,
    key: str,
    words: str,
) -> None:
    found = [(finding.rule, finding.key) for finding in findings_of(old, new)]
    assert (rule, key) in found
    (finding,) = (f for f in findings_of(old, new) if (f.rule, f.key) == (rule, key))
    assert re.search(words, f"{finding.message} {finding.hint}")


BROAD = DATA / "good" / "broad" / "guide.toml"


@pytest.mark.parametrize(
    ("old", "new", "rule", "key", "words"),
    [
        (
            "as_of = 2026-08-21\nconfidence",
            'as_of = "about 2026-08"\nconfidence',
            "form",
            "company[0].as_of",
            "part that is certain",
        ),
        (
            'url = "https://www.example.com/form"',
            'url = "https://‹blog›.example.com/form"',
            "openable-links",
            "task[4].step[0].url",
            "as “address”",
        ),
        ('undo = "Turn it off."\n', "", "kind-needs", "task[1].undo", "No source says"),
        (
            "mark = 1 }",
            'mark = 1, reason = "x" }',
            "unknown-key",
            "task[1].step[0].picture.part[0].reason",
            "move it above",
        ),
        (
            'reason = "There is no switch for it."',
            'reason = "No."\nway = "x"',
            "unknown-key",
            "task[5].way",
            r"below \[\[task.step\]\]",
        ),
        ("published = 2026-09-01", "published = 2026-15-01", "readable", "", "does not exist"),
        ('title = "Send it"', 'title = "Send "it" now"', "readable", "", "straight"),
        ('id = "cloud"', 'id = "none"', "free-names", "question[0].option[1].id", "no-none"),
        (
            'when = ["host/own"]',
            'when = ["host/oven"]',
            "known-choices",
            "task[0].applies[0].when[0]",
            "host/own",
        ),
        ('when = ["host/own"]', 'when = ["own"]', "form", "task[0].applies[0].when[0]", "a slash"),
        (
            'when = ["host/own"]\n',
            'plans = ["free"]\n',
            "used-questions",
            "question[0].id",
            "depends",
        ),
        (
            'answer = "unknown"',
            'confidence = "low"\nanswer = "off"',
            "weak-answers-stay",
            "applies[0].answer",
            "reported-off",
        ),
        ('either = "signal/tag"\n', "", "real-choices", "task[0].step[0].either", "signal"),
        (
            'undo = "Turn it off."\neither = "site"',
            'undo = "."',
            "real-choices",
            "task[0].either",
            "site",
        ),
        ('either = "signal/tag"', 'either = "a/b/c"', "form", "task[0].step[2].either", "by-hand"),
        (
            'kind = "publish"',
            'kind = "publish"\nasks = "access"',
            "fitting-keys",
            "task[0].asks",
            "asks",
        ),
        ('why = "no-control"\n', "", "kind-needs", "task[5].why", "why"),
        (
            'kind = "publish"',
            'kind = "publish"\nwhy = "none-found"',
            "fitting-keys",
            "task[0].why",
            "why",
        ),
        ('turn = "on"\n', "", "kind-needs", "task[1].turn", "turn"),
        (
            'task = ["delete", ',
            'task = ["deleet", ',
            "known-tasks",
            "task[3].after.task",
            "delete",
        ),
        (
            'task = ["delete", ',
            'task = ["write", ',
            "known-tasks",
            "task[3].after.task",
            "no other",
        ),
        (
            "uk@example.com",
            "uk at example",
            "writable-address",
            "task[3].recipient[0].address",
            "name@",
        ),
        (
            'summary_sources = ["policy"]',
            'summary_sources = ["polcy"]',
            "known-sources",
            "summary_sources[0]",
            "policy",
        ),
        ('via = "report"', 'via = "repot"', "known-sources", "source[0].via", "report"),
        ('except = ["EU"]', 'except = ["UK"]', "known-regions", "timeline[0].except[0]", "GB"),
        ('date = "about 2024-08-30"', 'date = "circa 2024"', "form", "timeline[0].date", "about"),
        (
            'date = "about 2024-08-30"',
            'date = "about 2024-13"',
            "possible-dates",
            "timeline[0].date",
            "no such date",
        ),
        (
            "edited = 2026-09-10",
            "edited = 2027-09-10",
            "future-dates",
            "source[0].edited",
            "has happened",
        ),
        (
            "until = 2026-10-01",
            "until = 2027-10-01",
            "future-dates",
            "source[0].until",
            "has happened",
        ),
        ('see = ["example"]', 'see = ["exampel"]', "known-guides", "see[0]", "exampel"),
        (
            '  id = "cloud"\n  label',
            '  id = "own"\n  label',
            "unique-ids",
            "question[0].option[0].id",
            "own",
        ),
        (
            'before = "either"',
            'before = "maybe"',
            "choice",
            "task[1].step[0].picture.part[0].before",
            "either",
        ),
    ],
)
def test_each_rule_of_a_broad_guide_finds_its_mistake_and_nothing_else(
    tmp_path: Path, old: str, new: str, rule: str, key: str, words: str
) -> None:
    copy_guide(GOOD, tmp_path)
    text = BROAD.read_text(encoding="utf-8")
    assert old in text
    file = put_guide(tmp_path, "broad", text.replace(old, new, 1))
    found = check_file(file, TODAY)
    assert {finding.rule for finding in found} == {rule}
    finding = next(finding for finding in found if finding.key == key)
    assert re.search(words, f"{finding.message} {finding.hint}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # What is to be copied may be a line of a web page.
        ('copy = "Data privacy"', 'copy = \'<meta name="robots" content="noai">\''),
        ('monogram = "Ex"', 'monogram = "ب"'),
        ("revision = 2", "revision = 9999"),
        (
            "as_of = 2026-08-21\n  sources",
            "seen_live = 2026-11-23\n  sources",
        ),
        (
            'text = "In the app."',
            'seen_live = 2026-10-31\nfailed = { date = 2026-11-01, because = "It is gone." }',
        ),
    ],
)
def test_what_is_right_is_not_found(
    findings_of: Callable[[str, str], tuple[Finding, ...]], old: str, new: str
) -> None:
    assert findings_of(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('monogram = "Ex"', 'monogram = " x"', "form"),
        ('monogram = "Ex"', 'monogram = "Exa"', "length"),
        ("revision = 2", "revision = 10000", "range"),
        ('name = "Example"', 'name = "TODO: the name"', "nothing-to-do"),
    ],
)
def test_each_limit_is_held(
    findings_of: Callable[[str, str], tuple[Finding, ...]], old: str, new: str, rule: str
) -> None:
    assert [finding.rule for finding in findings_of(old, new)] == [rule]


def test_marks_are_found_where_the_rest_cannot_be_read(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", 'name = "TODO')
    assert [one.rule for one in check_file(file, TODAY)] == ["readable", "nothing-to-do"]


def test_no_host_is_needed_where_no_step_opens_a_link(
    findings_of: Callable[[str, str], tuple[Finding, ...]],
) -> None:
    hosts = 'domains = ["www.example.com", "help.example.com"]'
    assert hosts in GOOD.read_text(encoding="utf-8")
    found = findings_of(hosts, "domains = []")
    assert found
    assert {finding.rule for finding in found} == {"openable-links"}
    assert all(finding.key.endswith(".url") for finding in found)


def test_a_source_that_nothing_names_is_a_warning(
    findings_of: Callable[[str, str], tuple[Finding, ...]],
) -> None:
    more = '[[source]]\nid = "lonely"\ntitle = "L"\npublisher = "L"\nkind = "press"\n\n[[task]]'
    (finding,) = findings_of("[[task]]", more)
    assert (finding.rule, finding.severity) == ("used-sources", "warning")
    assert finding.key == "source[0].id"
    assert finding.line == line_with("[[task]]") + 1


@pytest.mark.parametrize(
    "text", ["1 < 2 and 3 > 2", "a & b", "AT&T; x", "<3", "x<y", "Tom & Jerry; friends"]
)
def test_ordinary_signs_are_no_markup(
    findings_of: Callable[[str, str], tuple[Finding, ...]], text: str
) -> None:
    assert findings_of("New training.", text) == ()


def test_a_date_of_today_is_not_in_the_future() -> None:
    assert check_file(GOOD, date(2026, 9, 1)) == ()
    assert [finding.key for finding in check_file(GOOD, date(2026, 8, 31))] == ["source[1].copy_of"]


def test_a_folder_is_checked_by_name_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden"):
        put_guide(tmp_path, name, "format = 3\n")
    for name in ("notes.txt", ".hidden.toml", "a/notes.md", "a/guide.toml.orig"):
        (tmp_path / name).write_text("format = 3\n", encoding="utf-8")
    found = check_folder(tmp_path, TODAY)
    assert [finding.file for finding in found] == [
        str(tmp_path / "a" / "guide.toml"),
        str(tmp_path / "b" / "guide.toml"),
    ]


def test_a_file_beside_a_guide_that_nothing_reads_is_found(tmp_path: Path) -> None:
    file = put_guide(tmp_path, "example", GOOD.read_bytes())
    (file.parent / ".facts.toml").write_text("a = 1")
    assert check_file(file, TODAY) == ()
    (file.parent / "facts.toml").write_text("[[fact]]")
    (finding,) = check_folder(tmp_path, TODAY)
    assert (finding.file, finding.rule) == (str(file.parent / "facts.toml"), "known-files")
    assert "background.toml" in finding.hint


def test_a_mistake_beside_a_guide_is_found_in_its_file_and_line(tmp_path: Path) -> None:
    file = copy_guide(GOOD.parents[1] / "short" / "guide.toml", tmp_path)
    for name, old, new in (
        ("background.toml", '"press", "notes"', '"press", "lost"'),
        ("sources.toml", "https://forum", "http://forum"),
        ("guide.toml", 'surface = ["ios", "android"]', 'surface = ["ios", "telephone"]'),
    ):
        place = file.with_name(name)
        place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")
    found = [
        (Path(one.file).name, one.line, one.key)
        for one in check_file(file.with_name("sources.toml"), TODAY)
    ]
    way = "task[0].step[0].way[0].surface"
    assert found == [("guide.toml", 43, way), ("sources.toml", 5, "source.forum.url")]
    text = file.read_text("utf-8").replace("telephone", "android")
    file.write_text(text, "utf-8")
    file.with_name("sources.toml").write_text(
        file.with_name("sources.toml").read_text("utf-8").replace("http://forum", "https://forum")
    )
    (finding,) = check_file(file, TODAY)
    assert in_words(finding).startswith(
        f"{file.with_name('background.toml')}:5: fact[0].sources[1]:"
    )


def test_a_mistake_in_what_is_worked_out_is_found_once_and_where_it_comes_from(
    tmp_path: Path,
) -> None:
    file = copy_guide(GOOD.parents[1] / "short" / "guide.toml", tmp_path)
    text = file.read_text("utf-8").replace(
        '"Data privacy", "Training"', '"Data\u202e privacy", "T"'
    )
    text = text.replace('title = "Data privacy"', 'title = "T"')
    file.write_text(text.replace('sources = ["notice", "press"]', 'sources = ["lost"]'), "utf-8")
    sources = file.with_name("sources.toml")
    sources.write_text(sources.read_text("utf-8").replace('"2026-09"', '"2027-09"'), "utf-8")
    found = [(one.key, one.rule) for one in check_file(file, TODAY) if one.severity == "error"]
    assert found == [
        ("task[0].sources[0]", "known-sources"),
        ("task[0].step[0].path[2]", "visible-characters"),
        ("source.press.published", "future-dates"),
    ]


def test_a_loose_guide_is_found_and_told_where_to_move(tmp_path: Path) -> None:
    file = tmp_path / "strava.toml"
    file.write_bytes(GOOD.read_bytes())
    (finding,) = check_folder(tmp_path, TODAY)
    assert in_words(finding) == (
        f"{file}:1: A guide is a file guide.toml in a folder of its own. "
        "Move the file to strava/guide.toml."
    )
    assert (finding.rule, finding.severity) == ("own-folder", "error")


def test_lines_are_those_of_every_key() -> None:
    data = b"""
a = 1
"q.x".b.'c' = [1, {y = 2, z.w = 3},
 # a remark
 "s"]
[t.u]
k = \"\"\"
x
\"\"\"
[[task]]
id = 1
[[task.step]]
d = 2020-01-01
[[task.step]]
[task.step."pic"]
f = 1
[[task.step.part]]
[[task]]
[[task.step]]
g = 1
"""
    lines = lines_of(data)
    expected: dict[KeyPath, int] = {
        ("a",): 2,
        ("q.x", "b", "c"): 3,
        ("q.x", "b", "c", 1, "y"): 3,
        ("q.x", "b", "c", 1, "z", "w"): 3,
        ("q.x", "b", "c", 2): 5,
        ("t", "u"): 6,
        ("t", "u", "k"): 7,
        ("task", 0): 10,
        ("task", 0, "step", 0, "d"): 13,
        ("task", 0, "step", 1): 14,
        ("task", 0, "step", 1, "pic", "f"): 16,
        ("task", 0, "step", 1, "part", 0): 17,
        ("task", 1): 18,
        ("task", 1, "step", 0, "g"): 20,
    }
    assert {path: lines[path] for path in expected} == expected
    assert line_of(("task", 0, "step", 1, "missing"), lines) == 14
    assert line_of(("missing",), lines) == 1


def paths_in(value: object, path: KeyPath = ()) -> list[KeyPath]:
    """List the paths to all values of a table."""
    if isinstance(value, dict):
        return [path, *(p for key, item in value.items() for p in paths_in(item, (*path, key)))]
    if isinstance(value, list):
        return [path, *(p for key, item in enumerate(value) for p in paths_in(item, (*path, key)))]
    return [path]


GOOD_TABLE = parse_table(GOOD.read_bytes())
GOOD_PATHS = [path for path in paths_in(GOOD_TABLE) if path]


def test_every_value_of_a_guide_has_its_line() -> None:
    lines = lines_of(GOOD.read_bytes())
    text = GOOD.read_text(encoding="utf-8").splitlines()
    for path in GOOD_PATHS:
        if isinstance(path[-1], str) and isinstance(path[-2:][0], str | int):
            place = path if path in lines else next(p for p in lines if p[: len(path)] == path)
            assert path[-1] in text[lines[place] - 1], written(path)


ANYTHING = st.one_of(
    st.booleans(),
    st.integers(-2, 130),
    st.floats(),
    st.sampled_from([1.0, 2.0, 2**70]),
    st.text(max_size=5),
    st.sampled_from(["on", "https://", "toggle", "x" * 201, "x" * 301, "x" * 1201, " a", "a\tb"]),
    st.just([]),
    st.just({}),
    st.just(["a"]),
    st.just([{"kind": "bars"}]),
    st.just({"kind": "note", "text": "a"}),
)


@settings(max_examples=150)
@given(
    path=st.sampled_from(GOOD_PATHS),
    value=ANYTHING,
    how=st.sampled_from(["replace", "remove", "add"]),
)
def test_the_words_for_mistakes_agree_with_the_strict_reading(
    path: KeyPath, value: object, how: str
) -> None:
    table: Any = parse_table(GOOD.read_bytes())
    around: Any = table
    for key in path[:-1]:
        around = around[key]
    if how == "replace":
        around[path[-1]] = value
    elif how == "remove":
        del around[path[-1]]
    elif isinstance(around, list):
        around.append(value)
    else:
        around["added"] = value
    problems = list(misfits(table))
    try:
        msgspec.convert(table, Guide)
    except msgspec.ValidationError:
        assert problems
    else:
        assert problems == []
