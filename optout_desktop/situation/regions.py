"""Regions: their names, and which lies in which.

Regions are ISO 3166-1 countries, ISO 3166-2 subdivisions where the law differs, and the groups EU
and EEA; resources/regions.json lists them with their sources.
"""

from collections.abc import Iterable
from functools import cache

import msgspec
from msgspec import Struct

from optout_desktop.base.languages import _, language
from optout_desktop.base.locales import locale_of
from optout_desktop.base.paths import resources_folder
from optout_desktop.guides.library.search import folded


class _Group(Struct, frozen=True):
    name: str
    members: frozenset[str]


class _Regions(Struct, frozen=True):
    groups: dict[str, _Group]
    parts: dict[str, str]
    countries: dict[str, str]
    other_names: dict[str, str]
    subdivisions: dict[str, str]


def contains(regions: Iterable[str], region: str) -> bool:
    """Return whether ``region`` lies in one of ``regions``; nothing lies in a smaller region."""
    return not _around(region).isdisjoint(regions)


def holds_in(regions: Iterable[str], region: str) -> bool:
    """Return whether something holds for a person: anywhere, in their region, or they said none."""
    named = tuple(regions)
    return not named or not region or contains(named, region)


def is_region(code: str) -> bool:
    """Return whether a code is a country, subdivision or group that is known here."""
    known = _regions()
    return code in known.countries or code in known.subdivisions or code in known.groups


def region_name(code: str) -> str:
    """Return a name: "Germany", "United States: California"; an unknown code is its own name."""
    known = _regions()
    if code in known.subdivisions:
        return _("{country}: {subdivision}").format(
            country=_country_name(code.partition("-")[0]), subdivision=_(known.subdivisions[code])
        )
    if code in known.groups:
        return _(known.groups[code].name)
    return _country_name(code) if code in known.countries else code


def _country_name(code: str) -> str:
    return locale_of(language()).territories.get(code) or _(_regions().countries[code])


def region_choices() -> tuple[tuple[str, str], ...]:
    """Return where a person can live, as code and name: countries, each before its subdivisions."""
    known = _regions()
    names = {code: region_name(code) for code in (*known.countries, *known.subdivisions)}

    def place(code: str) -> tuple[str, bool, str]:
        country = code.partition("-")[0]
        return folded(names[country]), code != country, folded(names[code])

    return tuple((code, names[code]) for code in sorted(names, key=place))


def region_named(text: str) -> str:
    """Return the region that a person means by a code or a name; empty if there is none.

    Names are known in the language shown and in English, in whatever case and with or without
    accents, some others that are in use too: "UK", "Turkey".
    """
    known = _regions()
    code = text.strip().upper()
    if code in known.countries or code in known.subdivisions:
        return code
    english = {name: code for code, name in (known.countries | known.subdivisions).items()}
    shown = {name: code for code, name in region_choices()}
    named = {_as_typed(name): code for name, code in (known.other_names | english | shown).items()}
    return named.get(_as_typed(text.strip()), "")


def _as_typed(name: str) -> str:
    """Return a name as a keyboard has it: without accents, "’" and "&"."""
    return folded(name).replace("’", "'").replace("&", "and")


@cache
def _around(region: str) -> frozenset[str]:
    """Return all regions in which ``region`` lies, itself included."""
    known = _regions()
    if not region:
        return frozenset()
    country = region.partition("-")[0]
    countries = {country, known.parts.get(country, country)}
    groups = {code for code, group in known.groups.items() if countries & group.members}
    return frozenset({region, *countries, *groups})


@cache
def _regions() -> _Regions:
    file = resources_folder() / "regions.json"
    return msgspec.json.decode(file.read_bytes(), type=_Regions)
