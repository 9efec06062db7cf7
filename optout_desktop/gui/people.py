"""People by name."""

from optout_desktop.base.languages import _
from optout_desktop.progress.people import Person


def person_words(person: Person) -> str:
    """Name a person; the first one needs no name."""
    # Translators: stands where the name of a person would
    return person.name or _("me")
