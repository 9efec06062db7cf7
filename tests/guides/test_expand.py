"""What a guide of format 2 leaves out is worked out, and wherever it stands it is found again."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_desktop.guides.format.beside import merged
from optout_desktop.guides.format.expand import as_full, as_written, expand, is_implied
from optout_desktop.guides.format.problems import KeyPath
from optout_desktop.guides.format.read import BadGuide, parse_guide, read_files, read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.shape_errors import misfits
from optout_desktop.guides.format.tasks import Step
from optout_desktop.pictures.vocabulary import Toggle
from tests.guide_folders import copy_guide, put_guide

SHORT = Path(__file__).parents[1] / "data" / "guides" / "good" / "short" / "guide.toml"

GUIDE = """\
format = 2
slug = "example"
name = "Example"
category = "social"
domains = ["www.example.com"]
revision = 1
summary = "Posts are used for training."
company = []
fact = [{ id = "a", title = "A", text = "A.", sources = ["old", "new", "own"] }]

[source]
old = { title = "Old", publisher = "Example", kind = "official", published = 2024-01-31 }
new = { title = "New", publisher = "Example", kind = "official", edited = "2026-08" }
undated = { title = "Undated", publisher = "Example", kind = "official" }
own = { title = "Own", publisher = "Example", kind = "own", published = 2026-11-23 }

[[task]]
id = "switch"
kind = "KIND"
title = "Switch"
minutes = 1
TASK
sources = ["old"]

[[task.step]]
id = "step"
title = "Step"
STEP
"""

StepOf = Callable[..., Step]


@pytest.fixture
def step_of() -> StepOf:
    """Read a step from what is written in it, in its task, and of which kind the task is."""

    def read(step: str, task: str = "", kind: str = "delete") -> Step:
        text = GUIDE.replace("KIND", kind).replace("TASK", task).replace("STEP", step)
        return parse_guide(text.encode()).tasks[0].steps[0]

    return read


def test_a_step_has_the_sources_and_the_confidence_of_its_task(step_of: StepOf) -> None:
    step = step_of("[[task.step.way]]\n", 'confidence = "low"')
    assert (step.sources, step.confidence) == (("old",), "low")
    assert (step.ways[0].sources, step.ways[0].confidence) == (("old",), "low")
    step = step_of('sources = ["new"]\nconfidence = "high"\nway = [{}]', 'confidence = "low"')
    assert (step.sources, step.confidence) == (("new",), "high")
    assert (step.ways[0].sources, step.ways[0].confidence) == (("new",), "high")


@pytest.mark.parametrize(
    ("written", "as_of"),
    [
        ("", "2024-01-31"),
        ('sources = ["old", "new", "own"]', "2026-08"),
        ('sources = ["own", "undated"]', None),
        ('sources = ["own"]\nas_of = "2020"', "2020"),
        ('sources = ["new"]\nas_of = "undated"', None),
        ('sources = ["undated"]\nas_of = "undated"', None),
    ],
)
def test_a_step_is_as_of_its_newest_source_but_our_own(
    step_of: StepOf, written: str, as_of: str | None
) -> None:
    assert step_of(written).as_of == as_of


def test_facts_and_fields_have_such_a_date_too_and_rules_have_not() -> None:
    field = 'field = [{ label = "F", text = "F.", sources = ["new"] }]'
    rule = 'applies = [{ answer = "yes", because = "B.", sources = ["new"] }]'
    text = GUIDE.replace("KIND", "form").replace("TASK", f"{field}\n{rule}").replace("STEP", "")
    guide = parse_guide(text.encode())
    assert guide.facts[0].as_of == "2026-08"
    assert guide.tasks[0].fields[0].as_of == "2026-08"
    assert guide.tasks[0].applies[0].as_of is None


def test_what_is_opened_is_in_the_browser_unless_something_else_is_said(step_of: StepOf) -> None:
    url = 'url = "https://www.example.com/a"\n'
    assert step_of(url).surface == "web"
    assert step_of(f'{url}surface = "desktop"').surface == "desktop"
    assert step_of(f'{url}surface = "unknown"').surface is None
    assert step_of('surface = "unknown"').surface is None
    assert step_of("").surface is None


def test_a_way_on_several_surfaces_is_several_ways(step_of: StepOf) -> None:
    part = 'picture.part = [{ kind = "row", label = "Row" }]'
    ways = step_of(
        f'[[task.step.way]]\nsurface = ["ios", "web"]\npath = ["Me"]\n{part}\n'
        '[[task.step.way]]\nsurface = "android"'
    ).ways
    assert [way.surface for way in ways] == ["ios", "web", "android"]
    assert [way.path for way in ways] == [("Me",), ("Me",), ()]
    assert [way.picture and way.picture.frame for way in ways] == ["phone", "browser", None]


@pytest.mark.parametrize(
    ("written", "kind", "frame"),
    [
        ('surface = "web"', "delete", "browser"),
        ('surface = "app"', "delete", "phone"),
        ('surface = "ios"', "form", "phone"),
        ('surface = "e-mail"', "e-mail", "e-mail"),
        ('surface = "desktop"', "delete", "window"),
        ('surface = "device"', "delete", "page"),
        ("", "delete", "page"),
        ("", "form", "form"),
        ('surface = "web"\npicture.frame = "page"', "delete", "page"),
    ],
)
def test_the_frame_of_a_picture_follows_from_where_the_step_is_done(
    step_of: StepOf, written: str, kind: str, frame: str
) -> None:
    step = step_of(f'{written}\npicture.part = [{{ kind = "bars" }}]', kind=kind)
    assert step.picture is not None
    assert step.picture.frame == frame


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.example.com", "example.com"),
        ("https://www.example.com/settings/ai/?tab=1#switch", "example.com/settings/ai"),
        ("https://example.com/mypreferences/d/settings/data-for-ai", "example.com/…/data-for-ai"),
        (f"https://example.com/a/{'b' * 40}", "example.com/…"),
        ("https://[", None),
        (f"https://{'a.' * 90}com", None),
        ("https://example.com/a b", None),
    ],
)
def test_the_address_of_a_picture_is_that_of_its_step_as_a_browser_shortens_it(
    step_of: StepOf, url: str, address: str | None
) -> None:
    step = step_of(f'url = "{url}"\npicture.part = [{{ kind = "bars" }}]')
    assert step.picture is not None
    assert step.picture.address == address


def test_only_a_browser_shows_an_address_and_it_may_be_left_out(step_of: StepOf) -> None:
    url = 'url = "https://www.example.com"\npicture.part = [{ kind = "bars" }]\n'
    for more in ('picture.address = "none"', 'picture.frame = "page"'):
        picture = step_of(url + more).picture
        assert picture is not None
        assert picture.address is None


@pytest.mark.parametrize(
    ("written", "crumbs"),
    [
        ('picture.title = "C"', ("A", "B")),
        ('picture.title = "A"', ()),
        ('picture.title = "Other"', ()),
        ("", ()),
        ('picture.title = "C"\npicture.crumbs = []', ()),
        ('picture.title = "C"\npicture.crumbs = ["D"]', ("D",)),
        ('picture.title = "I"', ("D", "E", "F", "G", "H")),
    ],
)
def test_the_crumbs_of_a_picture_are_the_path_before_its_title(
    step_of: StepOf, written: str, crumbs: tuple[str, ...]
) -> None:
    path = 'path = ["A", "B", "C", "D", "E", "F", "G", "H", "I"]'
    step = step_of(f'{path}\n{written}\npicture.part = [{{ kind = "bars" }}]')
    assert step.picture is not None
    assert step.picture.crumbs == crumbs


@pytest.mark.parametrize(
    ("task", "before", "after"),
    [
        ('default = "On"\nturn = "off"', "on", "off"),
        ('default = "off"\nturn = "on"', "off", "on"),
        ('default = "On, as reported"\nturn = "off"', "either", "off"),
    ],
)
def test_a_switch_is_found_and_left_as_its_task_says(
    step_of: StepOf, task: str, before: str, after: str
) -> None:
    step = step_of('picture.part = [{ kind = "toggle", label = "L" }]', f'{task}\nundo = "U."')
    assert step.picture is not None
    part = step.picture.parts[0]
    assert isinstance(part, Toggle)
    assert (part.before, part.after) == (before, after)


def test_how_a_switch_is_left_has_to_be_said_where_its_task_does_not(step_of: StepOf) -> None:
    with pytest.raises(BadGuide, match=r"part\[0\].*after.* missing"):
        step_of('picture.part = [{ kind = "toggle", label = "L", before = "on" }]')


def test_a_guide_of_format_1_has_to_say_all_of_it() -> None:
    raw = {"format": 1, "task": [{"sources": ["a"], "step": [{"url": "https://a.b"}]}]}
    assert expand(raw, {}) == raw


def test_facts_and_sources_may_stand_beside_the_guide(tmp_path: Path) -> None:
    guide = read_guide(SHORT)
    assert [fact.id for fact in guide.facts] == ["posts"]
    assert guide.facts[0].as_of == "2026-09"
    assert [source.id for source in guide.sources] == ["notice", "forum", "press", "notes"]
    copy = copy_guide(SHORT, tmp_path)
    whole = "\n".join(
        file.read_text("utf-8") for file in (copy, *sorted(copy.parent.glob("[bs]*")))
    )
    for file in copy.parent.glob("[bs]*"):
        file.unlink()
    put_guide(tmp_path, "short", whole)
    assert read_guide(copy) == guide


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("background.toml", "task = []", "“task” does not belong in background.toml"),
        ("sources.toml", "[[timeline]]", "“timeline” does not belong in sources.toml"),
        ("sources.toml", "[source]\na = 1\na = 2", "sources.toml cannot be used: .* used twice"),
        ("guide.toml", "fact = []\n", "“fact” is in guide.toml too"),
    ],
)
def test_what_does_not_belong_beside_a_guide_is_refused(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    copy = copy_guide(SHORT, tmp_path)
    file = copy.with_name(name)
    file.write_text(text + file.read_text("utf-8") if file == copy else text, "utf-8")
    with pytest.raises(BadGuide, match=words):
        read_guide(copy)


WRITTEN = merged(read_files(SHORT))


@pytest.mark.parametrize(
    ("full", "written"),
    [
        (("source", 2, "title"), ("source", "press", "title")),
        (("task", 0, "step", 0, "way", 0, "path"), ("task", 0, "step", 0, "way", 0, "path")),
        (("task", 0, "step", 0, "way", 1, "path"), ("task", 0, "step", 0, "way", 0, "path")),
        (("task", 0, "step", 0, "way", 2), ("task", 0, "step", 0, "way", 1)),
        (("task", 0, "step", 0, "title"), ("task", 0, "step", 0, "title")),
        (("fact", 0), ("fact", 0)),
    ],
)
def test_a_place_of_the_full_form_is_found_where_it_was_written(
    full: KeyPath, written: KeyPath
) -> None:
    assert as_written(full, WRITTEN) == written
    assert as_written(as_full(written, WRITTEN), WRITTEN) == written


def test_what_was_worked_out_is_told_from_what_was_written() -> None:
    full = expand(WRITTEN, {})
    step: KeyPath = ("task", 0, "step", 0)
    for path in [(*step, "as_of"), (*step, "sources", 0), (*step, "picture", "crumbs", 1)]:
        assert is_implied(path, WRITTEN, full)
    for path in [(*step, "path", 1), (*step, "way", 1, "path"), (*step, "missing"), ("address",)]:
        assert not is_implied(path, WRITTEN, full)


def _places(value: object, path: KeyPath = ()) -> list[KeyPath]:
    if isinstance(value, dict):
        return [
            path,
            *(place for key, one in value.items() for place in _places(one, (*path, key))),
        ]
    if isinstance(value, list):
        parts = enumerate(value)
        return [path, *(place for key, one in parts for place in _places(one, (*path, key)))]
    return [path]


@given(
    path=st.sampled_from(_places(WRITTEN)[1:]),
    value=st.sampled_from(
        [None, True, 1, 2.5, "", "on", "a" * 1300, [], {}, [1], [[]], [{}], {"a": 1}]
    ),
)
def test_whatever_an_author_writes_is_named_as_the_strict_reading_has_it(
    path: KeyPath, value: object
) -> None:
    table = msgspec.convert(msgspec.to_builtins(WRITTEN), dict)
    around = table
    for key in path[:-1]:
        around = around[key]
    if value is None:
        del around[path[-1]]
    else:
        around[path[-1]] = value
    full = expand(table, {})
    problems = list(misfits(full))
    for problem in problems:
        as_written(problem.path, table)
    try:
        msgspec.convert(full, Guide)
    except msgspec.ValidationError:
        assert problems
    else:
        assert problems == []
