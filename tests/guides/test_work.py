"""What the guides of the group "work" answer and open: Slack, AWS, GitHub Copilot, Apple Siri."""

from datetime import date
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Fact, Guide
from optout_desktop.guides.format.tasks import Step, Task, Way
from optout_desktop.guides.format.types import Applies
from optout_desktop.pictures.vocabulary import DropDown, TextField, Toggle
from optout_desktop.situation.rules import Situation, applies

FOLDER = Path(__file__).parents[2] / "guides"
REGIONS = (
    *("DE", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN"),
    "",
)

# The facts name no region for any of these four: one answer for every place.
EVERYWHERE = {
    "slack": {"": "yes", "opt-out-email": "admin", "ask-owner": "yes"},
    # How one signs in is asked; unsaid, it is not known whether the Builder ID concerns one.
    "aws-ai-services": {
        "": "yes",
        "policy": "admin",
        "ask-admin": "yes",
        "builder-id": "unknown",
    },
    "github-copilot": {"": "yes", "training": "yes", "public-repositories": "yes"},
    "apple-siri": {
        "": "off-unless",
        "improve-siri": "off-unless",
        "analytics": "off-unless",
        "history": "yes",
    },
}

# Slack and AWS differ by who runs the workspace, AWS by the sign-in too, Copilot by the seat.
DIFFERING = (
    ("slack", "opt-out-email", Situation(role="owner"), "yes"),
    ("slack", "opt-out-email", Situation(role="member"), "admin"),
    ("slack", "ask-owner", Situation(role="owner"), "no"),
    ("slack", "ask-owner", Situation(role="member"), "yes"),
    ("slack", "ask-owner", Situation(role="outside"), "yes"),
    ("slack", "", Situation(role="member"), "yes"),
    ("aws-ai-services", "policy", Situation(role="owner"), "yes"),
    ("aws-ai-services", "policy", Situation(role="member"), "admin"),
    ("aws-ai-services", "ask-admin", Situation(role="owner"), "no"),
    ("aws-ai-services", "ask-admin", Situation(role="member"), "yes"),
    (
        *("aws-ai-services", "ask-admin"),
        *(Situation(role="member", answers=frozenset({"sign-in/builder-id"})), "no"),
    ),
    ("aws-ai-services", "builder-id", Situation(role="member"), "unknown"),
)

# Service, task (empty: the whole service), what was answered, and the answer of the guide.
QUESTION_ANSWERS = (
    ("aws-ai-services", "policy", "sign-in/account", "admin"),
    ("aws-ai-services", "policy", "sign-in/both", "admin"),
    ("aws-ai-services", "policy", "sign-in/builder-id", "no"),
    ("aws-ai-services", "ask-admin", "sign-in/account", "yes"),
    ("aws-ai-services", "ask-admin", "sign-in/both", "yes"),
    ("aws-ai-services", "builder-id", "sign-in/account", "no"),
    ("aws-ai-services", "builder-id", "sign-in/both", "yes"),
    ("aws-ai-services", "builder-id", "sign-in/builder-id", "yes"),
    ("aws-ai-services", "", "sign-in/builder-id", "yes"),
    ("github-copilot", "", "copilot/individual", "yes"),
    ("github-copilot", "", "copilot/student", "no"),
    ("github-copilot", "", "copilot/teacher", "no"),
    ("github-copilot", "", "copilot/seat", "no"),
    ("github-copilot", "training", "copilot/individual", "yes"),
    ("github-copilot", "training", "copilot/student", "no"),
    ("github-copilot", "training", "copilot/teacher", "no"),
    ("github-copilot", "training", "copilot/seat", "no"),
    ("github-copilot", "public-repositories", "copilot/seat", "yes"),
    ("github-copilot", "public-repositories", "copilot/student", "yes"),
    ("apple-siri", "improve-siri", "devices/one", "off-unless"),
    ("apple-siri", "history", "devices/several", "yes"),
)

# Service, task, step, and what it answers to each answer; the empty one is "not said".
STEP_ANSWERS = (
    (
        *("aws-ai-services", "policy", "organisation"),
        {"": "unknown", "organisation/part": "no", "organisation/alone": "yes"},
    ),
    (
        *("apple-siri", "improve-siri", "other-devices"),
        {"": "unknown", "devices/one": "no", "devices/several": "yes"},
    ),
    (
        *("apple-siri", "analytics", "other-devices"),
        {"": "unknown", "devices/one": "no", "devices/several": "yes"},
    ),
)

STEP_ADDRESSES = {
    "slack": {"https://slack.com/trust/data-management/privacy-principles"},
    "aws-ai-services": {
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_create.html",
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_all.html",
    },
    "github-copilot": {"https://github.com/settings/copilot/features"},
    "apple-siri": {"https://www.apple.com/legal/privacy/data/en/ask-siri-dictation/"},
}

SOURCE_ADDRESSES = {
    "slack": {
        "https://slack.com/trust/data-management/privacy-principles",
        "https://slack.com/slack-supplemental-terms",
        "https://www.webpronews.com/slack-using-customer-data-to-train-ai-requires-email-to-opt-out/",
        "https://edit.tosdr.org/documents/21607",
        "https://joindeleteme.com/?p=21776",
    },
    "aws-ai-services": {
        "https://aws.amazon.com/service-terms/",
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_create.html",
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_all.html",
        "https://hub.prowler.com/check/organizations_opt_out_ai_services_policy",
    },
    "github-copilot": {
        "https://docs.github.com/en/copilot/how-tos/manage-your-account/manage-policies",
        "https://docs.github.com/en/site-policy/privacy-policies/github-general-privacy-statement",
        "https://github.com/orgs/community/discussions/188488",
        "https://thelgtm.dev/github-copilot-training-data-policy-opt-out-deadline-approaching-april-24",
    },
    "apple-siri": {
        "https://www.apple.com/legal/privacy/data/en/ask-siri-dictation/",
        "https://www.apple.com/legal/privacy/data/en/improve-siri-dictation",
        "https://www.apple.com/legal/privacy/data/en/intelligence-engine",
        "https://machinelearning.apple.com/research/differential-privacy-aggregate-trends",
        "https://macrumors.com/2025/04/14/apple-intelligence-differential-privacy",
    },
}

DOMAINS = {
    "slack": ("slack.com",),
    "aws-ai-services": ("docs.aws.amazon.com",),
    "github-copilot": ("github.com",),
    "apple-siri": ("www.apple.com",),
}


def work_guide(slug: str) -> Guide:
    return read_guide(FOLDER / slug / "guide.toml")


def work_task(slug: str, name: str) -> Task:
    return next(task for task in work_guide(slug).tasks if task.id == name)


def work_step(slug: str, task: str, name: str) -> Step:
    return next(step for step in work_task(slug, task).steps if step.id == name)


def rules_of(slug: str, name: str) -> tuple[Applies, ...]:
    return work_task(slug, name).applies if name else work_guide(slug).applies


@pytest.mark.parametrize("slug", EVERYWHERE)
def test_every_task_answers_as_the_facts_in_every_region(slug: str) -> None:
    guide = work_guide(slug)
    assert {"", *(task.id for task in guide.tasks)} == set(EVERYWHERE[slug])
    found = {
        (region, name): applies(rules_of(slug, name), Situation(region)).answer
        for region in REGIONS
        for name in EVERYWHERE[slug]
    }
    assert found == {
        (region, name): answer for region in REGIONS for name, answer in EVERYWHERE[slug].items()
    }


@pytest.mark.parametrize(("slug", "name", "situation", "answer"), DIFFERING)
def test_who_one_is_changes_the_answer(
    slug: str, name: str, situation: Situation, answer: str
) -> None:
    assert applies(rules_of(slug, name), situation).answer == answer


@pytest.mark.parametrize(("slug", "name", "given", "answer"), QUESTION_ANSWERS)
@pytest.mark.parametrize("region", ["DE", "US", ""])
def test_what_is_answered_to_the_guide_changes_its_answer(
    slug: str, name: str, given: str, answer: str, region: str
) -> None:
    situation = Situation(region, answers=frozenset({given}))
    assert applies(rules_of(slug, name), situation).answer == answer


@pytest.mark.parametrize(("slug", "task", "step", "answers"), STEP_ANSWERS)
def test_steps_concern_only_those_whom_they_name(
    slug: str, task: str, step: str, answers: dict[str, str]
) -> None:
    rules = work_step(slug, task, step).applies
    found = {
        given: applies(rules, Situation(answers=frozenset({given} - {""}))).answer
        for given in answers
    }
    assert found == answers


@pytest.mark.parametrize("slug", EVERYWHERE)
def test_only_addresses_of_the_facts_are_named(slug: str) -> None:
    guide = work_guide(slug)
    places = [place for _, place in values(guide) if isinstance(place, Step | Way)]
    assert {place.url for place in places if place.url} == STEP_ADDRESSES[slug]
    assert {source.url for source in guide.sources if source.url} == SOURCE_ADDRESSES[slug]
    assert guide.domains == DOMAINS[slug]
    for _, text in values(guide):
        if isinstance(text, str) and "https:" in text:
            address = text[text.index("https:") :]
            assert address in STEP_ADDRESSES[slug] | SOURCE_ADDRESSES[slug]


@pytest.mark.parametrize("slug", EVERYWHERE)
def test_author_check_of_the_group_finds_nothing(slug: str) -> None:
    assert check_file(FOLDER / slug / "guide.toml", date(2026, 11, 23)) == ()


@pytest.mark.parametrize("slug", EVERYWHERE)
def test_dates_in_the_group_are_dates_of_cited_sources(slug: str) -> None:
    guide = work_guide(slug)
    # The day of our own notes says when we wrote, and nothing about the page.
    shown_by = [source for source in guide.sources if source.id != "notes"]
    dates = {source.id: {source.published, source.copy_of} for source in shown_by}
    kinds = Step | Way | Fact | Applies
    dated = [one for _, one in values(guide) if isinstance(one, kinds) and one.as_of]
    assert dated
    for one in dated:
        assert any(one.as_of in dates.get(source, ()) for source in one.sources), one


def test_slack_is_written_to_with_the_exact_subject() -> None:
    task = work_task("slack", "opt-out-email")
    assert (task.address, task.subject) == (
        "feedback@slack.com",
        "Slack Global model opt-out request",
    )
    write = work_step("slack", "opt-out-email", "write")
    assert write.picture is not None
    drawn = [part.after for part in write.picture.parts if isinstance(part, TextField)]
    assert drawn == [task.address, task.subject]
    assert "Workspace/Org URL: ‹" in (write.copy_text or "")
    assert [step.records for step in task.steps if step.records] == ["sent", "answer"]
    assert task.asks == "opt-out"
    assert "one request counts for one" in (task.each or "")


@pytest.mark.parametrize(
    ("slug", "name"), [("slack", "ask-owner"), ("aws-ai-services", "ask-admin")]
)
def test_whoever_may_not_opt_out_can_ask_and_note_the_answer(slug: str, name: str) -> None:
    task = work_task(slug, name)
    assert (task.kind, task.asks) == ("request", "other")
    assert [step.records for step in task.steps if step.records] == ["sent", "answer"]


def test_aws_is_given_the_policy_letter_by_letter() -> None:
    text = work_step("aws-ai-services", "policy", "own-policy").copy_text or ""
    assert '"@@assign": "optOut"' in text
    assert text.count('["@@none"]') == 3
    assert text.count("{") == text.count("}") == 4


def test_aws_is_done_by_either_way_to_a_policy() -> None:
    ways = {step.id: step.either for step in work_task("aws-ai-services", "policy").steps}
    assert ways == {
        "organisation": None,
        "enable": None,
        "opt-out": "policy/all-services",
        "own-policy": "policy/own",
        "attach": "policy/own",
        "check": None,
    }


def test_copilot_is_a_drop_down_left_at_disabled() -> None:
    picture = work_step("github-copilot", "training", "choose").picture
    assert picture is not None
    assert picture.parts[0] == DropDown(
        "Allow GitHub to use my data for AI model training",
        ("Enabled", "Disabled"),
        before=1,
        after=2,
        open=("after",),
        mark=1,
    )
    task = work_task("github-copilot", "training")
    assert (task.default, task.leave, task.turn) == ("Enabled", "Disabled", "off")
    # The row is missing where a seat of Business or Enterprise is not used anyway.
    choose = work_step("github-copilot", "training", "choose")
    assert choose.missing_means == "not-offered"


def test_copilot_has_no_way_out_for_public_repositories() -> None:
    assert work_task("github-copilot", "public-repositories").why == "no-control"


def test_siri_says_at_once_that_transcripts_are_kept_without_agreement() -> None:
    found = applies(rules_of("apple-siri", ""), Situation("DE"))
    assert "transcripts may be kept, and a part of them reviewed" in found.because
    assert found.confidence == "medium"


def test_siri_is_switched_off_on_the_device_without_a_link() -> None:
    for task, label in (
        ("improve-siri", "Improve Siri & Dictation"),
        ("analytics", "Share iPhone Analytics"),
    ):
        steps = work_task("apple-siri", task).steps
        assert not any(step.url for step in steps)
        assert steps[-1].id == "other-devices"
        picture = work_step("apple-siri", task, "switch").picture
        assert picture is not None
        # Off unless the person agreed at set-up: how it is found differs.
        assert Toggle(label, "either", "off", mark=1) in picture.parts
