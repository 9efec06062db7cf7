"""Hints for whoever named something that is not there."""

from optout_desktop.base.hints import did_you_mean, use_one_of


def test_names_that_may_have_been_meant_are_quoted() -> None:
    assert did_you_mean(["ai", "web"]) == "Did you mean “ai” or “web”?"


def test_names_to_choose_from_are_listed() -> None:
    assert use_one_of(["ai", "web"]) == "Use one of: ai or web."
    assert use_one_of([]) == "Use one of: -."
