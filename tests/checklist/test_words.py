"""Every code has its words, in both voices, and no voice speaks as the other."""

import re
from collections.abc import Callable
from typing import get_args

import pytest
from msgspec.structs import replace

from optout_desktop.checklist.checklist import (
    Change,
    Checklist,
    Fact,
    Former,
    Option,
    Question,
    Retired,
)
from optout_desktop.checklist.sourced import Age, Answer, Failed, Source, Sourced
from optout_desktop.checklist.tasks import (
    FormField,
    Letter,
    LostStep,
    SetAside,
    Standing,
    Step,
    Task,
    Way,
)
from optout_desktop.checklist.words.age import (
    age_words,
    date_words,
    facts_age_words,
    failed_words,
    newest_source_words,
    source_age_words,
    source_kind_words,
    state_words,
)
from optout_desktop.checklist.words.answer import (
    because_words,
    is_doubtful,
    region_words,
    set_aside_words,
    task_because_words,
)
from optout_desktop.checklist.words.dates import moment_words, short, written
from optout_desktop.checklist.words.doubt import doubts, numbers_words
from optout_desktop.checklist.words.outcome import (
    group_words,
    kind_words,
    outcome_words,
    reply_words,
    request_words,
    status_words,
)
from optout_desktop.checklist.words.questions import option_words, question_words
from optout_desktop.checklist.words.service import (
    change_words,
    companies_words,
    company_words,
    fact_regions_words,
    when_words,
)
from optout_desktop.checklist.words.step import (
    advice_words,
    answer_within_words,
    gaps_words,
    objection_words,
    reason_words,
    revision_words,
    standing_words,
    step_remarks,
    surface_words,
    way_there_words,
    way_title,
    way_words,
)
from optout_desktop.checklist.words.task import (
    effect_words,
    field_words,
    fields_known_words,
    instead_words,
    is_left,
    left_words,
    letter_words,
    reach_words,
    task_line,
)
from optout_desktop.checklist.words.voice import Voice
from optout_desktop.guides.format.freshness import State
from optout_desktop.guides.format.shape import SourceKind
from optout_desktop.guides.format.tasks import (
    Asks,
    Effect,
    FieldsKnown,
    Kind,
    Surface,
)
from optout_desktop.guides.format.types import Age as AgeOfPerson
from optout_desktop.guides.format.types import Answer as AnswerCode
from optout_desktop.guides.format.types import Plan, Role
from optout_desktop.plan.outcome import Outcome, Status, status_of
from optout_desktop.progress.events import ANSWERS, COULD_NOT_FIND_REASONS
from optout_desktop.progress.state import Objection
from optout_desktop.situation.rules import Asked
from tests.entries import entry

Checklists = Callable[..., Checklist]

VOICES: tuple[Voice, ...] = get_args(Voice)
SOURCES = (
    Source(1, "Notice", "Example", "official", published="2026-08-21", edited="2026-09"),
    Source(2, "Notes", "We", "own", copy_of="2026-01-02", until="2026-10-01", via=1),
)


def assert_voice(words: str, voice: Voice) -> None:
    """A report never says "you", the window and the terminal never "the person"."""
    assert words
    wrong = r"\b[Tt]he person\b" if voice == "you" else r"\b[Yy]ou(r|rs|rself)?\b"
    assert re.search(wrong, words) is None, words


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_its_words(outcome: Outcome, voice: Voice) -> None:
    for asks in (None, *get_args(Asks)):
        words = outcome_words(outcome, asks, voice)
        assert_voice(words, voice)
        assert "protected" not in words.casefold()


def test_a_report_says_whose_word_it_is() -> None:
    assert outcome_words("found-so", None, "you") == "Already set correctly"
    assert outcome_words("found-so", None, "the person") == (
        "Already set correctly, according to the person"
    )
    assert outcome_words("accepted", "deletion", "the person") == (
        "Deletion request accepted, according to the person"
    )


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_its_words(status: Status, voice: Voice) -> None:
    assert_voice(status_words(status, voice), voice)
    assert group_words(status)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("asks", [None, *get_args(Asks)])
def test_every_kind_and_request_has_its_words(kind: Kind, asks: Asks | None) -> None:
    assert kind_words(kind, asks)
    assert "{" not in kind_words(kind, asks)
    assert request_words(asks)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("code", get_args(AnswerCode))
def test_every_answer_says_why(code: AnswerCode, voice: Voice) -> None:
    answer = Answer(code, "So it is.", until="2027", sources=(1,), disputed="One says no.")
    assert because_words(answer, voice) == ("So it is. Until 2027. Sources disagree. One says no.")
    assert region_words("DE", answer).startswith("Germany: ")


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("asks", [(), *((one,) for one in get_args(Asked))])
@pytest.mark.parametrize("region", ["", "US-CA"])
def test_what_nobody_knows_is_told_with_what_it_depends_on(
    asks: tuple[Asked, ...], region: str, voice: Voice
) -> None:
    words = because_words(Answer("unknown", asks=asks, region=region), voice)
    assert_voice(words, voice)
    assert words.endswith("It is shown anyway.")
    assert ("United States: California" in words) is (bool(region) and not asks)


@pytest.mark.parametrize(
    ("code", "doubtful"),
    [
        *((code, False) for code in ("yes", "no", "off", "off-unless", "admin")),
        *((code, True) for code in ("reported", "reported-no", "reported-off")),
        *((code, True) for code in ("disputed", "unknown")),
    ],
)
def test_what_is_only_reported_is_doubtful(code: AnswerCode, *, doubtful: bool) -> None:
    assert is_doubtful(Answer(code)) is doubtful
    assert is_doubtful(Answer(code, confidence="low"))
    assert is_doubtful(Answer(code, disputed="One says no."))


@pytest.mark.parametrize(
    ("outcome", "counts", "left"),
    [
        ("to-do", True, True),
        ("to-do", False, False),
        ("sent", False, True),
        ("refused", False, True),
        ("partly", True, True),
        ("accepted", True, False),
        ("skipped", True, False),
        ("not-for-you", False, False),
    ],
)
def test_what_is_open_or_was_not_granted_is_left(
    outcome: Outcome, *, counts: bool, left: bool
) -> None:
    task = Task("a", "form", "A", Answer("yes"), outcome, status_of(outcome), counts=counts)
    assert is_left(task) is left


def test_what_is_left_is_told_with_its_steps_unless_all_are_done() -> None:
    task = Task("a", "form", "A", Answer("yes"), "refused", "done", done=2, total=2)
    assert left_words(task, "you") == "A: Objection refused"
    assert left_words(replace(task, done=1), "the person") == (
        "A: Objection refused, according to the person, 1 of 2 steps done"
    )


def test_the_date_of_an_answer_is_told_where_it_is_doubtful() -> None:
    sure = Answer("no", "So it is.", sources=(1,), as_of="2026-08-21")
    assert not is_doubtful(sure)
    assert because_words(sure, "you") == "So it is."
    for doubtful in (
        replace(sure, code="reported"),
        replace(sure, confidence="medium"),
        replace(sure, disputed="One says yes."),
    ):
        assert is_doubtful(doubtful)
        assert because_words(doubtful, "you").endswith("As of 21 August 2026.")


def test_where_it_applies_since_when_is_told() -> None:
    answer = Answer("yes", since="about 2025-11-03")
    assert region_words("DE", answer) == "Germany: applies since about 3 Nov 2025"


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("was", get_args(SetAside.__annotations__["was"]))
def test_what_has_no_point_now_says_why(was: str, voice: Voice) -> None:
    aside = replace(SetAside("done", ("Form", "Letter")), was=was)
    words = set_aside_words(aside, voice)
    assert_voice(words, voice)
    assert "Form and Letter" in words
    task = Task("a", "form", "A", Answer("yes", "Because."), "not-yet", "not-for-you")
    assert task_because_words(task, voice) == "Because."
    assert task_because_words(replace(task, set_aside=aside), voice) == words


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("standing", get_args(Standing))
def test_every_standing_has_its_words(standing: Standing, voice: Voice) -> None:
    for reason in (*COULD_NOT_FIND_REASONS, "a-later-reason"):
        lost = LostStep("task", "step", standing, could_not_find=reason)
        assert_voice(standing_words(lost, voice), voice)
        assert "{" not in standing_words(lost, voice)


@pytest.mark.parametrize("reason", COULD_NOT_FIND_REASONS)
def test_every_reason_has_its_words_and_some_advice(reason: str) -> None:
    assert reason not in reason_words(reason), "a person reads words, not codes"
    assert advice_words(reason, "Example")
    assert "{" not in advice_words(reason, "Example")


def test_a_reason_of_a_later_version_stands_as_it_is() -> None:
    assert reason_words("a-later-reason") == "a-later-reason"
    assert advice_words("a-later-reason", "Example") == ""


@pytest.mark.parametrize("reply", [*ANSWERS, "a later reply"])
def test_every_reply_has_its_words(reply: str) -> None:
    words = objection_words(Objection("2026-11-20", "4711", "2026-11-22", reply), None)
    assert words == (
        "Objection sent on 20 November 2026, case number 4711.",
        f"{reply_words(reply)} (22 November 2026).",
    )


def test_what_was_not_noted_of_an_objection_is_said() -> None:
    assert objection_words(None, None) == ()
    assert objection_words(Objection(sent="2026-11-20"), "access") == (
        "Request for information sent on 20 November 2026, no case number noted.",
    )
    assert objection_words(Objection(answer="refused"), None) == (
        "They refused it (date not noted).",
    )


@pytest.mark.parametrize("effect", get_args(Effect))
def test_every_effect_says_how_far_it_reaches(effect: Effect) -> None:
    assert reach_words(effect)
    assert reach_words(None) == ""


@pytest.mark.parametrize("surface", get_args(Surface))
def test_every_surface_has_its_words(surface: Surface) -> None:
    assert surface_words(surface)
    way = Way(age=Age("undated"), surface=surface, path=("Me", "Privacy"))
    assert way_words(way, SOURCES).startswith(
        f"Another way, {surface_words(surface)}: Me › Privacy. "
    )


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (Way(age=Age("undated")), ""),
        (Way(age=Age("undated"), surface="ios"), "Where: on an iPhone or iPad"),
        (Way(age=Age("undated"), path=("Me", "Privacy")), "Click path: ME › PRIVACY"),
        (Way(age=Age("undated"), surface="web", path=("Me",)), "Click path, in a browser: ME"),
    ],
)
def test_the_way_there_is_told_as_far_as_it_is_known(way: Way, words: str) -> None:
    assert way_there_words(way, str.upper) == words


@pytest.mark.parametrize(
    ("way", "title"),
    [
        (Way(age=Age("undated")), "Another way"),
        (Way(age=Age("undated"), place="in Claude Code"), "Another way, in Claude Code"),
        (Way(age=Age("undated"), path=("Me", "Privacy")), "Another way: ME › PRIVACY"),
    ],
)
def test_another_way_says_where_it_leads_along(way: Way, title: str) -> None:
    assert way_title(way, str.upper) == title


@pytest.mark.parametrize("known", get_args(FieldsKnown))
def test_what_is_not_known_of_a_form_is_said(known: FieldsKnown) -> None:
    assert bool(fields_known_words(known)) is (known != "all")


def test_a_field_says_whether_it_is_required() -> None:
    words = [field_words(FormField("Name", "Yours.", one)) for one in (True, False, None)]
    assert words == ["Name (required): Yours.", "Name (optional): Yours.", "Name: Yours."]


@pytest.mark.parametrize("state", get_args(State))
def test_every_age_has_its_words(state: State) -> None:
    assert state_words(state)
    for date, source in (("2026-08-21", 1), ("", 0), ("", 2)):
        age = Age(state, date, source)
        assert age_words(age, SOURCES)
        assert date_words(age, SOURCES)
        is_old = state in {"ageing", "replaced"}
        assert ("may have changed since" in age_words(age, SOURCES)) is is_old
        assert ("may have changed since" in date_words(age, SOURCES)) is is_old


@pytest.mark.parametrize(
    ("age", "origin", "dated"),
    [
        (Age("undated"), "No source is named.", "Undated: no dated source shows this."),
        (
            Age("fresh", "2026-08-21", 1),
            "From Example: “Notice”, of 21 August 2026.",
            "As shown by a source of 21 August 2026.",
        ),
        (
            Age("fresh", "2026-09", 1),
            "From Example: “Notice”, last changed September 2026.",
            "As shown by a source of September 2026.",
        ),
        (
            Age("fresh", "2026-10", 1),
            "From Example: “Notice”, as of October 2026.",
            "As shown by a source of October 2026.",
        ),
        (
            Age("seen-live", "2026-10", 1, seen_live=True),
            "Seen live on October 2026. From Example: “Notice”.",
            "Seen live on October 2026.",
        ),
        (
            Age("undated", "", 1),
            "From Example: “Notice”. No dated source shows this.",
            "Undated: no dated source shows this.",
        ),
        (
            Age("inferred", "2026-01-02", 2),
            "Inferred by us, or from our own notes: “Notes”.",
            "Inferred by us, or from our own notes. As shown by a source of 2 January 2026.",
        ),
    ],
)
def test_an_age_claims_no_more_than_is_known(age: Age, origin: str, dated: str) -> None:
    assert age_words(age, SOURCES) == origin
    assert date_words(age, SOURCES) == dated


def test_what_was_looked_for_again_is_told() -> None:
    assert failed_words(None) == ""
    assert failed_words(Failed("2026-11-20", "The row is gone.")) == (
        "Looked for again on 20 November 2026, and not found as described. The row is gone."
    )


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_every_kind_of_source_has_its_words(kind: SourceKind) -> None:
    assert source_kind_words(kind)


def test_a_source_tells_all_of_its_dates() -> None:
    assert [source_age_words(one, SOURCES) for one in SOURCES] == [
        "21 August 2026, last changed September 2026",
        "undated, read in a copy of 2 January 2026, as given by “Notice”, replaced 1 October 2026",
    ]
    assert facts_age_words("2026-08-21") == "Facts as of 21 Aug 2026"
    assert facts_age_words("") == "Facts are undated"


def test_what_became_of_a_service_is_said_in_words() -> None:
    former = Former("Grammarly", "It has another name.", (1,))
    assert change_words(former) == "Called Grammarly before. It has another name."
    until = replace(former, until="2025-10-29")
    assert change_words(until) == "Called Grammarly until 29 October 2025. It has another name."
    assert change_words(Retired("2026-04", "It closed.", (1,))) == (
        "Discontinued as of April 2026. It closed."
    )


def test_for_whom_something_is_so_is_said(checklist_of: Checklists) -> None:
    checklist = checklist_of()
    assert companies_words(checklist) == "Example Ireland Limited"
    assert [company_words(one) for one in checklist.companies] == [
        "For people in European Economic Area: Example Ireland Limited.",
        "In general: Example Incorporated.",
    ]
    fact = Fact("a", "A", "So it is.", Age("undated"), ("CH", "DE"), ("GB",), is_elsewhere=True)
    assert fact_regions_words(fact) == (
        "For people in Switzerland and Germany.",
        "Not for people in United Kingdom.",
    )
    assert fact_regions_words(replace(fact, is_elsewhere=False, excepted=())) == ()
    change = Change("2025-11-03", "So it was.", "2026", ("CH",), ("GB",))
    assert when_words(change) == "3 November 2025 to 2026 (Switzerland) (not United Kingdom)"
    assert when_words(Change("2025", "So it was.")) == "2025"


def test_the_newest_source_is_named() -> None:
    assert newest_source_words((), SOURCES) == ""
    assert newest_source_words((2, 1), SOURCES) == (
        "From: Notice (Example). And 1 more, listed below."
    )


@pytest.mark.parametrize("name", ["plan", "age", "role"])
def test_the_program_asks_in_its_own_words(name: str) -> None:
    codes = {"plan": get_args(Plan), "age": get_args(AgeOfPerson), "role": get_args(Role)}[name]
    question = Question(name, tuple(map(Option, ("", *codes))), "")
    assert question_words(question, "Slack")
    words = [option_words(option) for option in question.options]
    assert words[0] == "not said"
    assert len(set(words)) == len(words)


def test_a_guide_asks_in_the_words_of_the_guide() -> None:
    question = Question("answers/host", (Option(""), Option("own", "I do")), "", "Who hosts it?")
    assert question_words(question, "Slack") == "Who hosts it?"
    assert [option_words(option) for option in question.options] == ["not said", "I do"]


@pytest.mark.parametrize(
    ("date", "long", "narrow"),
    [
        ("2025-11-03", "3 November 2025", "3 Nov 2025"),
        ("2025-11", "November 2025", "November 2025"),
        ("2025", "2025", "2025"),
        ("about 2025-11-03", "about 3 November 2025", "about 3 Nov 2025"),
        ("by 2025-11", "November 2025 or earlier", "November 2025 or earlier"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(date: str, long: str, narrow: str) -> None:
    assert written(date) == long
    assert short(date) == narrow


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-23T10:42:31+01:00", "23 November 2026, 10:42 (UTC+01:00)"),
        ("2026-11-23T00:05:00-03:30", "23 November 2026, 00:05 (UTC-03:30)"),
        ("2026-11-23T00:05:00Z", "23 November 2026, 00:05 (UTC+00:00)"),
        ("2026-11-23T00:05:00", "23 November 2026, 00:05"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_a_moment_is_said_as_the_clock_there_showed_it(at: str, words: str) -> None:
    assert moment_words(at) == words


def test_doubts_are_told_as_whole_sentences() -> None:
    way = Way(age=Age("undated"), confidence="low", disputed="One says no.")
    assert doubts(way) == (
        "Sources disagree. One says no.",
        "Not well confirmed: this may look different, or be missing.",
    )
    assert doubts(Sourced(confidence="low")) == ("Not well confirmed.",)
    assert doubts(Sourced(confidence="medium")) == ()
    assert numbers_words((2, 1)) == "Sources: 2 and 1"
    assert numbers_words(()) == ""


@pytest.mark.parametrize(
    ("span", "time"), [("1 day", "1 day"), ("2 weeks", "2 weeks"), ("1 month", "1 month")]
)
def test_how_soon_they_answer_is_theirs_to_say(span: str, time: str) -> None:
    assert answer_within_words(span) == f"The company says that it answers within {time}."
    assert answer_within_words("") == ""


def test_a_task_says_how_far_it_is(checklist_of: Checklists) -> None:
    toggle, objection, sharing = checklist_of().tasks
    assert task_line(toggle) == "Switch · 0 of 2 done"
    assert task_line(sharing) == "Switch · Does not apply to you"
    assert is_left(toggle)
    assert not is_left(sharing)
    assert left_words(objection, "you") == ("Object to training: Not done yet, 0 of 2 steps done")
    assert effect_words(toggle) == (
        "Stops future training only. What a model has already learned stays learned.",
        "What it stops: New models.",
        "How to turn it back: Switch it on again.",
    )


def test_a_letter_says_where_to_write_and_about_what() -> None:
    assert letter_words(Letter()) == ""
    assert letter_words(Letter("a@example.com", "No")) == "Write to: a@example.com\nSubject: No"
    assert instead_words(("Form", "Letter")) == "Or instead: Form or Letter. One way is enough."


def test_a_step_tells_its_doubts_its_gaps_and_that_the_guide_changed(
    checklist_of: Checklists,
) -> None:
    checklist = checklist_of(entry("tick", "toggle", "switch", revision=1))
    step = checklist.step("toggle", "switch")
    assert step_remarks(checklist, step, "you") == (
        "Not well confirmed: this may look different, or be missing.",
        "Undated: no dated source shows this.",
        "Recorded with revision 1 of this guide; it is now at revision 3.",
    )
    assert revision_words(replace(step, revision=3), 3) == ""
    assert gaps_words(step) == ""
    assert gaps_words(replace(step, copy_text="I am ‹name›.")) != ""


def test_what_does_not_apply_is_told_with_its_reason(checklist_of: Checklists) -> None:
    step: Step = checklist_of().step("toggle", "open")
    folded = replace(step, standing="not-for-you", answer=Answer("no", "Not in the EEA."))
    assert standing_words(folded, "you") == "Does not apply: Not in the EEA."
