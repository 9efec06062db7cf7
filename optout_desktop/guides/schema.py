"""The JSON Schema of a guide, for editors that help authors while they write."""

import msgspec

from optout_desktop.guides.shape import Guide

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Write the JSON Schema (2020-12) of a guide as it lies in resources/schema."""
    schema = {
        "$schema": _DIALECT,
        "title": "A guide of Optout Desktop",
        **msgspec.json.schema(Guide),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"
