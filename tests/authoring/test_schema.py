import json
import re
from typing import Any

from optout_desktop.authoring.left_out import LEFT_OUT
from optout_desktop.authoring.schema import guide_schemas
from optout_desktop.base.paths import resources_folder
from optout_desktop.guides.format.expand import expand, implied

GUIDE: dict[str, Any] = json.loads(guide_schemas()["guide.schema.json"])["$defs"]


def test_the_schemas_beside_the_guides_are_those_of_this_program() -> None:
    for name, text in guide_schemas().items():
        file = resources_folder() / "schema" / name
        assert file.read_text(encoding="utf-8") == text, "renew it: optout-desktop guides generate"


def test_the_schema_describes_every_key_of_a_guide() -> None:
    guide = GUIDE["Guide"]
    assert guide["additionalProperties"] is False
    assert {"format", "slug", "task"} <= set(guide["required"])
    assert GUIDE["Step"]["properties"]["copy"]
    assert all(struct["description"] for struct in GUIDE.values())


def test_what_can_be_worked_out_may_be_left_out() -> None:
    assert GUIDE["Step"]["required"] == ["id", "title"]
    assert GUIDE["Picture"]["required"] == ["part"]
    assert GUIDE["Source"]["required"] == ["title", "publisher", "kind"]
    assert "id" not in GUIDE["Source"]["properties"]
    assert {"enum": ["undated"]} in GUIDE["Fact"]["properties"]["as_of"]["anyOf"]


def test_what_stands_beside_a_guide_has_schemas_with_nothing_that_it_does_not_need() -> None:
    background = json.loads(guide_schemas()["background.schema.json"])
    assert {*background["properties"]} == {"fact", "timeline"}
    assert {*background["$defs"]} == {"Fact", "Change"}
    assert {*json.loads(guide_schemas()["sources.schema.json"])["$defs"]} == {"Source"}
    shared = json.loads(guide_schemas()["shared.schema.json"])["$defs"]["SharedFile"]
    assert set(shared["required"]) == {"format", "name", "domains", "source"}


def test_no_pattern_of_the_schema_needs_more_than_editors_know() -> None:
    patterns = set(re.findall(r'"pattern": (".*")', "".join(guide_schemas().values())))
    assert patterns
    # ECMA 262 has no \A, \Z, (?P<name>) and possessive quantifiers.
    assert not [p for p in patterns if re.search(r"\\\\[AZz]|\(\?P|[*+?}]\+", p)]


def test_the_pages_for_authors_name_every_key_that_is_worked_out() -> None:
    toggle = {"kind": "toggle"}
    place = {"sources": ["a"], "url": "https://a.b", "path": ["P", "T"], "picture": {"title": "T"}}
    step = {**place, "picture": {"title": "T", "part": [toggle]}, "way": [place]}
    full = expand(
        {
            "format": 2,
            "source": {"a": {"published": "2026"}},
            "task": [{"sources": ["a"], "default": "On", "turn": "off", "step": [step]}],
        },
        {},
    )
    worked_out = {key for _table, key, value in implied(full, {"a": "2026"}) if value is not None}
    assert worked_out == {key for keys in LEFT_OUT.values() for key in keys}
