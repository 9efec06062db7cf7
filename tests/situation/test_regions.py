import json

import pytest

from optout_desktop.base.languages import use_language
from optout_desktop.base.paths import resources_folder
from optout_desktop.guides.format.types import Answer, Applies
from optout_desktop.situation.regions import (
    contains,
    holds_in,
    is_region,
    region_choices,
    region_name,
    region_named,
)
from optout_desktop.situation.rules import Applicability, Situation, applies


def rule(answer: Answer, *regions: str) -> Applies:
    """Write one answer for some regions, or for all."""
    return Applies(answer, f"Because of {answer}.", ("notice",), regions, since="2025-11-03")


@pytest.mark.parametrize(
    ("regions", "region", "inside"),
    [
        (["DE"], "DE", True),
        (["DE"], "DE-BE", True),
        (["DE-BE"], "DE-BE", True),
        (["DE-BE"], "DE", False),
        (["DE-BE"], "DE-BY", False),
        (["EU"], "DE", True),
        (["EU"], "DE-BE", True),
        (["EU"], "NO", False),
        (["EEA"], "NO", True),
        (["EEA"], "IS", True),
        (["EEA"], "LI", True),
        (["EEA"], "DE-BE", True),
        (["EEA"], "CH", False),
        (["EEA"], "GB", False),
        (["EEA", "CH", "GB"], "GB", True),
        (["US-CA"], "US-CA", True),
        (["US-CA"], "CA", False),
        (["CA"], "US-CA", False),
        (["CA"], "CA-QC", True),
        (["FR"], "RE", True),
        (["EEA"], "RE", True),
        (["RE"], "FR", False),
        (["EEA"], "AX", True),
        (["EEA"], "EEA", True),
        (["EEA"], "", False),
        ([""], "", False),
        ([], "DE", False),
        (["ZZ"], "ZZ-1", True),
    ],
)
def test_a_region_lies_in_itself_its_country_and_its_groups(
    regions: list[str], region: str, inside: bool
) -> None:
    assert contains(regions, region) is inside


def test_the_groups_have_their_members() -> None:
    countries = [code for code, _ in region_choices() if "-" not in code]
    territories = {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
    union = {code for code in countries if contains(["EU"], code)} - territories
    area = {code for code in countries if contains(["EEA"], code)} - territories
    assert len(union) == 27
    assert area - union == {"IS", "LI", "NO"}


def test_every_country_of_iso_3166_can_be_chosen_once() -> None:
    codes = [code for code, _ in region_choices()]
    assert len(codes) == len(set(codes))
    # ISO 3166-1 has 249, and XK is in common use.
    assert len([code for code in codes if "-" not in code]) == 250
    assert all(is_region(code) for code in codes)


def test_the_german_states_and_the_states_with_rights_can_be_chosen() -> None:
    codes = {code for code, _ in region_choices()}
    assert len([code for code in codes if code.startswith("DE-")]) == 16
    assert {"US-CA", "US-CT", "US-VA", "CA-QC"} <= codes


def test_subdivisions_follow_their_country() -> None:
    codes = [code for code, _ in region_choices()]
    at = codes.index("US")
    assert region_choices()[at + 1] == ("US-AL", "United States: Alabama")
    assert region_choices()[at + 2] == ("US-CA", "United States: California")
    assert codes[codes.index("CA") + 3] == "CA-QC"


def test_names_sort_without_regard_to_accents() -> None:
    names = [name for code, name in region_choices() if "-" not in code]
    assert names.index("Åland Islands") < names.index("Algeria")
    assert names[-1] == "Zimbabwe"
    assert names.index("Canada") < names.index("Germany") < names.index("Switzerland")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("DE", "Germany"),
        ("HK", "Hong Kong"),
        ("DE-BY", "Germany: Bavaria"),
        ("EEA", "European Economic Area"),
        ("ZZ", "ZZ"),
    ],
)
def test_regions_have_names(code: str, name: str) -> None:
    assert region_name(code) == name


@pytest.mark.parametrize("code", ["", "ZZ", "UK", "de", "US-", "US-NY", "DE-XX", "EWR"])
def test_other_codes_are_no_regions(code: str) -> None:
    assert not is_region(code)


def test_without_rules_it_applies_and_needs_no_reason() -> None:
    assert applies((), Situation("DE")) == Applicability("yes")
    assert applies((), Situation("")).because == ""


def test_the_first_rule_that_fits_is_taken_with_its_reason_and_source() -> None:
    rules = (rule("no", "HK"), rule("off", "EEA"), rule("disputed", "DE"), rule("yes"))
    assert applies(rules, Situation("HK")).answer == "no"
    assert applies(rules, Situation("DE-BE")) == Applicability(
        "off", "Because of off.", ("notice",), "2025-11-03"
    )
    assert applies(rules, Situation("US")).answer == "yes"


def test_whoever_has_not_said_where_they_live_gets_the_general_answer_alone() -> None:
    assert applies((rule("no", "HK"), rule("reported")), Situation("")).answer == "reported"
    assert applies((rule("yes", "HK"), rule("no")), Situation("")).answer == "unknown"
    assert applies((rule("no"),), Situation("")).answer == "no"
    unknown = applies((rule("no", "HK"),), Situation(""))
    assert (unknown.answer, unknown.asks, unknown.because) == ("unknown", ("region",), "")


def test_what_nobody_knows_is_said_and_shown_anyway() -> None:
    unknown = applies((rule("no", "HK"),), Situation("US-CA"))
    assert unknown.answer == "unknown"
    assert (unknown.region, unknown.asks) == ("US-CA", ())
    assert unknown.sources == ()
    assert not unknown.folds


@pytest.mark.parametrize(
    ("answer", "folds"),
    [
        ("yes", False),
        ("reported", False),
        ("no", True),
        ("off", True),
        ("reported-off", False),
        ("admin", False),
        ("disputed", False),
    ],
)
def test_only_what_is_certain_folds(answer: Answer, folds: bool) -> None:
    assert applies((rule(answer),), Situation("")).folds is folds


@pytest.mark.parametrize(
    ("regions", "region", "holds"),
    [
        ((), "DE", True),
        ((), "", True),
        (("EU",), "", True),
        (("EU",), "DE-BE", True),
        (("EU", "GB"), "GB", True),
        (("EU",), "GB", False),
    ],
)
def test_something_holds_anywhere_or_where_one_lives_or_where_that_is_not_said(
    regions: tuple[str, ...], region: str, holds: bool
) -> None:
    assert holds_in(iter(regions), region) is holds


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DE", "DE"),
        ("us-ca", "US-CA"),
        (" Germany ", "DE"),
        ("california", "US-CA"),
        ("United States: California", "US-CA"),
        ("UK", "GB"),
        ("usa", "US"),
        ("England", "GB"),
        ("Holland", "NL"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Cote d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Curac\u0327ao", "CW"),
        ("Quebec", "CA-QC"),
        ("Trinidad and Tobago", "TT"),
        ("EU", ""),
        ("nowhere", ""),
        ("", ""),
    ],
)
def test_a_region_is_found_by_what_people_call_it(text: str, code: str) -> None:
    assert region_named(text) == code


def test_a_region_is_named_in_the_language_shown_and_in_english() -> None:
    use_language(["en-XA"])
    assert region_name("DE") == "[Ĝéŕɱåñý ẋẋẋ]"
    assert region_named(region_name("DE")) == region_named("Germany") == "DE"


def test_every_other_name_is_of_a_country_that_is_listed() -> None:
    codes = {code for code, _ in region_choices()}
    other_names = json.loads((resources_folder() / "regions.json").read_bytes())["other_names"]
    assert set(other_names.values()) <= codes
