import json
import re
from pathlib import Path
from typing import Any

from optout_desktop.authoring.schema import schema_text
from optout_desktop.base.paths import resources_folder

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"


def test_the_schema_beside_the_guides_is_that_of_this_program() -> None:
    file = resources_folder() / "schema" / "guide.schema.json"
    assert file.read_text(encoding="utf-8") == schema_text()


def test_the_schema_describes_every_key_of_a_guide() -> None:
    definitions: dict[str, Any] = json.loads(schema_text())["$defs"]
    guide = definitions["Guide"]
    assert guide["additionalProperties"] is False
    assert {"format", "slug", "task", "source"} <= set(guide["required"])
    assert definitions["Step"]["properties"]["copy"]
    assert all(struct["description"] for struct in definitions.values())


def test_no_pattern_of_the_schema_needs_more_than_editors_know() -> None:
    patterns = set(re.findall(r'"pattern": (".*")', schema_text()))
    assert patterns
    # ECMA 262 has no \A, \Z, (?P<name>) and possessive quantifiers.
    assert not [p for p in patterns if re.search(r"\\\\[AZz]|\(\?P|[*+?}]\+", p)]
