"""What the guides on ChatGPT, Gemini, Claude, Character.AI and Gmail answer, and where they lead.

The tables are written from the facts, not from what the program prints.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Change, Fact, Guide, Source
from optout_desktop.guides.format.tasks import Step, Task, Way
from optout_desktop.guides.format.types import Applies
from optout_desktop.pictures.states import is_changing
from optout_desktop.pictures.vocabulary import Tick, Toggle
from optout_desktop.situation.rules import Situation, applies

FOLDER = Path(__file__).parents[2] / "guides"
SLUGS = ("chatgpt", "gemini", "claude", "character-ai", "gmail")
REGIONS = (
    *("DE", "NO", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN"),
    "",
)

# Off by default, says Google, and people can turn it on.
OFF_UNLESS = dict.fromkeys(("DE", "NO", "CH", "GB", "JP"), "off-unless")

# Where an objection has a law or the company's word behind it.
RIGHT = dict.fromkeys(("DE", "NO", "CH", "GB"), "yes")

# Service, task (empty: the whole service), the general answer, and the regions that differ.
ANSWERS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("chatgpt", "", "yes", {}),
    ("chatgpt", "improve-model", "yes", {}),
    ("chatgpt", "codex", "reported", {}),
    ("chatgpt", "recordings", "reported-off", {}),
    ("chatgpt", "temporary-chat", "yes", {}),
    ("chatgpt", "portal", "reported", {}),
    ("chatgpt", "objection", "reported", RIGHT),
    ("chatgpt", "responses", "reported", {}),
    ("gemini", "", "yes", {}),
    ("gemini", "keep-activity", "yes", {}),
    ("gemini", "media", "off-unless", {}),
    ("gemini", "delete", "yes", {}),
    ("gemini", "temporary-chat", "yes", {}),
    ("gemini", "other-settings", "yes", {}),
    ("claude", "", "yes", {}),
    ("claude", "improve-models", "yes", {}),
    ("claude", "incognito", "yes", {}),
    ("claude", "delete", "yes", {}),
    ("claude", "objection", "reported", RIGHT),
    ("character-ai", "", "yes", {}),
    (
        *("character-ai", "improve-model", "reported-no"),
        {"DE": "yes", "NO": "yes", "GB": "yes", "": "unknown"},
    ),
    ("character-ai", "elsewhere", "reported", {"DE": "no", "NO": "no", "GB": "no"}),
    ("character-ai", "request", "reported", {}),
    ("gmail", "", "yes", OFF_UNLESS),
    ("gmail", "smart-gmail", "yes", OFF_UNLESS),
    ("gmail", "smart-workspace", "yes", OFF_UNLESS),
    ("gmail", "admin-default", "admin", {}),
)

# Only where the facts tell plans apart: service, task, work, education, free and paid.
PLAN_ANSWERS = (
    ("chatgpt", "", "off", "off", "yes"),
    ("chatgpt", "improve-model", "off", "off", "yes"),
    ("chatgpt", "codex", "reported-no", "reported-no", "reported"),
    ("chatgpt", "recordings", "off", "off", "reported-off"),
    ("chatgpt", "temporary-chat", "off", "off", "yes"),
    ("chatgpt", "portal", "no", "no", "reported"),
    ("gemini", "", "reported-off", "reported-off", "yes"),
    ("gemini", "keep-activity", "admin", "admin", "yes"),
    ("gemini", "media", "reported-no", "reported-no", "off-unless"),
    ("claude", "", "no", "no", "yes"),
    ("claude", "improve-models", "no", "no", "yes"),
    ("claude", "incognito", "no", "no", "yes"),
    ("claude", "delete", "no", "no", "yes"),
)

# What the guide of ChatGPT asks: task, step (empty: the whole task), answer to the question, answer
# of the guide, and whether it can be left. Nothing folds before the question is answered.
QUESTION_ANSWERS = (
    ("codex", "", "", "reported", False),
    ("codex", "", "codex/yes", "reported", False),
    ("codex", "", "codex/no", "no", False),
    ("improve-model", "signed-out", "", "reported", True),
    ("improve-model", "signed-out", "sign-in/always", "no", False),
    ("improve-model", "signed-out", "sign-in/sometimes", "reported", False),
    ("improve-model", "signed-out", "sign-in/never", "reported", False),
    *(
        ("improve-model", step, answer, "no" if answer == "sign-in/never" else "yes", False)
        for step in ("open", "switch", "check", "second-accounts")
        for answer in ("", "sign-in/always", "sign-in/sometimes", "sign-in/never")
    ),
)

STEP_ADDRESSES = {
    "chatgpt": {
        "https://chatgpt.com/settings/data-controls",
        "https://chatgpt.com/#settings/DataControls",
        "https://chatgpt.com/codex/cloud/settings/general",
        "https://privacy.openai.com/policies",
    },
    "gemini": {
        "https://myactivity.google.com/product/gemini",
        "https://myactivity.google.com/activitycontrols",
        "https://myactivity.google.com/search-services/settings",
        "https://myactivity.google.com/product/home",
    },
    "claude": {
        "https://claude.ai/settings/data-privacy-controls",
        "https://privacy.claude.com/en/articles/15865314-privacy-rights-requests-relating-to-anthropic-s-training-data",
        "https://anthropic.com/legal/non-user-privacy-policy",
    },
    "character-ai": {"https://support.character.ai/hc/en-us/requests/new"},
    "gmail": {
        "https://support.google.com/mail/answer/15604322",
        "https://support.google.com/a/answer/10095404",
    },
}

LAW = {
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://dataprotection.ie/en/individuals/know-your-rights/how-long-will-it-take",
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/what-should-we-consider-when-responding-to-a-request/",
}
OBJECTION_LAW = {
    *LAW,
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/what-to-expect/",
    "https://www.fedlex.admin.ch/eli/cc/2022/491/en",
}
SOURCE_ADDRESSES = {
    "chatgpt": {
        *OBJECTION_LAW,
        "https://help.openai.com/en/articles/7730893-data-controls-faq",
        "https://help.openai.com/en/articles/5722486-how-your-data-is-used-to-improve-model-performance",
        "https://openai.com/policies/how-your-data-is-used-to-improve-model-performance/",
        "https://openai.com/policies/eu-privacy-policy/revisions/2026-02-06/",
        "https://openai.com/policies/privacy-policy/california-privacy-rights-reporting/",
        "https://openai.com/consumer-privacy/",
        "https://www.priv.gc.ca/en/opc-actions-and-decisions/investigations/investigations-into-businesses/2026/pipeda-2026-002-overview/",
    },
    "gemini": {
        "https://support.google.com/gemini/answer/13594961",
        "https://support.google.com/gemini/answer/13278892",
        "https://blog.google/products/gemini/temporary-chats-privacy-controls/",
        "https://policies.google.com/privacy?hl=en-GB&gl=IE",
        "https://www.bgr.com/1939066/how-to-stop-google-gemini-training-personal-data/",
        "https://techcrunch.com/2026/07/06/if-you-use-google-youre-training-its-ai-heres-how-to-opt-out/",
    },
    "claude": {
        *OBJECTION_LAW,
        "https://privacy.claude.com/en/articles/12109829-how-do-i-change-my-model-improvement-privacy-settings",
        "https://www.anthropic.com/legal/privacy",
        "https://www.anthropic.com/news/updates-to-our-consumer-terms",
        "https://code.claude.com/docs/en/data-usage",
        "https://privacy.claude.com/en/articles/15865314-privacy-rights-requests-relating-to-anthropic-s-training-data",
        "https://anthropic.com/legal/non-user-privacy-policy",
        "https://www.privacyinternational.org/guide-step/5677/claude-settings-and-good-practices",
    },
    "character-ai": {
        *LAW,
        "https://policies.character.ai/model-training",
        "https://support.character.ai/hc/en-us/articles/52413773269019-Update-Privacy-Policy-and-Regional-Privacy-Disclosures",
        "https://support.character.ai/hc/en-us/articles/47703013822875-Training-Data-Documentation",
        "https://support.character.ai/hc/en-us/requests/new",
    },
    "gmail": {
        "https://support.google.com/mail/answer/15604322",
        "https://support.google.com/mail/answer/10079371",
        "https://support.google.com/a/answer/10095404",
        "https://support.google.com/a/answer/15706919",
        "https://theglobalpractice.com/?p=170611",
        "https://resourcefulman.net/2025/11/24/google-says-it-doesnt-use-your-emails-to-train-its-artificial-intelligence",
    },
}

# The labels of the switches, letter for letter; below, those of which nobody can say for everybody
# how they are found.
SWITCHES = {
    "chatgpt": {
        "Improve the model for everyone",
        "Include environments",
        "Include your audio recordings",
        "Include your video recordings",
    },
    "gemini": {
        "Keep Activity",
        "Audio, Gemini Live videos and screenshares",
        "Web & App Activity",
    },
    "claude": {"Help improve our AI models"},
    "character-ai": {"Improve the Model for Everyone"},
    "gmail": {
        "Smart features in Gmail, Chat, and Meet",
        "Smart features in Google Workspace",
        "Smart features in other Google products",
    },
}

EITHER = {
    "Include environments",
    "Include your audio recordings",
    "Include your video recordings",
    "Audio, Gemini Live videos and screenshares",
    "Web & App Activity",
    "Help improve our AI models",
    *SWITCHES["gmail"],
}


@cache
def guide_named(slug: str) -> Guide:
    return read_guide(FOLDER / slug / "guide.toml")


def one_of(slug: str, task: str) -> Guide | Task:
    guide = guide_named(slug)
    return next(one for one in guide.tasks if one.id == task) if task else guide


def texts_of(slug: str) -> str:
    return " ".join(value for _, value in values(guide_named(slug)) if isinstance(value, str))


@pytest.mark.parametrize("slug", SLUGS)
def test_author_check_finds_nothing(slug: str) -> None:
    assert check_file(FOLDER / slug / "guide.toml", date(2026, 11, 23)) == ()


@pytest.mark.parametrize(("slug", "task", "general", "exceptions"), ANSWERS)
def test_each_region_has_its_answer(
    slug: str, task: str, general: str, exceptions: dict[str, str]
) -> None:
    rules = one_of(slug, task).applies
    found = {region: applies(rules, Situation(region)).answer for region in REGIONS}
    assert found == {region: exceptions.get(region, general) for region in REGIONS}


def test_every_task_has_a_row_in_the_table() -> None:
    tasks = {(slug, task.id) for slug in SLUGS for task in guide_named(slug).tasks}
    assert {(slug, task) for slug, task, _, _ in ANSWERS} == tasks | {(slug, "") for slug in SLUGS}


@pytest.mark.parametrize(("slug", "task", "work", "education", "own"), PLAN_ANSWERS)
@pytest.mark.parametrize("region", ["DE", "US", ""])
def test_each_plan_has_its_answer(
    slug: str, task: str, work: str, education: str, own: str, region: str
) -> None:
    rules = one_of(slug, task).applies
    plans = ("work", "education", "free", "paid")
    found = [applies(rules, Situation(region, plan)).answer for plan in plans]
    assert found == [work, education, own, own]


@pytest.mark.parametrize(("task", "step", "answer", "expected", "optional"), QUESTION_ANSWERS)
def test_each_answer_to_a_question_has_its_answer(
    task: str, step: str, answer: str, expected: str, optional: bool
) -> None:
    asked = one_of("chatgpt", task)
    if step:
        asked = next(one for one in getattr(asked, "steps", ()) if one.id == step)
    found = applies(asked.applies, Situation("DE", "free", answers=frozenset({answer} - {""})))
    assert (found.answer, found.optional) == (expected, optional)


def test_only_chatgpt_asks_questions_of_its_own() -> None:
    assert {(slug, one.id) for slug in SLUGS for one in guide_named(slug).questions} == {
        ("chatgpt", "sign-in"),
        ("chatgpt", "codex"),
    }


@pytest.mark.parametrize("task", ["", "keep-activity"])
def test_gemini_knows_the_default_of_adults_only(task: str) -> None:
    rules = one_of("gemini", task).applies
    ages = ("", "adult", "minor")
    found = [applies(rules, Situation("DE", "free", age)).answer for age in ages]
    assert found == ["yes", "yes", "unknown"]


def test_only_an_administrator_sets_the_default_of_an_organisation() -> None:
    rules = one_of("gmail", "admin-default").applies
    roles = ("", "member", "owner")
    found = [applies(rules, Situation("US", "work", role=role)).answer for role in roles]
    assert found == ["admin", "admin", "yes"]


def test_the_switch_or_the_request_is_enough_at_chatgpt() -> None:
    either = {task.id for task in guide_named("chatgpt").tasks if task.either == "no-training"}
    assert either == {"improve-model", "portal"}


@pytest.mark.parametrize(
    ("slug", "task", "step"),
    [
        ("chatgpt", "recordings", "audio"),
        ("chatgpt", "recordings", "video"),
        ("character-ai", "improve-model", "open"),
    ],
)
def test_a_missing_row_means_that_it_is_not_offered(slug: str, task: str, step: str) -> None:
    steps = {one.id: one for one in getattr(one_of(slug, task), "steps", ())}
    assert steps[step].missing_means == "not-offered"


def test_what_is_sent_is_called_what_it_is() -> None:
    asks = {
        (slug, task.id): (task.asks or "objection", task.fields_known)
        for slug in SLUGS
        for task in guide_named(slug).tasks
        if task.kind in {"form", "e-mail", "request"}
    }
    assert asks == {
        ("chatgpt", "portal"): ("opt-out", "none"),
        ("chatgpt", "objection"): ("objection", "all"),
        ("chatgpt", "responses"): ("other", "some"),
        ("claude", "objection"): ("objection", "all"),
        ("character-ai", "request"): ("opt-out", "none"),
    }


def test_claude_alone_keeps_stored_chats_out_of_training_too() -> None:
    first = {slug: guide_named(slug).tasks[0].effect for slug in SLUGS}
    assert first == {
        "chatgpt": "future-only",
        "gemini": "future-only",
        "claude": "stored-too",
        "character-ai": "future-only",
        "gmail": "unknown",
    }


@pytest.mark.parametrize("plan", ["", "free", "paid", "work", "education"])
@pytest.mark.parametrize("task", ["smart-gmail", "smart-workspace"])
def test_gmail_asks_no_plan_because_users_override_their_administrator(
    plan: str, task: str
) -> None:
    rules = one_of("gmail", task).applies
    assert applies(rules, Situation("US", plan)).answer == "yes"
    assert applies(rules, Situation("JP", plan)).answer == "off-unless"


@pytest.mark.parametrize("region", ["NO", "LI", "IS", "FR"])
@pytest.mark.parametrize(("slug", "task"), [(slug, task) for slug, task, _, _ in ANSWERS])
def test_the_whole_eea_is_answered_for_the_same_reason(slug: str, task: str, region: str) -> None:
    rules = one_of(slug, task).applies
    assert applies(rules, Situation(region)) == applies(rules, Situation("DE"))


@pytest.mark.parametrize("region", ["DE", "NO", "GB"])
def test_the_month_for_claudes_answer_can_grow_by_two(region: str) -> None:
    because = applies(one_of("claude", "objection").applies, Situation(region)).because
    assert "one month to answer; it may take up to two more" in because


@pytest.mark.parametrize(
    ("region", "counted"), [("DE", False), ("NO", False), ("GB", False), ("US", True), ("CH", True)]
)
def test_where_character_has_no_switch_the_request_is_what_counts(
    region: str, counted: bool
) -> None:
    request = one_of("character-ai", "request")
    assert isinstance(request, Task)
    assert not request.optional
    assert applies(request.applies, Situation(region)).optional != counted
    switch = applies(one_of("character-ai", "improve-model").applies, Situation(region))
    assert switch.optional == counted


@pytest.mark.parametrize("region", ["US", "CH", "KR"])
def test_outside_its_places_the_character_switch_is_only_probably_missing(region: str) -> None:
    found = applies(one_of("character-ai", "improve-model").applies, Situation(region))
    assert (found.answer, found.confidence) == ("reported-no", "medium")
    assert "If you see the switch, turn it off" in found.because


@pytest.mark.parametrize("slug", SLUGS)
def test_steps_and_sources_have_only_known_addresses(slug: str) -> None:
    guide = guide_named(slug)
    places = [one for _, one in values(guide) if isinstance(one, Step | Way)]
    assert {one.url for one in places if one.url} == STEP_ADDRESSES[slug]
    sources = [one for _, one in values(guide) if isinstance(one, Source)]
    assert {one.url for one in sources if one.url} == SOURCE_ADDRESSES[slug]
    texts = [value for _, value in values(guide) if isinstance(value, str)]
    written = {text for text in texts if "https:" in text}
    assert written == STEP_ADDRESSES[slug] | SOURCE_ADDRESSES[slug]


@pytest.mark.parametrize("slug", SLUGS)
def test_declared_hosts_are_hosts_that_steps_open(slug: str) -> None:
    opened = {url.split("/")[2] for url in STEP_ADDRESSES[slug]}
    named = {url.split("/")[2] for url in STEP_ADDRESSES[slug] & SOURCE_ADDRESSES[slug]}
    hosts = set(guide_named(slug).domains)
    assert hosts <= opened
    assert opened - hosts <= named


@pytest.mark.parametrize("slug", SLUGS)
def test_dates_of_age_are_dates_of_cited_sources(slug: str) -> None:
    guide = guide_named(slug)
    dates = {source.id: {source.published, source.copy_of} for source in guide.sources}
    for _, one in values(guide):
        if isinstance(one, Step | Way | Fact | Applies | Change) and one.as_of:
            assert any(one.as_of in dates[source] for source in one.sources), one
            assert one.as_of != "2026-11-23"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_switch_is_drawn_as_it_is_found_and_then_off(slug: str) -> None:
    drawn = [
        part
        for task in guide_named(slug).tasks
        for step in task.steps
        if step.picture
        for part in step.picture.parts
        if isinstance(part, Toggle | Tick) and is_changing(part)
    ]
    assert {part.label for part in drawn} == SWITCHES[slug]
    assert {part.after for part in drawn} == {"off"}
    for part in drawn:
        assert part.before == ("either" if part.label in EITHER else "on")


def test_objections_go_to_the_published_addresses() -> None:
    mails = {
        (slug, task.address)
        for slug in SLUGS
        for task in guide_named(slug).tasks
        if task.kind == "e-mail"
    }
    assert mails == {("chatgpt", "dsar@openai.com"), ("claude", "privacy@anthropic.com")}


@pytest.mark.parametrize("slug", ["chatgpt", "gemini", "claude", "character-ai"])
def test_the_trap_of_ratings_stands_at_the_switch(slug: str) -> None:
    guide = guide_named(slug)
    first = guide.tasks[0]
    assert first.kind == "toggle"
    for warning in (guide.warning, first.warning):
        assert warning is not None
        assert "rate " in warning or "feedback" in warning


def test_the_address_that_nobody_confirmed_is_left_out() -> None:
    assert "take-my-content-out" not in texts_of("chatgpt")


def test_gmail_never_claims_to_stop_gemini_training() -> None:
    guide = guide_named("gmail")
    assert "Google says it does not train Gemini on your mail" in guide.summary
    for task in guide.tasks:
        assert "Gemini" not in (task.stops or "")
    told = [task.text or "" for task in guide.tasks if task.kind == "toggle"]
    assert ["Gemini" in text for text in told] == [True, True]


def test_claude_names_the_old_label_beside_the_new_one() -> None:
    for step in guide_named("claude").tasks[0].steps[:2]:
        told = f"{step.title} {step.text} {step.seen}"
        assert "“Help improve our AI models”" in told
        assert "“Help improve Claude”" in told


@pytest.mark.parametrize(
    ("slug", "fact"),
    [("gemini", "does-it-stop"), ("claude", "choice-date"), ("character-ai", "regions")],
)
def test_conflicts_are_shown(slug: str, fact: str) -> None:
    assert {one.id: one.disputed for one in guide_named(slug).facts}[fact]


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_said_to_be_a_duty(slug: str) -> None:
    assert " must " not in texts_of(slug)
