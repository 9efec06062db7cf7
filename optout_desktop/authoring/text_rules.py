"""What else good texts do: one small function for each rule, as in authoring.rules."""

import re
from collections.abc import Iterator

from optout_desktop.authoring.task_rules import Rule
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.problems import Places, Problem
from optout_desktop.guides.format.shape import Guide, Source
from optout_desktop.guides.format.tasks import Step, Way

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<script|&(?:[A-Za-z]{2,8}|#\d+|#x[0-9A-Fa-f]+);")
_ADDRESS = re.compile(r"https?://\S+")
_PROMISE = re.compile(r"(?i)\b(illegal|unlawful|legally must|you are (protected|safe))\b")


def plain_texts(guide: Guide, places: Places) -> Iterator[Problem]:
    """Texts are plain: markup would be shown as it is. What is copied or drawn may need it."""
    del guide
    for path, value in places:
        drawn = path[-1:] in {("copy",), ("before",), ("after",)}
        if not drawn and isinstance(value, str) and (found := _MARKUP.search(value)):
            yield Problem(
                path,
                "plain-texts",
                _("The text holds markup: {markup}").format(markup=shown(found[0], 30)),
                _("Texts are plain; this will be shown as it is."),
                "warning",
            )


def listed_addresses(guide: Guide, places: Places) -> Iterator[Problem]:
    """No text holds a web address that no step opens and no source has."""
    del guide
    known = {
        value.url for _path, value in places if isinstance(value, Step | Way | Source) and value.url
    }
    for path, value in places:
        if not isinstance(value, str) or path[-1:] == ("address",):
            continue
        for address in _ADDRESS.findall(value):
            if address not in known:
                yield Problem(
                    path,
                    "listed-addresses",
                    _("The address {address} is only in a text.").format(
                        address=shown(address, 60)
                    ),
                    _("Give it to a step or a source as “url”, where it is checked."),
                )


def no_promises(guide: Guide, places: Places) -> Iterator[Problem]:
    """No text judges the law or promises a success: those are for a court and for time to show."""
    del guide
    for path, value in places:
        if isinstance(value, str) and (found := _PROMISE.search(value)):
            yield Problem(
                path,
                "no-promises",
                _("The text says “{words}”.").format(words=found[0]),
                _("Say who holds that, with a source, or what a person can do."),
            )


TEXT_RULES: tuple[Rule, ...] = (plain_texts, listed_addresses, no_promises)
