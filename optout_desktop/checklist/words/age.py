"""Where something comes from and how old it is, and never more than is known."""

from collections.abc import Sequence
from functools import reduce

from optout_desktop.base.languages import _, ngettext
from optout_desktop.checklist.sourced import Age, Failed, Source
from optout_desktop.checklist.words.dates import short, written
from optout_desktop.guides.format.freshness import State
from optout_desktop.guides.format.shape import SourceKind


def state_words(state: State) -> str:
    """Return the name of a state of freshness."""
    return {
        "fresh": _("fresh"),
        "ageing": _("ageing"),
        "replaced": _("replaced"),
        "undated": _("undated"),
        "inferred": _("inferred by us"),
        "seen-live": _("seen live"),
        "failed": _("re-checked and failed"),
    }[state]


def age_words(age: Age, sources: Sequence[Source]) -> str:
    """Return where something comes from and how old it is, as whole sentences.

    For a face that shows no numbers of sources: the one that shows it is named.
    """
    return " ".join(filter(None, (_origin_words(age, sources), _doubt_of_age(age))))


def date_words(age: Age, sources: Sequence[Source]) -> str:
    """Return how old something is, for a face that shows the numbers of its sources beside it."""
    sentences = (
        _("Inferred by us, or from our own notes.") if _is_inferred(age, sources) else "",
        _dated_words(age),
        _doubt_of_age(age),
    )
    return " ".join(filter(None, sentences))


def failed_words(failed: Failed | None) -> str:
    """Return that something was looked for again and not found; empty where it was not."""
    if failed is None:
        return ""
    return _("Looked for again on {date}, and not found as described. {because}").format(
        date=written(failed.date), because=failed.because
    )


def facts_age_words(as_of: str) -> str:
    """Return how old the newest fact of a guide is."""
    return _("Facts as of {date}").format(date=short(as_of)) if as_of else _("Facts are undated")


def source_kind_words(kind: SourceKind) -> str:
    """Return what kind of source it is."""
    return {
        "official": _("official"),
        "regulator": _("an authority"),
        # Translators: newspapers and magazines, as a kind of source
        "press": _("press"),
        "community": _("community"),
        "own": _("our own notes and conclusions"),
    }[kind]


def source_age_words(source: Source, sources: Sequence[Source]) -> str:
    """Return how old a source is, and in which of ``sources`` it was read; undated is said."""
    via = sources[source.via - 1] if source.via else None
    parts = (
        written(source.published) if source.published else _("undated"),
        _("last changed {date}").format(date=written(source.edited)) if source.edited else "",
        _("read in a copy of {date}").format(date=written(source.copy_of))
        if source.copy_of
        else "",
        _("as given by “{title}”").format(title=via.title) if via else "",
        _("replaced {date}").format(date=written(source.until)) if source.until else "",
    )
    return reduce(_beside, filter(None, parts))


def _beside(clauses: str, clause: str) -> str:
    # Translators: what is said of a source, such as "21 August 2026, replaced 3 October 2026"
    return _("{clauses}, {clause}").format(clauses=clauses, clause=clause)


def newest_source_words(numbers: Sequence[int], sources: Sequence[Source]) -> str:
    """Return the name of the newest source, and how many more there are; empty without any."""
    named = [sources[number - 1] for number in numbers]
    if not named:
        return ""
    newest = max(named, key=_newest_date)
    words = _("From: {title} ({publisher}).").format(title=newest.title, publisher=newest.publisher)
    others = len(named) - 1
    if not others:
        return words
    return ngettext(
        "{first} And {number} more, listed below.",
        "{first} And {number} more, listed below.",
        others,
    ).format(first=words, number=others)


def _newest_date(source: Source) -> str:
    return source.published or source.copy_of


def _origin_words(age: Age, sources: Sequence[Source]) -> str:
    if not age.source:
        return _("No source is named.")
    source = sources[age.source - 1]
    if age.seen_live:
        words = _("Seen live on {date}. From {publisher}: “{title}”.")
    elif source.kind == "own":
        words = _("Inferred by us, or from our own notes: “{title}”.")
    elif not age.date:
        words = _("From {publisher}: “{title}”. No dated source shows this.")
    elif age.date == source.published:
        words = _("From {publisher}: “{title}”, of {date}.")
    elif age.date == source.edited:
        words = _("From {publisher}: “{title}”, last changed {date}.")
    elif age.date == source.copy_of:
        words = _("From {publisher}: “{title}”, in a copy of {date}.")
    else:
        words = _("From {publisher}: “{title}”, as of {date}.")
    date = written(age.date) if age.date else ""
    return words.format(publisher=source.publisher, title=source.title, date=date)


def _dated_words(age: Age) -> str:
    if age.seen_live:
        return _("Seen live on {date}.").format(date=written(age.date))
    if age.date:
        return _("As shown by a source of {date}.").format(date=written(age.date))
    return _("Undated: no dated source shows this.")


def _doubt_of_age(age: Age) -> str:
    if age.state == "ageing":
        return _("That is more than a year ago; it may have changed since.")
    if age.state == "replaced":
        return _("That document has been replaced; it may have changed since.")
    return ""


def _is_inferred(age: Age, sources: Sequence[Source]) -> bool:
    is_own = bool(age.source) and sources[age.source - 1].kind == "own"
    return is_own and not age.seen_live
