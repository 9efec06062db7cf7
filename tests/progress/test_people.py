"""Persons and their accounts: always somebody, nothing overwritten."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.people import (
    DEFAULT_ACCOUNT,
    DEFAULT_PERSON,
    NAME_LIMIT,
    Account,
    Person,
    account_of,
    accounts_of,
    answering,
    change_person,
    new_person,
    read_people,
    situation_of,
    watched,
    with_account,
)
from optout_desktop.situation.rules import Situation
from tests.entries import entry


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def person_file(folders: Folders, name: str, content: str) -> Path:
    file = folders.data / "people" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def read_quietly(folders: Folders) -> tuple[Person, ...]:
    """Read where nothing may be told."""
    told: list[OptoutError] = []
    people = read_people(folders, told.append)
    assert told == []
    return people


def keep(folders: Folders, person: Person) -> Person:
    """Write a person as they are handed in."""

    def become(_before: Person) -> Person:
        return person

    return change_person(folders, person.id, become)


def test_there_is_always_somebody(folders: Folders) -> None:
    assert read_quietly(folders) == (DEFAULT_PERSON,)
    assert not folders.data.exists()


def test_what_is_written_is_read(folders: Folders) -> None:
    me = replace(DEFAULT_PERSON, region="US-CA")
    oma = with_account(replace(new_person("Oma"), region="AT"), "linkedin", "Verein")
    oma = with_account(oma, "slack", "سجل")
    anna = new_person("anna")
    for person in (oma, anna, me):
        keep(folders, person)
    assert read_quietly(folders) == (me, anna, oma)


def test_an_id_does_not_come_from_the_name() -> None:
    first, second = new_person("Anna Muster"), new_person("Anna Muster")
    assert first.id != second.id
    assert first.name == second.name == "Anna Muster"
    LogKey(first.id, "linkedin", DEFAULT_ACCOUNT)  # an id that may name a folder


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_name_can_be_kept(name: str) -> None:
    person = new_person(name)
    assert new_person(person.name).name == person.name
    assert len(person.name) <= NAME_LIMIT
    assert "\n" not in person.name
    person.name.encode()


@pytest.mark.parametrize("name", ["x\ny\x00", "\udcff", "n" * 500, '"""\\', "# [[account]]"])
def test_a_strange_name_is_read_as_it_was_made(folders: Folders, name: str) -> None:
    person = with_account(new_person(name), "linkedin", name)
    keep(folders, person)
    assert read_quietly(folders)[1] == person


def test_the_default_account_is_always_first() -> None:
    assert accounts_of(DEFAULT_PERSON, "linkedin") == (Account("linkedin", DEFAULT_ACCOUNT, ""),)
    person = with_account(with_account(DEFAULT_PERSON, "linkedin", "Work"), "slack", "Team")
    default, work = accounts_of(person, "linkedin")
    assert (default.id, work.name) == (DEFAULT_ACCOUNT, "Work")
    named = replace(
        person, accounts=(*person.accounts, Account("linkedin", DEFAULT_ACCOUNT, "Private"))
    )
    assert [account.name for account in accounts_of(named, "linkedin")] == ["Private", "Work"]


def test_an_account_is_found_by_its_id_or_is_the_default_one() -> None:
    own, second = Account("slack", DEFAULT_ACCOUNT), Account("slack", "b", "Work", "work")
    person = Person("me", "", "DE", (second, Account("x", "b"), own))
    assert account_of(person, "slack", "b") == second
    assert account_of(person, "slack", "gone") == own
    assert account_of(person, "linkedin", "b") == Account("linkedin", DEFAULT_ACCOUNT)


def test_what_applies_depends_on_the_person_and_on_the_account() -> None:
    person = Person("me", "Oma", "DE-BE", (), "adult")
    account = Account("slack", "b", "Work", "work", "owner", ("host/own", "site/blog"))
    assert situation_of(person, account) == Situation(
        region="DE-BE",
        plan="work",
        age="adult",
        role="owner",
        answers=frozenset({"host/own", "site/blog"}),
    )


def test_what_changes_if_others_change_a_person_is_watched(folders: Folders) -> None:
    assert watched(folders) == [folders.data.parent]
    keep(folders, replace(DEFAULT_PERSON, name="Me"))
    (folders.data / "people" / "notes.txt").write_bytes(b"mine")
    people = folders.data / "people"
    assert set(watched(folders)) == {people, people / "me.toml"}


def test_comments_and_keys_of_newer_versions_stay(folders: Folders) -> None:
    content = """\
# by hand
shoe-size = 38 # new
name = "Oma"

[[account]]
# the old one
service = "linkedin"
id = "9c0e11d4"
name = "Verein"
since = 2019-04-01
"""
    file = person_file(folders, "oma", content)
    (_me, oma) = read_quietly(folders)
    renamed = replace(oma, accounts=(replace(oma.accounts[0], name="Chor"),))
    changed = with_account(replace(renamed, region="AT"), "slack", "Team")
    keep(folders, changed)
    assert read_quietly(folders)[1] == changed
    text = file.read_text()
    for kept in ("# by hand", "shoe-size = 38 # new", "# the old one", "since = 2019-04-01"):
        assert kept in text


def test_an_account_that_another_window_added_stays(folders: Folders) -> None:
    first = with_account(DEFAULT_PERSON, "linkedin", "Work")
    second = with_account(DEFAULT_PERSON, "linkedin", "Choir")
    keep(folders, first)
    keep(folders, second)
    (person,) = read_quietly(folders)
    assert person.accounts == first.accounts + second.accounts


def test_accounts_in_one_line_grow_too(folders: Folders) -> None:
    person_file(folders, "me", 'account = [{service = "slack", id = "a"}]\n')
    (me,) = read_quietly(folders)
    assert me.accounts == (Account("slack", "a"),)
    more = with_account(me, "slack", "Team")
    keep(folders, more)
    assert read_quietly(folders) == (more,)


@pytest.mark.parametrize("content", ["name = ", 'name = "a"\nname = "b"', "x = [" * 2000, "\0"])
def test_a_damaged_file_is_set_aside_and_told_once(folders: Folders, content: str) -> None:
    file = person_file(folders, "oma", content)
    told: list[OptoutError] = []
    assert read_people(folders, told.append) == (DEFAULT_PERSON, Person("oma", "", "", ()))
    (problem,) = told
    (kept,) = file.parent.glob("oma.damaged-*")
    assert kept.read_text() == content
    assert str(kept) in problem.hint
    assert file.read_text() == content

    assert len(read_quietly(folders)) == 2
    keep(folders, Person("oma", "Oma", "", ()))
    assert read_quietly(folders)[1].name == "Oma"
    assert kept.read_text() == content


def test_wrong_values_are_told_one_by_one(folders: Folders) -> None:
    content = """\
id = "someone-else"
name = 3
region = "AT"
[[account]]
service = "../.."
id = "a"
[[account]]
service = "slack"
id = "b"
[[account]]
service = "slack"
id = "b"
name = "twice"
"""
    file = person_file(folders, "oma", content)
    told: list[OptoutError] = []
    people = read_people(folders, told.append)
    assert people[1] == Person("oma", "", "AT", (Account("slack", "b"),))
    assert len(told) == 2
    assert file.read_text() == content


def test_what_cannot_be_read_of_an_account_is_kept_when_the_rest_is_written(
    folders: Folders,
) -> None:
    content = """\
[[account]]
service = "slack"
id = "main"
name = "Team"
plan = "galactic"
answers = 5
"""
    file = person_file(folders, "me", content)
    told: list[OptoutError] = []
    (me,) = read_people(folders, told.append)
    assert me.accounts == (Account("slack", "main", "Team"),)
    assert len(told) == 1
    keep(folders, answering(me, "slack", "main", "role", "owner"))
    text = file.read_text()
    assert 'plan = "galactic"' in text
    assert "answers = 5" in text
    assert 'role = "owner"' in text
    (again,) = read_people(folders, told.append)
    assert again.accounts == (Account("slack", "main", "Team", role="owner"),)
    keep(folders, answering(again, "slack", "main", "answers/host", "own"))
    assert 'answers = ["host/own"]' in file.read_text()


@pytest.mark.parametrize("value", ['"x"', "3", "[3]", '{service = "a"}'])
def test_accounts_of_a_wrong_shape_are_told(folders: Folders, value: str) -> None:
    person_file(folders, "me", f"account = {value}\n")
    told: list[OptoutError] = []
    assert read_people(folders, told.append) == (DEFAULT_PERSON,)
    assert len(told) == 1


def test_a_person_without_a_file_is_found_by_what_they_did(folders: Folders) -> None:
    append(folders, LogKey("0a1b2c3d", "linkedin", "main"), [entry()])
    assert read_quietly(folders) == (DEFAULT_PERSON, Person("0a1b2c3d", "", "", ()))


@pytest.mark.parametrize("name", ["", "..", "../me", "a/b", "ME", "a\n"])
def test_names_that_could_be_paths_are_refused(folders: Folders, name: str) -> None:
    with pytest.raises(OptoutError, match="cannot name"):
        keep(folders, Person(name, "", "", ()))
    with pytest.raises(OptoutError, match="cannot name"):
        with_account(DEFAULT_PERSON, name, "Work")
    assert not folders.data.exists()


def test_files_with_other_names_are_left_alone(folders: Folders) -> None:
    person_file(folders, "Not An Id", "name = ")
    assert read_quietly(folders) == (DEFAULT_PERSON,)


CHANGES: dict[str, Callable[[Person], Person]] = {
    "name": partial(replace, name="Kim"),
    "region": partial(replace, region="US-CA"),
    "age": partial(answering, service="slack", account="main", question="age", answer="adult"),
    "plan": partial(answering, service="slack", account="main", question="plan", answer="free"),
    "role": partial(answering, service="slack", account="main", question="role", answer="owner"),
    "own": partial(
        answering, service="slack", account="main", question="answers/host", answer="own"
    ),
    "other": partial(
        answering, service="slack", account="main", question="answers/site", answer="blog"
    ),
    "account": partial(with_account, service="linkedin", name="Work"),
}


@pytest.mark.parametrize(("first", "second"), [*permutations(CHANGES, 2)])
def test_two_who_change_other_things_lose_nothing(
    folders: Folders, first: str, second: str
) -> None:
    """Neither has seen what the other wrote: only the file has."""
    change_person(folders, "me", CHANGES[first])
    after_first = change_person(folders, "me", CHANGES[second])
    (person,) = read_quietly(folders)
    assert person == after_first
    expected = CHANGES[second](CHANGES[first](DEFAULT_PERSON))
    assert _known(person) == _known(expected)


def _known(person: Person) -> Person:
    """Leave out the ids of accounts, which are made up."""
    accounts = (replace(one, id="main") for one in person.accounts)
    return replace(person, accounts=tuple(sorted(accounts, key=astuple)))


def test_processes_that_change_at_the_same_moment_lose_nothing(folders: Folders) -> None:
    names = [f"account {number}" for number in range(20)]
    with ThreadPoolExecutor(4) as several:
        changes = (partial(with_account, service="linkedin", name=name) for name in names)
        list(several.map(partial(change_person, folders, "me"), changes))
    (person,) = read_quietly(folders)
    assert sorted(account.name for account in person.accounts) == sorted(names)


def test_what_was_not_changed_stays_even_if_it_cannot_be_read(folders: Folders) -> None:
    file = person_file(folders, "me", 'age = 5\nregion = "of a newer version"\n')
    change_person(folders, "me", CHANGES["name"])
    assert file.read_text() == 'age = 5\nregion = "of a newer version"\nname = "Kim"\n'
    change_person(folders, "me", CHANGES["age"])
    assert 'age = "adult"' in file.read_text()


def test_a_person_who_cannot_be_read_is_not_written(folders: Folders) -> None:
    (folders.data / "people" / "me.toml").mkdir(parents=True)
    with pytest.raises(OptoutError):
        change_person(folders, "me", CHANGES["age"])
    assert not list((folders.data / "people" / "me.toml").iterdir())


def test_who_is_added_without_a_name_is_there(folders: Folders) -> None:
    added = new_person("")
    change_person(folders, added.id, partial(replace))
    assert read_quietly(folders) == (DEFAULT_PERSON, added)


def test_only_the_account_that_is_answered_for_moves_to_the_new_name(folders: Folders) -> None:
    file = person_file(
        folders,
        "me",
        """\
[[account]]
service = "grammarly"
id = "main"
plan = "free"

[[account]]
service = "old-name"
id = "main"
plan = "paid"
""",
    )
    renamed = {"grammarly": "superhuman", "old-name": "new-name"}
    said = partial(answering, service="superhuman", account="main", question="role", answer="owner")
    me = change_person(folders, "me", said, renamed)
    assert {(one.service, one.plan, one.role) for one in me.accounts} == {
        ("superhuman", "free", "owner"),
        ("new-name", "paid", ""),
    }
    assert "new-name" not in file.read_text()
