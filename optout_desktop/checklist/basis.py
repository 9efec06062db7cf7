"""What a checklist is made from, and what every part of it takes from there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from optout_desktop.base.errors import OptoutError
from optout_desktop.checklist.sourced import Age, Answer, Failed, Source
from optout_desktop.guides.format import shape, tasks
from optout_desktop.guides.format.freshness import Freshness, freshness
from optout_desktop.guides.format.types import Applies
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.rules import Applicability, Situation, applies

_Said = (
    Applicability
    | shape.Change
    | shape.Company
    | shape.Fact
    | tasks.FormField
    | tasks.Step
    | tasks.Task
    | tasks.Way
)


class Basis(Struct, frozen=True):
    """A guide, what one account did with it, for whom and on which day.

    ``numbers`` are those of the sources by their ids.
    """

    guide: shape.Guide
    state: ServiceState
    situation: Situation
    today: date
    numbers: Mapping[str, int]

    def named(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        """Return the numbers of sources, in the order in which they are named."""
        return tuple(self.numbers[source] for source in sources if source in self.numbers)

    def sourced(self, said: _Said) -> dict[str, Any]:
        """Return the fields of ``Sourced`` for something that the guide says."""
        as_of = None if isinstance(said, tasks.Task) else said.as_of
        return {
            "sources": self.named(said.sources),
            "as_of": as_of or "",
            "confidence": said.confidence,
            "disputed": said.disputed or "",
        }

    def answer(self, rules: tuple[Applies, ...]) -> Answer:
        """Return what rules answer for this person."""
        return self.answered(applies(rules, self.situation))

    def answered(self, found: Applicability) -> Answer:
        """Return an answer that was found already."""
        return Answer(
            found.answer,
            found.because,
            found.since or "",
            found.until or "",
            found.asks,
            found.region,
            found.optional,
            **self.sourced(found),
        )

    def age(self, dated: tasks.Step | tasks.Way | shape.Fact) -> Age:
        """Return how old a step, way or fact is."""
        return age_of(freshness(dated, self.guide.sources, self.today), self.numbers)

    def opened(self, url: str | None) -> str:
        """Return an address that may be opened in its normal form, and nothing for another one."""
        if not url:
            return ""
        try:
            return self.guide.link(url).url
        except OptoutError:
            return ""


def age_of(found: Freshness, numbers: Mapping[str, int]) -> Age:
    """Return an age whose source is named by its number."""
    failed = found.failed
    return Age(
        found.state,
        found.as_of or "",
        numbers[found.source.id] if found.source else 0,
        found.seen_live,
        Failed(failed.date, failed.because) if failed else None,
    )


def source_of(source: shape.Source, numbers: Mapping[str, int], url: str) -> Source:
    """Return a source with its number; ``url`` is its address, if it may be opened."""
    return Source(
        numbers[source.id],
        source.title,
        source.publisher,
        source.kind,
        url,
        source.published or "",
        source.edited or "",
        source.copy_of or "",
        source.until or "",
        numbers.get(source.via or "", 0),
    )
