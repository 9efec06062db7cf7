"""A service in words: its names, companies and facts, and what changed when and where."""

from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.checklist.checklist import Change, Checklist, Company, Fact, Former, Retired
from optout_desktop.checklist.words.dates import written
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.situation.regions import region_name


def change_words(change: Former | Retired) -> str:
    """Return what became of a service: another name, or its end."""
    if isinstance(change, Retired):
        return _("Discontinued as of {date}. {because}").format(
            date=written(change.since), because=change.because
        )
    if change.until:
        return _("Called {name} until {date}. {because}").format(
            name=change.name, date=written(change.until), because=change.because
        )
    return _("Called {name} before. {because}").format(name=change.name, because=change.because)


def companies_words(checklist: Checklist) -> str:
    """Return who answers for the data of this person, with doubts; empty where it is not known."""
    return and_list([_with_doubts(one) for one in checklist.companies if one.answers])


def _with_doubts(company: Company) -> str:
    said = " ".join(doubts(company))
    if not said:
        return company.name
    # Translators: a company, and one or two sentences on how sure that is
    return _("{company} ({doubts})").format(company=company.name, doubts=said)


def company_words(company: Company) -> str:
    """Return for whom a company answers."""
    if not company.regions:
        return _("In general: {company}.").format(company=company.name)
    return _("For people in {regions}: {company}.").format(
        regions=regions_words(company.regions), company=company.name
    )


def fact_regions_words(fact: Fact) -> tuple[str, ...]:
    """Return for whom a fact holds, where that is not plain to this person."""
    sentences = (
        _("For people in {regions}.").format(regions=regions_words(fact.regions))
        if fact.is_elsewhere
        else "",
        _("Not for people in {regions}.").format(regions=regions_words(fact.excepted))
        if fact.excepted
        else "",
    )
    return tuple(filter(None, sentences))


def when_words(change: Change) -> str:
    """Return when something changed, and for whom."""
    when = written(change.date)
    if change.until:
        when = _("{start} to {end}").format(start=when, end=written(change.until))
    if change.regions:
        when = _("{date} ({regions})").format(date=when, regions=regions_words(change.regions))
    if change.excepted:
        when = _("{date} (not {regions})").format(date=when, regions=regions_words(change.excepted))
    return when


def regions_words(regions: tuple[str, ...]) -> str:
    """Return the names of regions as a list."""
    return and_list([region_name(region) for region in regions])
