"""The pages on the format and on the rules say what the program does."""

import ast
import re
from pathlib import Path

import msgspec

from optout_desktop.authoring.format_page import format_page
from optout_desktop.authoring.lint_page import lint_page, rule_ids
from optout_desktop.guides.format.shape import Guide, SharedFile

ROOT = Path(__file__).parents[2]


def test_the_pages_are_those_of_this_program() -> None:
    for name, page in (("guide-format.md", format_page()), ("lint.md", lint_page())):
        kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert kept == page, "renew it: optout-desktop guides generate"


def test_every_key_of_every_table_is_on_the_page() -> None:
    page = format_page()
    schema = msgspec.json.schema(Guide)["$defs"] | msgspec.json.schema(SharedFile)["$defs"]
    sections = {
        section.partition("\n")[0]: re.findall(r"^\| `([a-z_-]+)` \|", section, re.MULTILINE)
        for section in page.split("\n## ")[1:]
    }
    assert sections["Kinds of values"] == []
    for name, definition in schema.items():
        kinds = definition["properties"].get("kind", {}).get("enum", ())
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
        heading = f"Part: {kinds[0]}" if len(kinds) == 1 else words
        assert set(sections[heading]) == set(definition["properties"])
    assert len(sections) == len(schema) + 1


def test_what_is_needed_is_what_the_reading_needs() -> None:
    page = format_page()
    needed = re.findall(r"^\| `([a-z_]+)` \| yes \|", page.split("\n## ")[1], re.MULTILINE)
    assert set(needed) == set(msgspec.json.schema(Guide)["$defs"]["Guide"]["required"])


def test_links_inside_the_page_lead_to_headings() -> None:
    page = format_page()
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", text.lower()).replace(" ", "-") for text in headings}
    links = set(re.findall(r"\]\(#([a-z-]+)\)", page))
    assert len(links) > 20
    assert links <= anchors


def test_every_rule_that_can_be_broken_has_its_line() -> None:
    names = set()
    rooms = (ROOT / "optout_desktop" / room for room in ("guides", "authoring"))
    for file in (file for room in rooms for file in room.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name("Problem"), args=[_, ast.Constant(value=str(rule)), *_]
                ):
                    names.add(rule)
                case ast.Call(func=ast.Name("Finding"), args=[*_, ast.Constant(value=str(rule))]):
                    names.add(rule)
                case _:
                    pass
    assert len(names) > 20
    assert rule_ids() == names


def test_every_rule_says_what_a_good_guide_does() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([a-z ]+) \| (.*) \|$", lint_page(), re.MULTILINE)
    assert {name for name, _, _ in rows} == rule_ids()
    assert {severity for _, severity, _ in rows} == {"error", "warning", "error or warning"}
    assert [name for name, _, about in rows if not about.endswith(".")] == []
