"""JSON Schemas: of guides for editors, of documents for other programs.

Those of guides describe the short form, as authors write it; the structs of guides.format the full
one.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_desktop.authoring.left_out import LEFT_OUT, word_for_nothing
from optout_desktop.guides.format.beside import BESIDE
from optout_desktop.guides.format.shape import FORMAT, Guide, SharedFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]
"""A JSON Schema: JSON of any shape."""


def schema_of(title: str, kind: type[msgspec.Struct]) -> str:
    """Return the JSON Schema (2020-12) of a struct, as the text of a file."""
    return _text(title, msgspec.json.schema(kind))


def guide_schemas() -> dict[str, str]:
    """Return the schemas for those who write guides, by their files in resources/schema."""
    guide = _short(Guide)
    texts = {
        "guide.schema.json": _text("A guide of Optout Desktop", guide),
        "shared.schema.json": _text("What several guides share", _short(SharedFile)),
    }
    for name, keys in BESIDE.items():
        whole = guide["$defs"][Guide.__name__]
        part = {
            "type": "object",
            "properties": {key: whole["properties"][key] for key in keys},
            "additionalProperties": False,
        }
        used = {*_used(part, guide["$defs"])}
        part["$defs"] = {key: one for key, one in guide["$defs"].items() if key in used}
        title = f"What {name} beside a guide may hold"
        texts[name.replace(".toml", ".schema.json")] = _text(title, part)
    return texts


def _text(title: str, schema: Schema) -> str:
    whole = {"$schema": _DIALECT, "title": title, **schema}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _short(kind: type[Guide | SharedFile]) -> Schema:
    """Return the schema of the short form, made from that of the full one."""
    schema = msgspec.json.schema(kind)
    tables = schema["$defs"]
    for table, keys in LEFT_OUT.items():
        about = tables[table.__name__]
        about["required"] = [key for key in about["required"] if key not in keys]
        for key in keys:
            if word := word_for_nothing(key):
                about["properties"][key] = _or(about["properties"][key], {"enum": [word]})
    surfaces = tables["Way"]["properties"]["surface"]
    tables["Way"]["properties"]["surface"] = _or(surfaces, {"type": "array", "items": surfaces})
    whole = tables[kind.__name__]
    whole["properties"]["format"] = {"enum": [FORMAT]}
    if kind is Guide:
        # It may be in sources.toml.
        whole["required"].remove("source")
    name = tables["Source"]["properties"].pop("id")
    tables["Source"]["required"].remove("id")
    whole["properties"]["source"] = {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/Source"},
        "propertyNames": name,
    }
    return schema


def _or(one: Schema, other: Schema) -> Schema:
    plain = {key: value for key, value in one.items() if key != "default"}
    return {"anyOf": [*plain.get("anyOf", [plain]), other]}


def _used(value: object, tables: Schema) -> Iterator[str]:
    """Yield the names of all tables that a part of a schema refers to."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "$ref":
                name = one.rpartition("/")[2]
                yield name
                yield from _used(tables[name], tables)
            else:
                yield from _used(one, tables)
    elif isinstance(value, list):
        for one in value:
            yield from _used(one, tables)
