from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.types import Applies
from optout_desktop.progress.people import DEFAULT_PERSON, Account, answering, situation_of
from optout_desktop.situation.questions import asked
from optout_desktop.situation.rules import OWN, Situation

BROAD = read_guide(Path(__file__).parents[1] / "data" / "guides" / "good" / "broad" / "guide.toml")


def test_a_guide_asks_its_own_questions_with_their_answers() -> None:
    (host,) = asked(BROAD, Situation(answers=frozenset({"host/own", "other/own"})))
    assert (host.name, host.current) == (f"{OWN}host", "own")
    assert host.answers == ("", "own", "cloud")
    (unsaid,) = asked(BROAD, Situation())
    assert unsaid.current == ""


def test_an_answer_that_is_offered_no_more_is_asked_for_again() -> None:
    rule = Applies("yes", "Both.", ("policy",), plans=("paid",), when=("host/own",))
    guide = replace(BROAD, applies=(rule,), tasks=())
    stale = Situation("US", answers=frozenset({"host/company"}))
    assert [one.name for one in asked(guide, stale)] == ["plan", f"{OWN}host"]
    unfitting = Situation("US", answers=frozenset({"host/cloud"}))
    assert [one.name for one in asked(guide, unfitting)] == [f"{OWN}host"]


@pytest.mark.parametrize(
    ("question", "answer", "situation"),
    [
        ("age", "minor", Situation(age="minor")),
        ("plan", "paid", Situation(plan="paid")),
        ("role", "outside", Situation(role="outside")),
        ("answers/host", "own", Situation(answers=frozenset({"host/own"}))),
    ],
)
def test_an_answer_is_kept_and_taken_back(question: str, answer: str, situation: Situation) -> None:
    person = answering(DEFAULT_PERSON, "broad", "main", question, answer)
    account = next(iter(person.accounts), Account("broad", "main"))
    assert situation_of(person, account) == situation
    back = answering(person, "broad", "main", question, "")
    account = next(iter(back.accounts), Account("broad", "main"))
    assert situation_of(back, account) == Situation()


def test_a_question_has_one_answer_and_each_account_its_own() -> None:
    person = answering(DEFAULT_PERSON, "broad", "main", "answers/host", "own")
    person = answering(person, "broad", "main", "answers/site", "blog")
    person = answering(person, "broad", "main", "answers/host", "cloud")
    assert set(person.accounts[0].answers) == {"host/cloud", "site/blog"}
    other = answering(person, "another", "main", "answers/host", "own")
    assert {one.service: set(one.answers) for one in other.accounts} == {
        "broad": {"host/cloud", "site/blog"},
        "another": {"host/own"},
    }


def test_plan_role_and_age_are_asked_in_this_order_with_what_was_said() -> None:
    rules = (
        Applies("yes", "All.", ("policy",), ages=("adult",), roles=("owner",), plans=("paid",)),
    )
    guide = replace(BROAD, applies=rules, tasks=())
    found = asked(guide, Situation("US", plan="paid", age="adult", role="owner"))
    assert [(one.name, one.current) for one in found] == [
        ("plan", "paid"),
        ("role", "owner"),
        ("age", "adult"),
    ]
    assert [one.answers for one in found] == [
        ("", "free", "paid", "work", "education"),
        ("", "member", "owner", "outside"),
        ("", "adult", "minor"),
    ]
    by_age = replace(guide, applies=(replace(rules[0], plans=(), roles=()),))
    assert [one.name for one in asked(by_age, Situation())] == ["age"]


def test_the_rules_of_tasks_and_steps_are_asked_about_too() -> None:
    rule = Applies("no", "No.", ("policy",), plans=("work",))
    (task, *_others) = BROAD.tasks
    by_task = replace(BROAD, applies=(), tasks=(replace(task, applies=(rule,), steps=()),))
    assert [one.name for one in asked(by_task, Situation())] == ["plan"]
    (step, *_more) = task.steps
    steps = (replace(step, applies=(rule,)),)
    by_step = replace(BROAD, applies=(), tasks=(replace(task, applies=(), steps=steps),))
    assert [one.name for one in asked(by_step, Situation())] == ["plan"]
