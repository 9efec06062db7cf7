from pathlib import Path

from msgspec.structs import replace

from optout_desktop.authoring.coverage import coverage_page
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "data" / "guides" / "good" / "example" / "guide.toml"


def row_of(guide: Guide) -> list[str]:
    lines = coverage_page([guide]).splitlines()
    (row,) = (line for line in lines if f"(`{guide.slug}`)" in line)
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def test_a_row_tells_what_the_guide_covers() -> None:
    assert row_of(read_guide(GOOD)) == [
        "Example (`example`)",
        "`ai-toggle` (toggle), `objection` (form), `write` (e-mail), `ads` (nothing)",
        "5",
        "web, ios, e-mail",
        "CH, DE-BE, EEA, HK, US-CA",
        "high 8, medium 2, low 1",
        "2026-08-21",
        "2026-08",
        "4",
    ]


def test_an_empty_guide_has_a_row_and_a_name_cannot_break_the_table() -> None:
    guide = replace(read_guide(GOOD), tasks=(), facts=(), applies=(), companies=(), timeline=())
    assert row_of(guide)[1:] == ["-", "0", "-", "-", "", "-", "-", "0"]
    broken = replace(guide, name="A | B")
    assert r"| A \| B (`example`) |" in coverage_page([broken])


def test_guides_stand_by_name() -> None:
    good = read_guide(GOOD)
    others = [replace(good, slug=slug, name=name) for slug, name in (("b", "zeta"), ("a", "Beta"))]
    page = coverage_page([good, *others])
    assert [page.index(name) for name in ("Beta (", "Example (", "zeta (")] == sorted(
        page.index(name) for name in ("Beta (", "Example (", "zeta (")
    )
    assert "Services: 3. Tasks: 12. Steps: 15." in page
