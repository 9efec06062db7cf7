"""Who is here: the persons of this computer, whose checklist is shown, and which account."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from optout_desktop.base.paths import Folders
from optout_desktop.progress.people import (
    DEFAULT_ACCOUNT,
    Person,
    account_of,
    change_person,
    following,
    read_people,
    situation_of,
)
from optout_desktop.progress.toml_files import Tell, in_silence
from optout_desktop.situation.rules import Situation


class People:
    """The persons as their files hold them, and who and which accounts are shown.

    ``region`` is one that was named at the start and stands for that of the person. ``renamed``
    tells where the old slugs of renamed services lead.
    """

    def __init__(self, folders: Folders, person: str, region: str, tell: Tell) -> None:
        self._folders = folders
        self._person, self._region = person, region
        self._accounts: dict[str, str] = {}
        self.renamed: Mapping[str, str] = {}
        self.look(tell)

    @property
    def person(self) -> Person:
        """The person whose checklist is shown; the first one where there is no such."""
        everybody = self.everybody
        found = next((one for one in everybody if one.id == self._person), everybody[0])
        person = following(found, self.renamed)
        return replace(person, region=self._region) if self._region else person

    def account(self, slug: str) -> str:
        """Return the id of the account at a service that is shown."""
        return self._accounts.get(slug, DEFAULT_ACCOUNT)

    def situation(self, slug: str) -> Situation:
        """Return all that decides what applies to the person with the account that is shown."""
        person = self.person
        return situation_of(person, account_of(person, slug, self.account(slug)))

    def choose(self, person: str) -> None:
        """Show another person; where they live by their file stands before what was named."""
        self._person, self._region = person, ""
        self._accounts.clear()

    def start_anew(self, person: str, tell: Tell) -> None:
        """Show a person after all files were deleted."""
        self.choose(person)
        self.look(tell)

    def choose_account(self, slug: str, account: str) -> None:
        """Show another account of a service."""
        self._accounts[slug] = account

    def change(self, person: str, change: Callable[[Person], Person]) -> None:
        """Write a change of a person. Raises OptoutError where that cannot be written."""
        try:
            change_person(self._folders, person, change, self.renamed)
        finally:
            self.look(in_silence)

    def look(self, tell: Tell) -> None:
        """Read the files again."""
        self.everybody = read_people(self._folders, tell)
        """The persons, the first one always there."""
