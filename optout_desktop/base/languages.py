"""Translated texts: every sentence that a person sees goes through here."""

import gettext

from optout_desktop.base.paths import resources_folder

DOMAIN = "optout-desktop"
ENGLISH = "en"

_translations = gettext.NullTranslations()
_language = ENGLISH


def use_language(code: str) -> None:
    """Speak the language ``code`` (BCP 47, such as ``de`` or ``pt-BR``), or English if unknown."""
    global _translations, _language  # noqa: PLW0603 - gettext's own habit: one language for a process
    try:
        _translations = gettext.translation(
            DOMAIN,
            localedir=resources_folder() / "languages",
            languages=[code.replace("-", "_")],
        )
        _language = code
    except FileNotFoundError:
        _translations, _language = gettext.NullTranslations(), ENGLISH


def language() -> str:
    """Return the language that texts are shown in (BCP 47)."""
    return _language


def _(sentence: str) -> str:
    """Translate a whole sentence with named places."""
    return _translations.gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """Translate a sentence that counts something."""
    return _translations.ngettext(one, many, number)
