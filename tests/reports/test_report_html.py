"""The HTML face: self-contained, accessible, and deaf to what others wrote."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.base.languages import use_language
from optout_desktop.reports.html import as_html
from optout_desktop.reports.plain_text import visible
from optout_desktop.reports.report import Report
from tests.entries import entry

Reports = Callable[..., Report]

GOLDEN = Path(__file__).parents[1] / "golden" / "report.html"
VOID = {"meta", "br"}
EVENTS = (
    entry("tick", "toggle", "open", revision=3),
    entry("could-not-find", "toggle", "switch", revision=3, value="greyed-out"),
    entry("note", "toggle", "switch", note="It stays grey.\nI wrote to them.", revision=0),
    entry("sent", "objection", "send", revision=2, date="2026-11-20", reference="4711"),
    entry("tick", "toggle", "gone", revision=1),
)
HOSTILE = (
    "</p><script>alert(1)</script> {{ 7*7 }} &amp; \x00\x1b[2J \u202ertl\u2066 \ud800 "
    "'\"><img src=x>"
)


class Page(HTMLParser):
    """Reads a page and fails on elements that are left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return "".join(self.texts)


@pytest.fixture
def page(report_of: Reports) -> Page:
    return Page(as_html(report_of(*EVENTS)))


def test_the_page_is_the_golden_one(report_of: Reports) -> None:
    """To take a new one: delete the file, run twice, and read the difference."""
    # Without pictures: their drawing has golden rules of its own.
    report = replace(report_of(*EVENTS), program="Optout Desktop")
    html = as_html(report, pictures=False)
    if not GOLDEN.exists():
        GOLDEN.write_text(html, encoding="utf-8", newline="\n")
        pytest.fail("There was no golden file; it was written now. Read it and run again.")
    assert html == GOLDEN.read_text(encoding="utf-8")


def test_nothing_comes_from_outside_and_nothing_runs(page: Page) -> None:
    active = {
        "script",
        "link",
        "iframe",
        "object",
        "embed",
        "img",
        "form",
        "base",
        "audio",
        "video",
    }
    assert active.isdisjoint(name for name, _attributes in page.elements)
    for name, attributes in page.elements:
        assert {"src", "srcset", "style", "background", "poster"}.isdisjoint(attributes)
        assert not [key for key in attributes if key.startswith("on")]
        if "href" in attributes:
            assert name == "a"
    policy = [one for one in page.named("meta") if one.get("http-equiv")]
    assert [one["content"] for one in policy] == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]


def test_the_style_loads_nothing(report_of: Reports) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", as_html(report_of()), re.DOTALL)
    assert "url(" not in style
    assert "@import" not in style


def test_headings_begin_at_one_and_skip_no_level(page: Page) -> None:
    levels = [int(name[1]) for name, _attributes in page.elements if re.fullmatch(r"h[1-6]", name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_language_landmarks_and_table_are_named(page: Page) -> None:
    assert page.named("html") == [{"lang": "en", "dir": "ltr"}]
    for landmark in ("header", "main", "footer", "caption"):
        assert len(page.named(landmark)) == 1
    assert all(cell.get("scope") for cell in page.named("th"))
    for section in page.named("section"):
        assert section.get("aria-labelledby")


def test_ids_are_unique_and_references_lead_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _name, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _name, attributes in page.elements:
        label = attributes.get("aria-labelledby")
        assert label is None or label in ids
        href = attributes.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids


def test_pictures_are_inline_with_words(page: Page) -> None:
    (picture,) = page.named("svg")
    assert picture["role"] == "img"
    assert "Use my data to train AI" in page.text
    assert "Drawing of what was looked for." in page.text


def test_each_step_shows_its_time(page: Page) -> None:
    times = [attributes["datetime"] for attributes in page.named("time")]
    assert times.count("2026-11-23T10:42:00+01:00") == 1
    for minute in ("01", "02", "04", "05"):
        assert f"2026-11-23T09:{minute}:00+01:00" in times


def test_a_language_from_right_to_left_turns_the_page(report_of: Reports) -> None:
    use_language(["ar-XB"])
    page = Page(as_html(report_of(*EVENTS)))
    assert page.named("html") == [{"lang": "ar-XB", "dir": "rtl"}]
    # A picture has its own direction, or its text would turn round.
    svg = next(number for number, (name, _a) in enumerate(page.elements) if name == "svg")
    assert page.elements[svg - 1] == ("div", {"dir": "ltr"})


def test_an_empty_report_is_a_page(report_of: Reports) -> None:
    page = Page(as_html(replace(report_of(), services=())))
    assert "Nothing was stated yet." in page.text
    assert page.named("table") == []


def test_hostile_texts_stay_text(report_of: Reports) -> None:
    note = entry("note", "toggle", "open", note=HOSTILE, revision=0)
    sent = entry("sent", "objection", "send", date=HOSTILE, reference=HOSTILE, revision=0)
    report = report_of(note, sent)
    html = as_html(replace(report, person=HOSTILE, region=HOSTILE, remarks=(HOSTILE,)))
    page = Page(html)
    assert page.named("script") == page.named("img") == []
    assert page.text.count(visible(HOSTILE)) >= 5
    assert "49" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert html.encode(), "no character stops the export"
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", html)


def test_a_hostile_guide_stays_text(report_of: Reports) -> None:
    report = report_of(*EVENTS)
    (service,) = report.services
    task = service.tasks[0]
    step = replace(task.steps[0], title=HOSTILE, path=(HOSTILE,), url=HOSTILE, at=HOSTILE)
    task = replace(task, title=HOSTILE, stops=HOSTILE, instead=(HOSTILE,), steps=(step,))
    source = replace(service.sources[0], title=HOSTILE, publisher=HOSTILE)
    service = replace(service, name=HOSTILE, tasks=(task,), sources=(source,))
    page = Page(as_html(replace(report, services=(service,))))
    assert page.named("script") == page.named("img") == []


def test_pictures_are_well_formed(report_of: Reports) -> None:
    html = as_html(report_of(*EVENTS))
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        assert ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - ours
