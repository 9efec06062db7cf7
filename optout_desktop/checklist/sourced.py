"""What a reader needs to judge what a guide says: sources, age, doubts, and why it applies."""

from msgspec import Struct

from optout_desktop.guides.format.freshness import State
from optout_desktop.guides.format.shape import SourceKind
from optout_desktop.guides.format.types import FOLDING, Confidence
from optout_desktop.guides.format.types import Answer as AnswerCode
from optout_desktop.situation.rules import Asked


class Source(Struct, frozen=True):
    """Where a fact comes from; guides.format.shape.Source says what the dates mean.

    ``via`` is the number of the source in which it was read, 0 where it was read itself.
    """

    number: int
    title: str
    publisher: str
    kind: SourceKind
    url: str = ""
    published: str = ""
    edited: str = ""
    copy_of: str = ""
    until: str = ""
    via: int = 0


class Failed(Struct, frozen=True):
    """That something was looked for again on ``date`` and was not as described."""

    date: str
    because: str


class Age(Struct, frozen=True):
    """How old a step, way or fact is, on the day for which the checklist was made.

    ``date`` is when it was last shown, by the source with the number ``source`` (0 for none) or,
    if ``seen_live``, by the service itself.
    """

    state: State
    date: str = ""
    source: int = 0
    seen_live: bool = False
    failed: Failed | None = None


class Sourced(Struct, frozen=True, kw_only=True):
    """Something that a guide says, with what a reader needs to judge it.

    ``as_of`` is the date of the newest source that shows it; ``disputed`` is the sentence that says
    where sources disagree.
    """

    sources: tuple[int, ...] = ()
    as_of: str = ""
    confidence: Confidence = "high"
    disputed: str = ""


class Answer(Sourced, frozen=True):
    """Whether something applies to this person.

    ``because`` is the guide's sentence that says why. ``asks`` is what the person has not said and
    the answer depends on. ``region`` is where they live, if that is what no rule tells of.
    """

    code: AnswerCode
    because: str = ""
    since: str = ""
    until: str = ""
    asks: tuple[Asked, ...] = ()
    region: str = ""
    optional: bool = False

    @property
    def folds(self) -> bool:
        """Whether it may be folded away: only what is known not to be needed."""
        return self.code in FOLDING
