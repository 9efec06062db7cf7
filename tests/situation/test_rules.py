import itertools
from typing import TypeVar, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_desktop.guides.format.types import Age, Answer, Applies, Plan, Role
from optout_desktop.situation.rules import Applicability, Situation, applies, questions, within

Said = TypeVar("Said")


def rule(
    answer: Answer,
    regions: tuple[str, ...] = (),
    plans: tuple[Plan, ...] = (),
    ages: tuple[Age, ...] = (),
    roles: tuple[Role, ...] = (),
    when: tuple[str, ...] = (),
) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), regions, plans, ages, roles, when)


WORK = (rule("admin", plans=("work",), roles=("member",)), rule("off", plans=("work",)))
SHOP = Situation(answers=frozenset({"host/cloud", "site/shop"}))
RULES = (rule("no", ages=("minor",)), *WORK, rule("disputed", regions=("GB",)), rule("yes"))


@pytest.mark.parametrize(
    ("situation", "answer"),
    [
        (Situation("DE", "free", "adult"), "yes"),
        (Situation("DE", "free", "minor"), "no"),
        (Situation("GB", "free", "adult"), "disputed"),
        (Situation("GB", "work", "adult", "member"), "admin"),
        (Situation("DE", "work", "adult", "owner"), "off"),
        (Situation("DE", "work", "minor", "owner"), "no"),
        (Situation("DE"), "yes"),
        (Situation(), "yes"),
    ],
)
def test_the_first_rule_that_fits_in_all_it_names_answers(
    situation: Situation, answer: str
) -> None:
    assert applies(RULES, situation).answer == answer


def test_nothing_folds_away_because_of_what_was_not_said() -> None:
    rules = (rule("yes", plans=("free",)), rule("no"))
    assert applies(rules, Situation("DE", "paid")).answer == "no"
    unsaid = applies(rules, Situation("DE"))
    assert unsaid.answer == "unknown"
    assert unsaid.asks == ("plan",)
    assert not unsaid.folds


def some(*values: Said) -> st.SearchStrategy[tuple[Said, ...]]:
    return st.sets(st.sampled_from(values), min_size=1).map(lambda found: (*found,))


# The answers that are told apart here come as often as all the others.
ANSWERS = st.sampled_from(("no", "reported-no", "yes")) | st.sampled_from(get_args(Answer))
NAMED: dict[str, st.SearchStrategy[tuple[str, ...]]] = {
    "regions": some("EU", "DE-BE", "GB"),
    "plans": some("work", "free"),
    "ages": some("minor", "adult"),
    "roles": some("owner", "member"),
    "when": some("host/own", "host/cloud", "site/blog"),
}
ANY_RULES = st.lists(
    st.one_of(
        st.builds(rule, ANSWERS),
        *(st.builds(rule, ANSWERS, **{name: values}) for name, values in NAMED.items()),
        st.builds(rule, ANSWERS, **NAMED),
    ),
    min_size=2,
    max_size=4,
)
ANYBODY = st.builds(
    Situation,
    st.sampled_from(["DE-BE", "GB"]),
    st.sampled_from(["work", "free"]),
    st.sampled_from(["minor", "adult"]),
    st.sampled_from(["owner", "member"]),
    st.sampled_from([("host/own", "site/blog"), ("host/cloud", "site/shop")]).map(frozenset),
)
SAYABLE = ("region", "plan", "age", "role", "host", "site")


def without(full: Situation, unsaid: frozenset[str]) -> Situation:
    """Return the situation without what ``unsaid`` names: fields, and questions of the guide."""
    fields = {name: "" for name in SAYABLE[:4] if name in unsaid}
    kept = {choice for choice in full.answers if choice.partition("/")[0] not in unsaid}
    return replace(full, answers=frozenset(kept), **fields)


@given(ANY_RULES, ANYBODY)
@example([rule("reported-no", plans=("work",)), rule("no")], Situation(plan="work"))
def test_whoever_says_less_never_sees_less(rules: list[Applies], full: Situation) -> None:
    """For each thing that is said, beside anything else that is said or not."""
    for count in range(len(SAYABLE)):
        for unsaid in map(frozenset, itertools.combinations(SAYABLE, count)):
            if applies(rules, without(full, unsaid)).folds:
                continue
            for name in SAYABLE:
                assert not applies(rules, without(full, unsaid | {name})).folds


def test_only_what_the_rules_name_is_asked() -> None:
    assert questions(RULES, Situation()) == {"age", "plan", "role"}
    assert questions((rule("yes", regions=("DE",)),), Situation()) == frozenset()
    assert questions(HOST, Situation()) == {"answers/host", "answers/site"}


def test_nothing_is_asked_that_can_change_nothing() -> None:
    rules = (rule("no", regions=("US",), plans=("work",)), rule("no", ages=("minor",)), rule("yes"))
    assert questions(rules, Situation("DE")) == {"age"}
    assert questions(rules, Situation("US")) == {"age", "plan"}
    # What was answered stays in sight, so that it can be changed.
    assert questions(rules, Situation("US", "free", "adult")) == {"age", "plan"}


@pytest.mark.parametrize(
    ("named", "said", "asks"),
    [
        (rule("no", roles=("owner",)), Situation(role="member"), {"role", "plan"}),
        (rule("no", when=("host/own",)), SHOP, {"answers/host", "plan"}),
        (rule("no", ages=("minor",)), Situation(age="adult"), {"age", "plan"}),
        # What was answered stays in sight where it decides, and so does what else could.
        (rule("yes", roles=("owner",)), Situation(role="owner"), {"role", "plan"}),
        (rule("yes", ages=("adult",)), Situation(age="adult"), {"age", "plan"}),
        (rule("yes", when=("host/cloud",)), SHOP, {"answers/host", "plan"}),
        (rule("yes", plans=("free",)), Situation(plan="free"), {"plan"}),
        # Below a rule that fits by region alone nothing matters any more.
        (rule("yes", regions=("DE",)), Situation("DE"), set()),
        (rule("yes", regions=("DE",)), Situation("US"), {"plan"}),
        (rule("yes"), Situation(), set()),
        (rule("yes", ("DE",), ages=("adult",)), Situation("US"), {"plan"}),
    ],
)
def test_what_may_still_matter_is_asked(named: Applies, said: Situation, asks: set[str]) -> None:
    assert questions((named, rule("no", plans=("paid",)), rule("yes")), said) == asks


def test_two_reasons_to_fold_need_only_one_of_them_said() -> None:
    rules = (rule("no", roles=("owner",)), rule("no", plans=("paid",)), rule("yes"))
    assert applies(rules, Situation(plan="paid")).folds
    assert applies(rules, Situation(plan="free")).answer == "yes"


def test_what_only_does_not_count_gives_way_to_an_unsaid_region_alone() -> None:
    by_role = (rule("yes", roles=("owner",)), rule("reported-no"))
    assert applies(by_role, Situation()).answer == "reported-no"
    by_region = (rule("yes", regions=("EU",)), rule("reported-no"))
    assert applies(by_region, Situation()).answer == "unknown"
    assert applies(by_region, Situation("IN")).answer == "reported-no"


def test_a_region_that_was_not_said_is_a_reason_whatever_else_was_not() -> None:
    by_region, by_plan = rule("yes", regions=("EU",)), rule("yes", plans=("paid",))
    for first in ((by_region, by_plan), (by_plan, by_region)):
        assert applies((*first, rule("reported-no")), Situation()).answer == "unknown"
    folded = (by_region, rule("no", plans=("paid",)), rule("no"))
    assert applies(folded, Situation()).answer == "unknown"


def test_what_does_not_count_there_either_is_no_reason_to_count() -> None:
    rules = (rule("reported-no", regions=("EU",)), rule("reported-no", regions=("IN",)))
    assert applies((*rules, rule("reported-no")), Situation()).answer == "reported-no"


HOST = (
    rule("yes", when=("host/own", "host/friend", "site/blog")),
    rule("reported", when=("host/own",)),
    rule("no"),
)


@pytest.mark.parametrize(
    ("answers", "answer", "asks"),
    [
        ((), "unknown", ("answers",)),
        (("host/own", "site/blog"), "yes", ()),
        (("host/friend", "site/blog"), "yes", ()),
        (("host/own", "site/shop"), "reported", ()),
        (("host/cloud", "site/blog"), "no", ()),
        (("host/cloud",), "no", ()),
        # Half said: the first rule may still fit, so nothing folds because of the last one.
        (("site/blog",), "unknown", ("answers",)),
        (("host/friend",), "unknown", ("answers",)),
    ],
)
def test_a_rule_fits_where_each_question_that_it_names_is_answered_so(
    answers: tuple[str, ...], answer: str, asks: tuple[str, ...]
) -> None:
    found = applies(HOST, Situation("DE", answers=frozenset(answers)))
    assert (found.answer, found.asks) == (answer, asks)


@pytest.mark.parametrize("answer", ["reported-no", "off-unless", "unknown", "reported-off"])
def test_what_is_not_certain_is_not_folded_away(answer: Answer) -> None:
    found = applies((rule(answer),), Situation("DE"))
    assert not found.folds
    assert found.optional == (answer == "reported-no")
    assert found.because == f"Because of {answer}."


def test_doubt_in_a_rule_reaches_the_reader() -> None:
    doubtful = replace(rule("yes"), confidence="low", disputed="Two reports differ.", optional=True)
    found = applies((doubtful,), Situation())
    assert found.optional
    assert (found.disputed, found.confidence) == ("Two reports differ.", "low")


def test_an_answer_carries_all_that_the_rule_says() -> None:
    said = Applies(
        *("off", "Because of the law.", ("law",), ("EU",), ("paid",)),
        optional=True,
        since="2025-11",
        until="2027",
        as_of="2026-08-21",
        confidence="medium",
        disputed="Two reports differ.",
    )
    assert applies((said,), Situation("DE", "paid")) == Applicability(
        answer="off",
        because="Because of the law.",
        sources=("law",),
        since="2025-11",
        until="2027",
        asks=(),
        optional=True,
        confidence="medium",
        disputed="Two reports differ.",
        as_of="2026-08-21",
        region="",
    )


def test_what_nobody_knows_says_where_and_what_was_not_said() -> None:
    by_region = (rule("no", ("JP",), ("paid",)), rule("off", ages=("minor",), roles=("owner",)))
    found = applies(by_region, Situation("DE"))
    assert (found.answer, found.region, found.asks) == ("unknown", "DE", ("age", "role"))
    found = applies(by_region, Situation())
    assert (found.region, found.asks) == ("", ("region", "plan", "age", "role"))
    found = applies((rule("no", plans=("paid",)),), Situation("DE", "free"))
    assert (found.answer, found.region, found.asks) == ("unknown", "", ())


@pytest.mark.parametrize(
    ("named", "said", "other", "name"),
    [
        (rule("off", plans=("paid",)), Situation(plan="paid"), Situation(plan="free"), "plan"),
        (rule("off", ages=("minor",)), Situation(age="minor"), Situation(age="adult"), "age"),
        (rule("off", roles=("owner",)), Situation(role="owner"), Situation(role="member"), "role"),
    ],
)
def test_a_rule_names_each_thing_by_itself(
    named: Applies, said: Situation, other: Situation, name: str
) -> None:
    rules = (named, rule("yes"))
    assert applies(rules, said).answer == "off"
    assert applies(rules, other) == applies(rules[1:], other)
    unsaid = applies(rules, Situation())
    assert (unsaid.answer, unsaid.asks) == ("yes", (name,))
    assert questions(rules, Situation()) == {name}


def test_an_answer_that_is_offered_no_more_is_as_good_as_not_given() -> None:
    given = Situation("DE", "paid", answers=frozenset({"host/own", "site/blog"}))
    assert within(given, ("host/own", "host/cloud")) == replace(given, answers={"host/own"})
    assert within(given, ()).answers == frozenset()


def test_one_answer_to_each_question_of_a_rule_is_needed() -> None:
    rules = (rule("off", when=("host/own", "host/friend", "site/blog")), rule("yes"))
    one = applies(rules, Situation(answers=frozenset({"host/own"})))
    assert (one.answer, one.asks) == ("yes", ("answers",))
    other = applies(rules, Situation(answers=frozenset({"host/own", "site/shop"})))
    assert (other.answer, other.asks) == ("yes", ())
    assert applies(rules, Situation(answers=frozenset({"host/friend", "site/blog"}))).folds
