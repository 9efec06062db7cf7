"""Every command in two languages that nobody speaks: no English is left, and nothing stops."""

import argparse
import re
import shlex
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from optout_desktop.cli.arguments import command_adder, make_parser
from optout_desktop.cli.command import _COMMANDS
from optout_desktop.progress.events import ANSWERS, OUTCOMES
from tests.cli.conftest import Answer, Terminal
from tests.languages.greek import english_in, ids, vocabulary, write_greek

DATA = Path(__file__).parents[1] / "data"
GUIDES = [
    *(DATA / "guides" / "good" / name / "guide.toml" for name in ("broad", "example", "short")),
    *(DATA / "renamed" / name / "guide.toml" for name in ("sora", "superhuman")),
]
LANGUAGES = ("en-XA", "ar-XB")
TYPED = frozenset({"none", "me"})
"""What stands for no answer and for the first person."""
KEYS = frozenset({*vocabulary(), "nmae", "extra"})
"""Keys of guides, with two that only a bad one has."""
WORDS = frozenset({*ANSWERS, *OUTCOMES, "before", "after", "light", "dark", "ltr", "rtl", "html"})
"""Values that are typed in the terminal."""


def parsers(parser: argparse.ArgumentParser, name: str) -> Iterator[str]:
    """List every command, with the commands below it."""
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        yield name
    for action in below:
        for command, one in action.choices.items():
            yield from parsers(one, f"{name} {command}".strip())


def commands() -> list[str]:
    parser = make_parser()
    add = command_adder(parser)
    for command in _COMMANDS:
        command.add(add)
    return list(parsers(parser, ""))


JOBS = """
list
list 'nothing of this name'
show broad
show broad --region DE
show example --region US-CA
show sora
show brod
tick broad robots header
tick broad robots header --undo
tick broad robots header --undo
tick broad switch flip --could-not-find not-there
tick broad delete send --sent 2026-11-01 --reference 4711
tick broad delete answer --answer refused --date 2026-11-20
tick broad robots tag --note 0815
tick broad robots tag --sent 2026-11-01
tick broad robots tag --sent yesterday
tick broad robots
tick broad robots tag --answer nonsense
tick grammarly toggle open
outcome broad switch found-so
outcome broad switch none
outcome broad form not-offered
answer broad
answer broad host own
answer broad host nobody
list
show broad
report -o {here}/report.html
report -o {here}/report.html
report -o {here}/missing/report.html
picture broad switch flip
picture broad robots header
picture broad switch flip --scale 7
where
my-data list
my-data export -o {here}/data.zip
guides check {data}/guides/bad/many-mistakes
guides check {data}/guides/hostile/wrong-types
guides age
guides new strava -o {here}
guides new Strava
guides touch example notice 2026-11-01
guides format
--region nowhere list
--person nobody list
nonsense
my-data delete
my-data delete --yes
list
"""
"""What is done with each command: what it is for, and how it refuses."""


def jobs(here: Path) -> Iterator[list[str]]:
    """List what is typed, and at last the help of every command."""
    for line in JOBS.strip().splitlines():
        yield shlex.split(line.format(here=here, data=DATA))
    for command in commands():
        yield [*command.split(), "--help"]


class Texts(HTMLParser):
    """Collects what is read in a page: its texts, and those of its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._inside: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        self.texts += [
            value or "" for name, value in attrs if name in {"aria-label", "alt", "title"}
        ]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside:
            self.texts.append(data)


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    for guide in GUIDES:
        write_greek(guide, folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left(
    terminal: Terminal, guides: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("OPTOUT_LANGUAGE", language)
    known = ids(guides)
    left = []
    for job in jobs(tmp_path):
        answer: Answer = terminal(*job)
        assert answer.out or answer.err
        said = answer.out + answer.err
        if "<svg" in said:
            said = " ".join(Texts(said).texts)
        if job[:2] == ["guides", "check"]:
            said = re.sub("“[^”]*”", "", said)  # what stands in the guide
        is_technical = job[0] == "guides" or job[-1] == "--help" or answer.code == 2
        if job == ["nonsense"]:
            known |= {command.partition(" ")[0] for command in commands()}
        words = known | TYPED | (WORDS | KEYS if is_technical else frozenset())
        left += [(job, word) for word in english_in(said, words) if word not in job]
    assert "\n".join(map(str, left)) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left_in_the_report(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("OPTOUT_LANGUAGE", language)
    file = tmp_path / "report.html"
    for job in jobs(tmp_path):
        if job[0] in {"tick", "outcome", "answer"}:
            terminal(*job)
    assert terminal("report", "-o", str(file)).code == 0
    page = Texts(file.read_text(encoding="utf-8"))
    assert len(page.texts) > 100
    left = [text for text in page.texts if english_in(text)]
    assert "\n".join(map(str, left)) == ""


def test_every_command_was_tried(tmp_path: Path) -> None:
    tried = {" ".join(job[:length]) for job in jobs(tmp_path) for length in (1, 2)}
    assert set(commands()) <= tried
