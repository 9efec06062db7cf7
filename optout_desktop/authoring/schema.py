"""The JSON Schemas of guides and of shared files, for editors that help authors to write."""

import msgspec

from optout_desktop.guides.format.shape import Guide, SharedFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Write the JSON Schema (2020-12) of a guide: resources/schema/guide.schema.json."""
    return _schema("A guide of Optout Desktop", Guide)


def shared_schema_text() -> str:
    """Write the JSON Schema of a shared file: resources/schema/shared.schema.json."""
    return _schema("What several guides of Optout Desktop share", SharedFile)


def _schema(title: str, kind: type[msgspec.Struct]) -> str:
    schema = {"$schema": _DIALECT, "title": title, **msgspec.json.schema(kind)}
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"
