import itertools

import pytest

from optout_desktop.guides.applying import Situation, applies, questions
from optout_desktop.guides.terms import Age, Answer, Applies, Plan, Role


def rule(
    answer: Answer,
    regions: tuple[str, ...] = (),
    plans: tuple[Plan, ...] = (),
    ages: tuple[Age, ...] = (),
    roles: tuple[Role, ...] = (),
) -> Applies:
    return Applies(answer, f"Because of {answer}.", ("notice",), regions, plans, ages, roles)


WORK = (rule("admin", plans=("work",), roles=("member",)), rule("off", plans=("work",)))
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
    assert "you have not said" in unsaid.because
    assert not unsaid.folds


def test_no_situation_folds_where_an_unsaid_answer_could_show() -> None:
    """Whoever says less never sees less than whoever says more."""
    values = itertools.product(("", "DE", "GB"), ("", "free", "work"), ("", "minor", "adult"))
    for region, plan, age in values:
        folded = applies(RULES, Situation(region, plan, age, "member")).folds
        if not folded:
            continue
        fuller = itertools.product(
            [region] if region else ["DE", "GB"],
            [plan] if plan else ["free", "work"],
            [age] if age else ["minor", "adult"],
        )
        assert all(applies(RULES, Situation(*one, "member")).folds for one in fuller)


def test_only_what_the_rules_name_is_asked() -> None:
    assert questions(RULES) == {"age", "plan", "role"}
    assert questions((rule("yes", regions=("DE",)),)) == frozenset()
