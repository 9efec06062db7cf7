"""Where a fact comes from and how old it is, in words."""

from collections.abc import Iterable
from datetime import date

from optout_desktop.base.languages import _
from optout_desktop.gui.dates import written
from optout_desktop.guides.format.freshness import freshness, freshness_words
from optout_desktop.guides.format.shape import Fact, Guide, Source
from optout_desktop.guides.format.tasks import Step, Way


def source_words(guide: Guide, ids: Iterable[str]) -> str:
    """Name the newest source: "From LinkedIn’s “European Regional Privacy Notice”…"."""
    named = set(ids)
    sources = [source for source in guide.sources if source.id in named]
    if not sources:
        return ""
    newest = max(sources, key=_date)
    words = _("From: {title} ({publisher}).").format(title=newest.title, publisher=newest.publisher)
    others = len(sources) - 1
    if others:
        words = _("{first} And {number} more, listed below.").format(first=words, number=others)
    return words


def age_words(guide: Guide, dated: Step | Way | Fact, today: date) -> str:
    """Say where a thing comes from and how old it is; never more than is known."""
    return freshness_words(freshness(dated, guide.sources, today), written)


def source_date(source: Source, sources: Iterable[Source]) -> str:
    """Say the date of a source in words, and in which of ``sources`` it was read."""
    via = next((one for one in sources if one.id == source.via), None)
    copied = source.copy_of is not None and source.published is None
    parts = (
        written(source.published) if source.published else "",
        _("copy of {date}").format(date=written(source.copy_of or "")) if copied else "",
        _("last changed on {date}").format(date=written(source.edited)) if source.edited else "",
        _("as given by “{title}”").format(title=via.title) if via else "",
        _("replaced on {date}").format(date=written(source.until)) if source.until else "",
    )
    dated = ", ".join(filter(None, parts))
    return dated if source.published or copied else ", ".join(filter(None, (_("undated"), dated)))


def _date(source: Source) -> str:
    return source.published or source.copy_of or ""
