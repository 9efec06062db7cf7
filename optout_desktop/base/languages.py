"""Translated texts: every sentence that a person sees goes through here."""

import gettext

from optout_desktop.base.paths import resources_folder

DOMAIN = "optout-desktop"

_translations = gettext.NullTranslations()


def use_language(code: str) -> None:
    """Speak the language ``code`` (BCP 47, such as ``de`` or ``pt-BR``), or English if unknown."""
    global _translations  # noqa: PLW0603 - gettext's own habit: one language for a process
    _translations = gettext.translation(
        DOMAIN,
        localedir=resources_folder() / "languages",
        languages=[code.replace("-", "_")],
        fallback=True,
    )


def _(sentence: str) -> str:
    """Translate a whole sentence with named places."""
    return _translations.gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """Translate a sentence that counts something."""
    return _translations.ngettext(one, many, number)
