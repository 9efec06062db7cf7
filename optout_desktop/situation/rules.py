"""Does this apply to me: the answer of the first rule that fits a person's situation."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from optout_desktop.guides.format.types import (
    FOLDING,
    NOT_COUNTED,
    Answer,
    Applies,
    Condition,
    Confidence,
)
from optout_desktop.situation.regions import contains

Asked = Literal["region", "plan", "age", "role", "answers"]
"""What an answer can depend on, named as in ``Situation``."""


OWN = "answers/"
"""Stands before the id of a question of a guide, where it is named beside the others."""

Rule = TypeVar("Rule", Applies, Condition)


class Situation(Struct, frozen=True):
    """Who asks: where they live, what kind of account they have, how old they are, what they run.

    ``region`` is a code of situation.regions; ``answers`` are those to questions of the guide,
    such as "host/cloudflare"; the others are the words of guides.format.types. Empty where the
    person has not said.
    """

    region: str = ""
    plan: str = ""
    age: str = ""
    role: str = ""
    answers: frozenset[str] = frozenset()


def within(situation: Situation, choices: Iterable[str]) -> Situation:
    """Return the situation without answers that a guide no longer offers, as if never given."""
    return replace(situation, answers=situation.answers & {*choices})


class Applicability(Struct, frozen=True):
    """Whether something applies to a person.

    ``because`` is the sentence of the guide that says why; there is none where no rule fits.
    ``asks`` is what the person has not said and the answer depends on. ``optional`` is what they
    can do and need not. ``region`` is where they live, if that is what no rule tells of.
    """

    answer: Answer | Literal["unknown"]
    because: str = ""
    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    asks: tuple[Asked, ...] = ()
    optional: bool = False
    confidence: Confidence = "high"
    disputed: str | None = None
    as_of: str | None = None
    region: str = ""

    @property
    def folds(self) -> bool:
        """Whether it may be folded away: only what is known not to be needed."""
        return self.answer in FOLDING


_APPLIES = Applicability("yes")


def applies(rules: Sequence[Applies], situation: Situation) -> Applicability:
    """Return what the first rule says that fits the situation.

    No rules at all: it applies. Rules of which none fits: it is not known, and it is shown. Where a
    rule by which it is shown may fit by what the person has not said, no later one folds it away:
    it is not known either.
    """
    if not rules:
        return _APPLIES
    rule, asks = first_fitting(rules, situation)
    if rule is None:
        region = situation.region if any(rule.regions for rule in rules) else ""
        return Applicability("unknown", asks=asks, region=region)
    return Applicability(
        rule.answer,
        rule.because,
        rule.sources,
        rule.since,
        rule.until,
        asks,
        rule.is_optional,
        rule.confidence,
        rule.disputed,
        rule.as_of,
    )


def first_fitting(
    rules: Sequence[Rule], situation: Situation
) -> tuple[Rule | None, tuple[Asked, ...]]:
    """Return the rule that holds, if any does, and what the person has not said it depends on.

    A person who says less never sees less: a rule that folds holds only where no earlier one that
    shows may fit by what was not said. What only does not count stays in sight, so it gives way
    only to an earlier rule that may count in a region that was not said.
    """
    asks: dict[Asked, None] = {}
    may_be_shown = may_count = False
    for rule in rules:
        misses = dict(_misses(rule, situation))
        if not misses:
            folds = rule.answer in FOLDING and may_be_shown
            leaves = rule.answer in NOT_COUNTED and may_count
            return None if folds or leaves else rule, tuple(asks)
        if not any(misses.values()):
            asks |= dict.fromkeys(misses)
            counts = rule.answer not in FOLDING | NOT_COUNTED
            may_be_shown = may_be_shown or rule.answer not in FOLDING
            may_count = may_count or (counts and "region" in misses)
    return None, tuple(asks)


def questions(rules: Iterable[Applies], situation: Situation) -> frozenset[str]:
    """Return what may still matter of a person besides where they live.

    These are names of ``Situation``, and ``OWN`` with the id of a question of the guide. A rule
    that does not fit by something else that was said asks nothing, nor does one below a rule that
    fits by region alone.
    """
    asked: set[str] = set()
    for rule in rules:
        misses = dict(_misses(rule, situation))
        named: tuple[tuple[Asked, tuple[str, ...]], ...] = (
            ("plan", ("plan",) if rule.plans else ()),
            ("age", ("age",) if rule.ages else ()),
            ("role", ("role",) if rule.roles else ()),
            ("answers", tuple(f"{OWN}{choice.partition('/')[0]}" for choice in rule.when)),
        )
        for kind, names in named:
            if not any(said for miss, said in misses.items() if miss != kind):
                asked.update(names)
        if not misses and not (rule.plans or rule.ages or rule.roles or rule.when):
            break
    return frozenset(asked)


def _misses(rule: Applies | Condition, situation: Situation) -> Iterator[tuple[Asked, bool]]:
    """Yield what of a rule does not fit the situation, and whether the person has said it."""
    if rule.regions and not contains(rule.regions, situation.region):
        yield "region", bool(situation.region)
    if rule.plans and situation.plan not in rule.plans:
        yield "plan", bool(situation.plan)
    if rule.ages and situation.age not in rule.ages:
        yield "age", bool(situation.age)
    if rule.roles and situation.role not in rule.roles:
        yield "role", bool(situation.role)
    if rule.when:
        asked = {choice.partition("/")[0] for choice in rule.when}
        fitting = {choice.partition("/")[0] for choice in situation.answers & {*rule.when}}
        if asked != fitting:
            said = {choice.partition("/")[0] for choice in situation.answers}
            yield "answers", bool((asked - fitting) & said)
