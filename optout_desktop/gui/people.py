"""People by name."""

from optout_desktop.base.languages import _
from optout_desktop.progress.people import Person


def person_words(person: Person) -> str:
    """Name a person; the first one needs no name."""
    return person.name or _("me")
