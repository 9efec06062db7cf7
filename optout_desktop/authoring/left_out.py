"""Which keys an author may leave out because guides.format.expand works them out, and from what."""

from collections.abc import Mapping

from msgspec import Struct

from optout_desktop.guides.format.expand import NOTHING
from optout_desktop.guides.format.shape import Fact
from optout_desktop.guides.format.tasks import FormField, Step, Way
from optout_desktop.pictures.vocabulary import Picture, Tick, Toggle

_DATE = {"as_of": "the date of the newest of its sources"}
_SWITCH = {
    "before": "as `default` of the task has it: “On”, “Off”, else `either`",
    "after": "as `turn` of the task has it",
}


def _of_place(around: str) -> Mapping[str, str]:
    return {
        "sources": f"those of its {around}",
        "confidence": f"that of its {around}",
        "surface": "`web`, if it has a `url`",
        **_DATE,
    }


LEFT_OUT: Mapping[type[Struct], Mapping[str, str]] = {
    Fact: _DATE,
    FormField: _DATE,
    Step: _of_place("task"),
    Way: {
        **_of_place("step"),
        "surface": "`web`, if it has a `url`; of several that differ in nothing else a list",
    },
    Picture: {
        "frame": "what fits the `surface`",
        "address": "the `url`, shortened, if the frame is `browser`",
        "crumbs": "what comes before the `title` in the `path`",
    },
    Toggle: _SWITCH,
    Tick: _SWITCH,
}
"""By the table and the key: what counts instead, as Markdown."""


def word_for_nothing(key: str) -> str:
    """Return the word that says that a key has no value; empty where there is none."""
    word = NOTHING.get(key)
    return word if key != "confidence" and isinstance(word, str) else ""
