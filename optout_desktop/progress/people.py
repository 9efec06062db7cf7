"""Whose checklists are kept here, and which accounts they have.

One TOML file for each person; its name is the person's id.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict, replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import nearest_folder
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.guides.format.types import Age, Plan, Role
from optout_desktop.progress.log_key import check_name, persons
from optout_desktop.progress.toml_files import (
    Document,
    Table,
    Tell,
    edit_table,
    in_silence,
    read_table,
    values_of,
    warn,
)
from optout_desktop.situation.rules import OWN, Situation

DEFAULT_ACCOUNT = "main"

NAME_LIMIT = 120

Id = Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,40}\Z")]
Answer = Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,40}/[a-z0-9-]{1,40}\Z")]
Name = Annotated[str, Meta(max_length=NAME_LIMIT, pattern=r"^[^\x00-\x1f\x7f]*\Z")]
RegionOrNone = Annotated[str, Meta(pattern=r"^([A-Z]{2,6}(-[A-Z0-9]{1,3})?)?\Z")]
"""A region as guides write it, or empty where it is not known."""


class Account(Struct, frozen=True):
    """One of a person's accounts at a service; ``id`` is permanent, ``name`` is what is shown.

    ``answers`` are those to questions of the guide, one to each: "host/cloudflare".
    """

    service: Id
    id: Id
    name: Name = ""
    plan: Literal["", Plan] = ""
    role: Literal["", Role] = ""
    answers: tuple[Answer, ...] = ()


class Person(Struct, frozen=True):
    """A person; ``id`` is permanent and says nothing of them, ``region`` is where they live."""

    id: Id
    name: Name
    region: RegionOrNone
    accounts: tuple[Account, ...]
    age: Literal["", Age] = ""


DEFAULT_PERSON = Person("me", "", "", ())


def read_people(folders: Folders, tell: Tell = warn) -> tuple[Person, ...]:
    """Return all persons, the default one first; what is wrong in their files is reported.

    A person whose file is damaged or gone is still there, without a name.
    """
    people = [_read(folders, name, tell) for name in _ids(folders, tell) - {DEFAULT_PERSON.id}]
    people.sort(key=lambda person: (person.name.casefold(), person.id))
    return (_read(folders, DEFAULT_PERSON.id, tell), *people)


def change_person(
    folders: Folders,
    person: str,
    change: Callable[[Person], Person],
    renamed: Mapping[str, str] | None = None,
) -> Person:
    """Write what ``change`` changes about a person, and return the person as they are then.

    The file is read again under the lock, so that a window and a terminal that change other things
    lose nothing; what this version cannot read stays as it is. Accounts are added and renamed,
    never removed; those at renamed services count as in ``following``. Raises OptoutError where
    the file can be neither read nor written; then nothing is written.
    """
    file = _file(folders, person)
    found: list[Person] = []

    def put(document: Document) -> None:
        before = _written(document)
        _put(document, before, change(before))
        found.append(_written(document))

    def _written(document: Document) -> Person:
        table = _plain(document)
        assert isinstance(table, dict)  # noqa: S101 - what tomlkit makes of any document
        return following(_person_of(person, table, file, in_silence), renamed or {})

    edit_table(file, put)
    return found[0]


def watched(folders: Folders) -> list[Path]:
    """Return the folder and files that change when others change a person."""
    folder = folders.data / "people"
    return [nearest_folder(folder), *folder.glob("*.toml")]


def new_person(name: str) -> Person:
    """Return a new person; the id does not come from the name, so folders do not reveal it."""
    return replace(DEFAULT_PERSON, id=_new_id(), name=_one_line(name))


def accounts_of(person: Person, service: str) -> tuple[Account, ...]:
    """Return a person's accounts at a service; the default one is always there and first."""
    found = [account for account in person.accounts if account.service == service]
    default = [account for account in found if account.id == DEFAULT_ACCOUNT]
    others = [account for account in found if account.id != DEFAULT_ACCOUNT]
    return (*(default or [Account(service, DEFAULT_ACCOUNT)]), *others)


def following(person: Person, renamed: Mapping[str, str]) -> Person:
    """Return a person with accounts at renamed services under the present ones; no file changes.

    ``renamed`` is as guides.library.renamed tells. What is written of the present name goes first.
    """
    written = {(account.service, account.id): account for account in person.accounts}
    accounts: dict[tuple[str, str], Account] = {}
    for account in person.accounts:
        key = (renamed.get(account.service, account.service), account.id)
        accounts[key] = written.get(key) or replace(account, service=key[0])
    return replace(person, accounts=tuple(accounts.values()))


def account_of(person: Person, service: str, account: str) -> Account:
    """Return one of a person's accounts at a service; the first one where there is no such."""
    accounts = accounts_of(person, service)
    return next((one for one in accounts if one.id == account), accounts[0])


def situation_of(person: Person, account: Account) -> Situation:
    """Return all that decides what applies to a person with one of their accounts."""
    answers = frozenset(account.answers)
    return Situation(person.region, account.plan, person.age, account.role, answers)


def answering(person: Person, service: str, account: str, question: str, answer: str) -> Person:
    """Return a person with an answer: to the age with the person, to the rest with the account.

    ``question`` is named as situation.questions names it; an empty answer takes back the last.
    """
    if question == "age":
        return replace(person, age=answer)
    current = account_of(person, service, account)
    if question.startswith(OWN):
        own = question.removeprefix(OWN)
        others = [one for one in current.answers if not one.startswith(f"{own}/")]
        changed = replace(current, answers=(*others, *([f"{own}/{answer}"] if answer else [])))
    else:
        changed = replace(current, **{question: answer})
    kept = [one for one in person.accounts if (one.service, one.id) != (service, current.id)]
    return replace(person, accounts=(*kept, changed))


def with_account(person: Person, service: str, name: str) -> Person:
    """Return a person with one more account at a service."""
    account = Account(check_name(service), _new_id(), _one_line(name))
    return replace(person, accounts=(*person.accounts, account))


def _ids(folders: Folders, tell: Tell) -> set[str]:
    files = (folders.data / "people").glob("*.toml")
    found = {file.stem for file in files if _is_name(file.stem)}
    try:
        return found | set(persons(folders))
    except OptoutError as problem:
        tell(problem)
        return found


def _is_name(name: str) -> bool:
    try:
        check_name(name)
    except OptoutError:
        return False
    return True


def _new_id() -> str:
    return os.urandom(4).hex()


def _one_line(text: str) -> str:
    """Return a name as it can be written and read again."""
    readable = text.encode(errors="replace").decode()
    printed = "".join(" " if sign < " " or sign == "\x7f" else sign for sign in readable)
    return " ".join(printed.split())[:NAME_LIMIT].rstrip()


def _file(folders: Folders, person: str) -> Path:
    return folders.data / "people" / f"{check_name(person)}.toml"


def _read(folders: Folders, person: str, tell: Tell) -> Person:
    file = _file(folders, person)
    return _person_of(person, read_table(file, tell), file, tell)


def _person_of(person: str, table: Table, file: Path, tell: Tell) -> Person:
    own = {key: table[key] for key in ("name", "region", "age") if key in table}
    return replace(
        DEFAULT_PERSON,
        id=person,
        accounts=_accounts(table, file, tell),
        **values_of(Person, own, file, tell),
    )


def _accounts(table: Table, file: Path, tell: Tell) -> tuple[Account, ...]:
    accounts: dict[tuple[str, str], Account] = {}
    rows = table.get("account", [])
    for row in rows if isinstance(rows, list) else [rows]:
        try:
            account = convert(row, Account)
        except ValidationError:
            tell(
                OptoutError(
                    _("An account in {file} cannot be used as it is written.").format(file=file),
                    _("The parts that can be read are used, and nothing is lost."),
                )
            )
            if not isinstance(row, dict) or (partly := _account_of(row)) is None:
                continue
            account = partly
        accounts.setdefault((account.service, account.id), account)
    return tuple(accounts.values())


def _put(document: Document, before: Person, after: Person) -> None:
    """Write the differences between two moments of a person."""
    if not document and after.id != DEFAULT_PERSON.id:
        # Somebody who was added is there from then on, with or without a name.
        document["name"] = ""
    for key in ("name", "region", "age"):
        value = getattr(after, key)
        if value != getattr(before, key):
            document[key] = _one_line(value) if key == "name" else value
    for account in after.accounts:
        if account not in before.accounts:
            _put_account(document, account)


def _put_account(document: Document, account: Account) -> None:
    row = _row(document, account)
    before = _account_of(row) or account
    for key in ("name", "plan", "role", "answers"):
        value = getattr(account, key)
        # What this version cannot read in a row stays, unless the person says it again.
        if value != getattr(before, key):
            row[key] = _one_line(value) if key == "name" else value


def _account_of(row: Document) -> Account | None:
    """Return the account in a row as far as it can be read; the rest counts as not said."""
    try:
        account = convert({key: _plain(row.get(key)) for key in ("service", "id")}, Account)
    except ValidationError:
        return None
    for name in ("name", "plan", "role", "answers"):
        value = _plain(row.get(name, getattr(account, name)))
        try:
            account = convert({**asdict(account), name: value}, Account)
        except ValidationError:
            continue
    return account


def _plain(value: object) -> object:
    """Return a value without the notes that tomlkit keeps around it."""
    return value.unwrap() if hasattr(value, "unwrap") else value


def _row(document: Document, account: Account) -> Document:
    """Return the table of an account, which is added if there is none."""
    import tomlkit
    from tomlkit.items import AoT, Array

    rows = document.get("account")
    if not isinstance(rows, AoT | Array):
        document["account"] = tomlkit.aot()
        rows = document["account"]
    for row in rows:
        if isinstance(row, dict) and (row.get("service"), row.get("id")) == (
            account.service,
            account.id,
        ):
            return row
    rows.append({"service": account.service, "id": account.id})
    return rows[-1]
