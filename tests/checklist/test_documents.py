"""The JSON for other programs: as its schema says, with codes and words, for every guide."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from optout_desktop.authoring.schema import schema_of
from optout_desktop.base.paths import guides_folder, resources_folder
from optout_desktop.checklist.checklist import Checklist
from optout_desktop.checklist.documents import (
    ChecklistDocument,
    ListDocument,
    checklist_document,
    list_document,
)
from optout_desktop.checklist.make import make_checklist
from optout_desktop.guides.format.files import guide_files, slug_of
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.library.outline import outline_of
from optout_desktop.plan.overview import service_overview
from optout_desktop.progress.people import Account
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.rules import Situation
from tests.entries import entry

Checklists = Callable[..., Checklist]

SCHEMAS = resources_folder() / "schema"


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("checklist", "What “optout-desktop show --json” prints", ChecklistDocument),
        ("list", "What “optout-desktop list --json” prints", ListDocument),
    ],
)
def test_the_schemas_are_those_of_this_program(
    name: str, title: str, kind: type[msgspec.Struct]
) -> None:
    kept = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert kept == schema_of(title, kind), "renew it: optout-desktop guides generate"


@pytest.mark.parametrize("file", guide_files(guides_folder()), ids=slug_of)
def test_every_guide_fits_its_schema(file: Path) -> None:
    """The structs from which the schema is made read it strictly, and lose nothing of it."""
    guide = read_guide(file)
    for situation in (Situation(), Situation("DE", "work", "adult", "owner"), Situation("US-CA")):
        checklist = make_checklist(guide, ServiceState(), situation, today=date(2026, 11, 23))
        written = msgspec.json.encode(checklist_document(checklist))
        read = msgspec.json.decode(written, type=ChecklistDocument)
        assert msgspec.json.encode(read) == written
        assert msgspec.json.decode(written)["version"] == 1


def test_codes_stand_beside_words(checklist_of: Checklists) -> None:
    checklist = checklist_of(entry("tick", "toggle", "open", revision=3))
    shown: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(checklist_document(checklist)))
    assert (shown["status"], shown["words"]) == ("to-do", "To do")
    task, _objection, sharing = shown["tasks"]
    assert (task["outcome"], task["words"]) == ("begun", "Begun")
    assert task["effects"][1] == "What it stops: New models."
    opened, switched = task["steps"]
    assert (opened["standing"], opened["words"]) == ("done", "Done")
    assert switched["remarks"][0].startswith("Not well confirmed")
    assert sharing["answer"] == {
        "code": "no",
        "because": "Where you live nothing is shared.",
        "since": "",
        "until": "",
        "asks": [],
        "region": "",
        "optional": False,
        "sources": [1],
        "as_of": "",
        "confidence": "high",
        "disputed": "",
    }
    assert sharing["because"] == "Where you live nothing is shared."


def test_the_programs_own_questions_carry_their_words() -> None:
    guide = read_guide(guides_folder() / "linkedin" / "guide.toml")
    checklist = make_checklist(guide, ServiceState(), Situation("DE"), today=date(2026, 11, 23))
    questions = {one.name: one for one in checklist_document(checklist).questions}
    assert questions["role"].text == "Your role at LinkedIn"
    assert all(option.label for one in questions.values() for option in one.options)


def test_the_list_has_a_row_for_each_account() -> None:
    guide = read_guide(guides_folder() / "linkedin" / "guide.toml")
    overview = service_overview(outline_of(guide), ServiceState(), Situation("DE"))
    accounts = (Account("linkedin", "main"), Account("linkedin", "0a1b2c3d", "Work"))
    document = list_document((account, overview) for account in accounts)
    rows = msgspec.json.decode(msgspec.json.encode(document), type=ListDocument).services
    assert [(row.slug, row.account, row.account_name) for row in rows] == [
        ("linkedin", "main", ""),
        ("linkedin", "0a1b2c3d", "Work"),
    ]
    assert rows[0].status == "to-do"
    assert rows[0].next_task
