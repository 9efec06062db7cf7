"""What is expected of a guide, and what the check finds where it says something else."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file
from optout_desktop.authoring.expected import NAME
from optout_desktop.authoring.findings import Finding
from optout_desktop.base.paths import guides_folder
from optout_desktop.guides.format.files import guide_files

DATA = Path(__file__).parents[1] / "data" / "guides"
EXPECTED = DATA / "expectations" / "example.toml"
TODAY = date(2026, 11, 23)

CheckWith = Callable[[str, str], tuple[Finding, ...]]


@pytest.fixture
def check_with(tmp_path: Path) -> CheckWith:
    """Check the good guide against what is expected of it, after one change of that."""

    def change_and_check(old: str, new: str) -> tuple[Finding, ...]:
        folder = tmp_path / "example"
        shutil.copytree(DATA / "good" / "example", folder, dirs_exist_ok=True)
        text = EXPECTED.read_text(encoding="utf-8")
        assert old in text
        changed = text.replace(old, new, 1)
        (folder / NAME).write_text(changed, encoding="utf-8", newline="\n")
        return check_file(folder / "guide.toml", TODAY)

    return change_and_check


@pytest.mark.parametrize("guide", guide_files(guides_folder()), ids=lambda file: file.parent.name)
def test_something_is_expected_of_every_guide(guide: Path) -> None:
    assert guide.with_name(NAME).is_file()
    assert check_file(guide, date.today()) == ()  # noqa: DTZ011 - as an author runs it


def test_a_guide_that_is_as_expected_has_no_finding(check_with: CheckWith) -> None:
    assert check_with("# What", "# What") == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('"help.example.com"]', '"help.example.com", "x.example"]', "domains[2]", "not have it"),
        (
            '  "https://help.example.com/ios",\n',
            "",
            "opens",
            "also has https://help.example.com/ios",
        ),
        ('"https://www.example.com/legal', '"https://www.example.com/law', "cites[0]", "not have"),
        ("cites = [\n", 'gaps = ["https://‹you›.example"]\ncites = [\n', "gaps[0]", "not have it"),
        (
            "cites = [\n",
            'doubtful = ["https://help.example.com/ios"]\ncites = [\n',
            "doubtful[0]",
            "not have it",
        ),
        (
            'no = ["HK"] } },\n  { task = "ai',
            'no = ["DE"] } },\n  { task = "ai',
            "answer[0]",
            "HK:",
        ),
        ('  { task = "ads", answer = "yes", except = { no = ["HK"] } },\n', "", "answer", "“ads”"),
        ('{ task = "ads",', '{ task = "add",', "answer", "“ads”"),
        ('alike = ["DE"', 'alike = ["HK"', "alike", "These differ"),
        ('age = "adult", answer = "yes"', 'answer = "admin"', "case[0].answer", "“admin” is expec"),
        ("optional = false", "optional = true", "case[0].optional", "true is expected"),
        ('since = "2025-11-03"', 'since = ""', "case[0].since", "nothing is expected"),
        ('since = "" }', 'since = "2025" }', "case[1].since", "The guide says nothing"),
        ('confidence = "high"', 'confidence = "low"', "case[0].confidence", "“low” is expected"),
        ("'everybody else", "'nobody else", "case[0].because", "It is on for everybody else."),
        ("'Hong Kong'", "'everybody'", "case[0].not_because", "It is on for everybody else."),
        ('cites = ["notice"]', 'cites = ["form"]', "case[0].cites", '["form"] is expected'),
        ('cite = ["press"]', 'cite = ["notice"]', "case[0].does_not_cite", "names it"),
        ('steps = ["open", "check"]', 'steps = ["open", "shut"]', "case[1]", "“ai-toggle.shut”"),
        ('steps = ["send"]', 'steps = ["send", "answer"]', "only_one[0]", "send and answer"),
        ('["CH"] }', '["BR"] }', "company[0]", "“Example Corporation”"),
        (
            '"Use my data", before = "on"',
            '"Use my data", before = "off"',
            "switch[0]",
            "No picture",
        ),
        (
            '  { label = "I have read this", before = "off", after = "on" },\n',
            "",
            "switch",
            "I have",
        ),
        ('["web", "ios"]', '["web"]', "surfaces[0]", '["ios","web"]'),
        ('["web", "ios"] }', '["web", "ios"], by_all = true }', "surfaces[0]", '["ios","web"]'),
        ('leave = "off" }', 'leave = "on" }', "value[0]", '"leave":"on"'),
        ('["sent", "answer"]', '["sent"]', "value[1]", '["sent","answer"]'),
        ("part.0.label", "part.8.label", "value[2]", "The guide says nothing"),
        ("has = 'future'", "has = 'never'", "value[3]", "“never” is expected"),
        ("has_not = 'past'", "has_not = 'only'", "value[3]", "works for the future only"),
        ('disputed = ["posts"]', 'disputed = ["write"]', "disputed[0]", "does not say"),
        ("'you must'", "'unless you'", "never[0]", "unless you switch it off"),
        ('answer = "yes", optional', 'answer = "perhaps", optional', "case[0].answer", "perhaps"),
        ("alike", "likewise", "", "likewise"),
    ],
)
def test_each_contradiction_is_found_where_it_is_expected(
    check_with: CheckWith, old: str, new: str, key: str, words: str
) -> None:
    findings = check_with(old, new)
    named = {finding.key: finding for finding in findings}
    assert key in named, findings
    assert any(words in finding.message for finding in findings), findings
    assert {finding.rule for finding in findings} == {"expected"}
    lines = EXPECTED.read_text(encoding="utf-8").replace(old, new, 1).splitlines()
    if key:
        assert key.partition("[")[0].partition(".")[0] in "".join(lines[: named[key].line])
    assert named[key].file.endswith(NAME)


def test_a_file_that_is_not_toml_is_told_with_its_line(check_with: CheckWith) -> None:
    (finding,) = check_with("opens = [", "opens = [[")
    assert finding.rule == "readable"
    assert finding.file.endswith(NAME)


def test_nothing_is_compared_while_the_guide_has_an_error(
    check_with: CheckWith, tmp_path: Path
) -> None:
    check_with("'you must'", "'unless you'")
    guide = tmp_path / "example" / "guide.toml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("minutes = 2", 'minutes = "two"'))
    assert "expected" not in {finding.rule for finding in check_file(guide, TODAY)}
