"""JSON Schemas: of guides and shared files for editors, of documents for other programs."""

import msgspec

from optout_desktop.guides.format.shape import Guide, SharedFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Write the JSON Schema (2020-12) of a guide: resources/schema/guide.schema.json."""
    return schema_of("A guide of Optout Desktop", Guide)


def shared_schema_text() -> str:
    """Write the JSON Schema of a shared file: resources/schema/shared.schema.json."""
    return schema_of("What several guides of Optout Desktop share", SharedFile)


def schema_of(title: str, kind: type[msgspec.Struct]) -> str:
    """Return the JSON Schema (2020-12) of a struct, as the text of a file."""
    schema = {"$schema": _DIALECT, "title": title, **msgspec.json.schema(kind)}
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"
