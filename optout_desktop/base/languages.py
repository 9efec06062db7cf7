"""Translated texts: every sentence that a person sees goes through here."""

import gettext
import re
from collections.abc import Iterable
from pathlib import Path

from optout_desktop.base.paths import resources_folder
from optout_desktop.base.pseudo import PSEUDO_LANGUAGES, PseudoTranslations

DOMAIN = "optout-desktop"
ENGLISH = "en"

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_translations = gettext.NullTranslations()
_language = ENGLISH


def use_language(wanted: Iterable[str]) -> None:
    """Show texts in the first of these languages (BCP 47) that has any, else in English."""
    global _translations, _language  # noqa: PLW0603 - gettext's own habit: one language for a process
    _language = shown_language(wanted)
    if _language in PSEUDO_LANGUAGES:
        _translations = PseudoTranslations(_language)
    elif _language == ENGLISH:
        _translations = gettext.NullTranslations()
    else:
        with _texts(_language).open("rb") as file:
            _translations = gettext.GNUTranslations(file)


def language() -> str:
    """Return the language that is shown (BCP 47)."""
    return _language


def shown_language(wanted: Iterable[str]) -> str:
    """Return the first language that there are texts for, in which "de" serves "de-AT".

    RFC 4647, section 3.4, with English where nothing fits.
    """
    for tag in wanted:
        parts = tag.split("-")
        for length in range(len(parts), 0, -1):
            found = "-".join(parts[:length])
            if _TAG.fullmatch(found) and _has_texts(found):
                return found
    return ENGLISH


def _has_texts(code: str) -> bool:
    return code == ENGLISH or code in PSEUDO_LANGUAGES or _texts(code).is_file()


def _texts(code: str) -> Path:
    folder = resources_folder() / "languages" / code.replace("-", "_")
    return folder / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _(sentence: str) -> str:
    """Return the translation of a whole sentence with named places."""
    return _translations.gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the translation of a sentence that counts something."""
    return _translations.ngettext(one, many, number)
