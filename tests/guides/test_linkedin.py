"""What the LinkedIn guide has to say, and what it must never say."""

import re
from datetime import date
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file
from optout_desktop.guides.format.dates import as_date
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Fact, Guide
from optout_desktop.guides.format.tasks import Step, Task, Way
from optout_desktop.guides.format.types import Applies
from optout_desktop.pictures.states import has_two_states, is_changing, mark_of
from optout_desktop.pictures.vocabulary import Calendar, DropDown, Row, Toggle
from optout_desktop.situation.regions import contains
from optout_desktop.situation.rules import Situation, applies

FILE = Path(__file__).parents[2] / "guides" / "linkedin" / "guide.toml"

STEP_ADDRESSES = {
    "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement",
    "https://www.linkedin.com/mypreferences/d/categories/privacy",
    "https://www.linkedin.com/mypreferences/d/categories/ads",
    "https://www.linkedin.com/mypreferences/d/categories/account",
    "https://www.linkedin.com/mypreferences/d/settings/policy-and-academic-research",
    "https://www.linkedin.com/mypreferences/d/settings/ads-beyond-linkedin",
    "https://www.linkedin.com/help/linkedin/ask/TS-DPRO",
    "https://www.linkedin.com/help/linkedin/ask/TS-DDF",
    "https://www.linkedin.com/help/linkedin/ask/TSO-DPO",
    "https://www.linkedin.com/help/linkedin/ask/ppq",
    "https://www.edpb.europa.eu/about-edpb/our-members_en",
    "https://www.dataprotection.ie/en/individuals/exercising-your-rights/raising-concern-commission",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/",
    "https://www.edoeb.admin.ch/en/submitting-a-complaint",
    "https://globalprivacyassembly.org",
    "https://www.priv.gc.ca/en/report-a-concern/file-a-formal-privacy-complaint/",
    "https://www.pcpd.org.hk/english/complaints/introduction/introduction.html",
}
CHECK_BY_HAND = {
    "https://www.linkedin.com/mypreferences/d/settings/policy-and-academic-research",
    "https://www.linkedin.com/mypreferences/d/settings/ads-beyond-linkedin",
}
SOURCE_ADDRESSES = {
    "https://www.dataprotection.ie/en/individuals/exercising-your-rights/raising-concern-commission",
    "https://www.linkedin.com/legal/privacy/eu",
    "https://www.linkedin.com/legal/privacy-policy",
    "https://www.linkedin.com/help/linkedin/answer/a6278444",
    "https://www.linkedin.com/help/linkedin/answer/a8059228",
    "https://www.linkedin.com/help/linkedin/answer/a1397243",
    "https://www.linkedin.com/help/linkedin/answer/a5538339",
    "https://www.linkedin.com/help/linkedin/answer/a7437598",
    "https://github.com/OpenTermsArchive/pga-versions/blob/main/LinkedIn/Privacy%20Policy.md",
    "https://github.com/OpenTermsArchive/contrib-versions/blob/main/LinkedIn/Privacy%20Policy.md",
    "https://gpdp.it/home/docweb/-/docweb-display/docweb/10183919",
    "https://www.avvocatobruschi.it/post/linkedin-e-intelligenza-artificiale-dal-3-novembre-via-all-uso-dei-dati-degli-utenti",
    "https://vociamo.com/threads/linkedin-da-lunedi-3-novembre-addestrera-la-sua-lintelligenza-artificiale-coi-dati-degli-utenti-ecco-come-opporsi.1867/post-27937",
    "https://particle.news/story/linkedin-to-use-user-posted-content-to-train-generative-ai-starting-nov-3",
    "https://www.lfd.niedersachsen.de/startseite/infothek/linkedin-startet-ki-training-mit-nutzerdaten-wir-geben-hinweise-zur-widerspruchsmoglichkeit-245909.html",
    "https://www.datenschutzstelle.li/aktuelles/wichtiger-hinweis-ki-training-durch-linkedin-widerspruch-bis-2-november-2025",
    "https://www.sipoch.com/en/article/300330020049157",
    "https://www.pinsentmasons.com/en-gb/out-law/news/linkedin-gen-ai-training-plans-data-watchdog-intervenes",
    "https://www.irishlegal.com/articles/linkedin-changes-ai-plan-after-dpc-internvetion",
    "https://ico.org.uk/about-the-ico/media-centre/news-and-blogs/2024/09/our-statement-on-changes-to-linkedin-ai-data-policy",
    "https://pcpd.org.hk/english/news_events/media_statements/press_20241015.html",
    "https://toolz.website/hong-kong-regulators-gives-heads-up-to-linkedin-users-ahead-of-ai-data-training",
    "https://priv.gc.ca/en/opc-news/news-and-announcements/2024/nr-c_241210b",
    "https://privacy-web.nl/en/nieuws/ap-bezorgd-over-ai-training-linkedin-en-roept-gebruikers-op-om-instellingen-aan-te-passen",
    "https://nltimes.nl/2025/09/24/dutch-privacy-watchdog-urges-linkedin-users-opt-ai-data-training-nov-3",
    "https://techcrunch.com/2024/09/18/linkedin-scraped-user-data-for-training-before-updating-its-terms-of-service/",
    "https://www.fastcompany.com/91193786/linkedin-plans-to-use-your-data-to-train-ai-how-to-opt-out",
    "https://legalclarity.org/how-to-fill-out-and-submit-the-linkedin-data-processing-objection-form/",
    "https://hothardware.com/news/microsoft-harvesting-linkedin-data-to-train-ai",
    "https://github.com/StellarSand/privacy-settings",
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://dataprotection.ie/en/individuals/know-your-rights/how-long-will-it-take",
    "https://dataprotection.ie/en/individuals/exercising-your-rights/complaints-handling-investigations-and-enforcement-individuals",
    "https://www.edpb.europa.eu/about-edpb/our-members_en",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/103",
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/what-should-we-consider-when-responding-to-a-request/",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/what-to-expect/",
    "https://www.fedlex.admin.ch/eli/cc/2022/491/en",
    "https://www.edoeb.admin.ch/en/submitting-a-complaint",
    "https://www.mondaq.com/uk/new-technology/1629418/fdpic-confirms-direct-applicability-of-data-protection-law-to-ai-and-outlines-regulatory-approach",
    "https://globalprivacyassembly.org",
    "https://www.priv.gc.ca/en/report-a-concern/file-a-formal-privacy-complaint/",
    "https://www.pcpd.org.hk/english/complaints/introduction/introduction.html",
}

REGIONS = ("DE", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN", "")
_STARTED = dict.fromkeys(("DE", "CH", "GB", "US-CA", "US", "CA", "HK"), "yes")
# From the facts: task (the guide itself without one), what holds generally, and where not.
ANSWERS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("", "reported", {**_STARTED, "CN": "unknown"}),
    ("ai-toggle", "reported", {**_STARTED, "CN": "unknown"}),
    ("objection", "reported", {"DE": "yes", "CH": "yes", "GB": "yes"}),
    (
        "affiliates",
        "reported",
        {"DE": "no", "CH": "no", "GB": "disputed", "US": "yes", "US-CA": "yes"},
    ),
    ("research", "reported", {}),
    ("near-ai", "reported", {}),
    ("old-content", "reported", {**_STARTED, "CN": "unknown"}),
)

# Where the facts tell people apart by more than where they live: of whom, task, answer.
PEOPLE_ANSWERS = (
    (Situation("DE", age="minor"), "", "no"),
    (Situation("US", age="minor"), "ai-toggle", "no"),
    (Situation("DE", age="minor"), "objection", "yes"),
    (Situation("DE", age="adult"), "ai-toggle", "yes"),
    (Situation("NL", "education"), "", "reported-no"),
    (Situation("NL", "education"), "ai-toggle", "reported-no"),
    (Situation("DE", "education"), "ai-toggle", "yes"),
    (Situation("NL", "work"), "ai-toggle", "yes"),
    (Situation("DE", role="outside"), "", "unknown"),
    (Situation("DE", role="outside"), "ai-toggle", "no"),
    (Situation("DE", role="outside"), "objection", "yes"),
    (Situation("US", role="outside"), "objection", "reported"),
    (Situation("US", role="outside"), "affiliates", "no"),
    (Situation("US", role="outside"), "research", "no"),
    (Situation("US", role="outside"), "near-ai", "no"),
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(FILE)


def task_of(guide: Guide, name: str) -> Task:
    return next(task for task in guide.tasks if task.id == name)


def step_of(guide: Guide, task: str, name: str) -> Step:
    return next(step for step in task_of(guide, task).steps if step.id == name)


def test_steps_open_only_known_addresses(guide: Guide) -> None:
    places = [place for _, place in values(guide) if isinstance(place, Step | Way)]
    opened = {place.url for place in places if place.url}
    assert opened == STEP_ADDRESSES
    assert guide.domains == ("www.linkedin.com",)
    elsewhere = {url for url in opened if not url.startswith("https://www.linkedin.com/")}
    assert elsewhere < SOURCE_ADDRESSES


def test_sources_have_only_known_addresses(guide: Guide) -> None:
    assert {source.url for source in guide.sources if source.url} == SOURCE_ADDRESSES


def test_unchecked_addresses_are_marked_low(guide: Guide) -> None:
    ways = [way for _, way in values(guide) if isinstance(way, Way)]
    assert {way.url for way in ways if way.confidence == "low"} == CHECK_BY_HAND
    assert not CHECK_BY_HAND & {step.url for task in guide.tasks for step in task.steps}


def test_no_address_hides_in_a_text(guide: Guide) -> None:
    texts = [value for _, value in values(guide) if isinstance(value, str)]
    assert {text for text in texts if "https:" in text} == STEP_ADDRESSES | SOURCE_ADDRESSES


def test_every_source_exists_and_is_used(guide: Guide) -> None:
    used = {value for path, value in values(guide) if path[-2:-1] == ("sources",)}
    assert used == {source.id for source in guide.sources}


def test_dates_of_age_are_dates_of_cited_sources(guide: Guide) -> None:
    # The day of our own notes says when we wrote, and nothing about the page.
    shown_by = [source for source in guide.sources if source.id != "notes"]
    dates = {source.id: {source.published, source.copy_of} for source in shown_by}
    dated = [one for _, one in values(guide) if isinstance(one, Step | Way | Fact) and one.as_of]
    assert len(dated) > 30
    for one in dated:
        assert any(one.as_of in dates.get(source, ()) for source in one.sources), one


def test_author_check_finds_nothing() -> None:
    assert check_file(FILE, date(2026, 11, 23)) == ()


def test_timeline_runs_forwards(guide: Guide) -> None:
    days = [change.date for change in guide.timeline]
    first_days = [as_date(day) for day in days]
    assert None not in first_days
    assert first_days == sorted(day for day in first_days if day)
    assert days[0] == "2024-09-18"
    assert days[-1] == "2026-08-21"
    assert len(days) == 15


def test_ids_are_unique(guide: Guide) -> None:
    families: list[tuple[Task | Step | Fact, ...]] = [guide.tasks, guide.facts]
    families += [task.steps for task in guide.tasks]
    for family in families:
        names = [one.id for one in family]
        assert len(names) == len(set(names))


def rules_of(guide: Guide, name: str) -> tuple[Applies, ...]:
    return task_of(guide, name).applies if name else guide.applies


@pytest.mark.parametrize(("task", "general", "exceptions"), ANSWERS)
def test_each_region_has_its_answer(
    guide: Guide, task: str, general: str, exceptions: dict[str, str]
) -> None:
    rules = rules_of(guide, task)
    found = {region: applies(rules, Situation(region)).answer for region in REGIONS}
    assert found == {region: exceptions.get(region, general) for region in REGIONS}


def test_every_task_has_a_row_in_the_table(guide: Guide) -> None:
    assert [task for task, _, _ in ANSWERS] == ["", *(task.id for task in guide.tasks)]


@pytest.mark.parametrize(("person", "task", "answer"), PEOPLE_ANSWERS)
def test_age_account_and_no_account_have_their_answers(
    guide: Guide, person: Situation, task: str, answer: str
) -> None:
    assert applies(rules_of(guide, task), person).answer == answer


def test_the_whole_eea_is_answered_like_the_eu(guide: Guide) -> None:
    for task, _, exceptions in ANSWERS:
        found = {applies(rules_of(guide, task), Situation(one)).answer for one in ("LI", "NO")}
        assert found == {exceptions.get("DE", "reported")}


def test_who_has_no_account_has_no_posts_to_delete(guide: Guide) -> None:
    posts = step_of(guide, "old-content", "posts").applies
    assert applies(posts, Situation("DE", role="outside")).answer == "no"
    assert applies(posts, Situation("DE", role="member")).answer == "yes"


@pytest.mark.parametrize(
    ("region", "since"),
    [
        ("FR", "2025-11-03"),
        ("CH", "2025-11-03"),
        ("GB", "2025-11-03"),
        ("HK", "2025-11-03"),
        ("US-CA", "by 2024-09-18"),
        ("CN", None),
        ("JP", "by 2024-09-18"),
        ("", "by 2024-09-18"),
    ],
)
def test_training_began_when_the_facts_say(guide: Guide, region: str, since: str | None) -> None:
    assert applies(guide.applies, Situation(region)).since == since
    assert applies(task_of(guide, "ai-toggle").applies, Situation(region)).since == since


def test_an_authority_speaks_only_for_its_own_place(guide: Guide) -> None:
    speaking = {"CH": set[str](), "GB": {"ico-linkedin"}, "DE": {"lower-saxony"}}
    for region, expected in speaking.items():
        cited = {*applies(guide.applies, Situation(region)).sources}
        assert cited & {"ico-linkedin", "lower-saxony"} == expected
    switch = task_of(guide, "ai-toggle").applies
    assert "lower-saxony" not in applies(switch, Situation("CH")).sources


@pytest.mark.parametrize("region", ["DE", "NO", "GB"])
def test_the_month_for_the_answer_can_grow_by_two(guide: Guide, region: str) -> None:
    because = applies(task_of(guide, "objection").applies, Situation(region)).because
    assert "within one month, or take up to two more" in because


@pytest.mark.parametrize("region", ["DE", "NO", "GB", "CH", "JP", "US"])
def test_every_person_is_sent_to_exactly_one_authority(guide: Guide, region: str) -> None:
    steps = [s for s in task_of(guide, "objection").steps if s.id.startswith("authority-")]
    answers = [applies(step.applies, Situation(region)).answer for step in steps]
    assert len(answers) - answers.count("no") == 1


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("IE", "LinkedIn Ireland Unlimited Company"),
        ("CH", "LinkedIn Ireland Unlimited Company"),
        ("GB", "LinkedIn Corporation"),
        ("BR", "LinkedIn Corporation"),
    ],
)
def test_the_company_depends_on_the_region(guide: Guide, region: str, name: str) -> None:
    fitting = [
        company.name
        for company in guide.companies
        if not company.regions or contains(company.regions, region)
    ]
    assert fitting[0] == name


@pytest.mark.parametrize(
    ("name", "found"),
    [("ai-toggle", "on"), ("affiliates", "on"), ("research", "either"), ("near-ai", "either")],
)
def test_every_switch_is_drawn_as_found_and_off(guide: Guide, name: str, found: str) -> None:
    task = task_of(guide, name)
    assert (task.kind, task.leave, task.turn) == ("toggle", "Off", "off")
    assert (task.default == "Not known") == (found == "either")
    assert task.undo
    turned = [step for step in task.steps if step.title.endswith("to Off")]
    assert turned
    for step in turned:
        assert step.picture is not None
        switches = [part for part in step.picture.parts if isinstance(part, Toggle)]
        assert [(s.before, s.after, s.mark) for s in switches] == [(found, "off", 1)]


def test_only_the_ai_switch_is_said_to_be_about_training(guide: Guide) -> None:
    effects = {task.id: task.effect for task in guide.tasks}
    assert effects == {
        "ai-toggle": "future-only",
        "objection": "future-only",
        "affiliates": "not-training",
        "research": "not-training",
        "near-ai": "unknown",
        "old-content": "future-only",
    }


def test_every_change_of_state_is_drawn_before_and_after(guide: Guide) -> None:
    acting = re.compile(r"(Turn|Tick|Paste|Fill in|Choose|Decide) ")
    steps = [s for task in guide.tasks for s in task.steps if acting.match(s.title)]
    assert len(steps) == 11
    for step in steps:
        assert step.picture is not None
        assert has_two_states(step.picture), step.id


def test_every_picture_marks_what_matters(guide: Guide) -> None:
    drawn = [s for task in guide.tasks for s in task.steps if s.picture]
    missing = {s.id for task in guide.tasks for s in task.steps if not s.picture}
    assert missing == {"posts", "deletion-form"}
    for step in drawn:
        assert step.picture is not None
        marks = [mark for part in step.picture.parts if (mark := mark_of(part))]
        assert marks == list(range(1, len(marks) + 1)), step.id
        assert marks, step.id


def test_the_switch_carries_linkedins_labels(guide: Guide) -> None:
    picture = step_of(guide, "ai-toggle", "switch").picture
    assert picture is not None
    assert picture.parts[0] == Toggle(
        "Use my data for training content creation AI models", "on", "off", mark=1
    )
    find = step_of(guide, "ai-toggle", "find")
    assert find.picture is not None
    assert Row("Data for Generative AI Improvement", "On", "On", mark=1) in find.picture.parts
    for label in (
        "Daten zur Verbesserung generativer KI",
        "Données pour l'amélioration de l'IA générative",
        "Dati per migliorare l'IA generativa",
    ):
        assert f"“{label}”" in (find.missing or "")


def test_the_switch_is_reached_on_every_surface(guide: Guide) -> None:
    ways = step_of(guide, "ai-toggle", "open").ways
    assert {way.surface for way in ways if way.path} == {"web", "ios", "android"}


def test_the_objection_has_both_purposes(guide: Guide) -> None:
    task = task_of(guide, "objection")
    assert [field.label for field in task.fields] == [
        "First name",
        "Last name",
        "Email address",
        "Type of objection",
    ]
    records = [(step.id, step.records) for step in task.steps if step.records]
    assert records == [("send-ai", "sent"), ("send-other", "sent"), ("answer", "answer")]
    chosen = {
        part.options[part.after - 1]
        for step in task.steps
        if step.picture
        for part in step.picture.parts
        if isinstance(part, DropDown) and part.after and is_changing(part)
    }
    assert chosen == {
        "Object to processing for training content-generating AI models",
        "Other",
    }


@pytest.mark.parametrize(
    ("answer", "ai", "other"),
    [
        ("", ("yes", False), ("yes", True)),
        ("purpose/ai", ("yes", False), ("no", False)),
        ("purpose/other", ("no", False), ("yes", False)),
        ("purpose/both", ("yes", False), ("yes", False)),
    ],
)
def test_the_purpose_decides_which_steps_are_needed(
    guide: Guide, answer: str, ai: tuple[str, bool], other: tuple[str, bool]
) -> None:
    situation = Situation("DE", answers=frozenset({answer} - {""}))
    steps = {
        "choose-ai": ai,
        "confirm-ai": ai,
        "send-ai": ai,
        # Only a second form is opened again.
        "open-again": other if answer != "purpose/other" else ("no", False),
        "choose-other": other,
        "paste": other,
        "send-other": other,
    }
    for name, expected in steps.items():
        about = applies(step_of(guide, "objection", name).applies, situation)
        assert (about.answer, about.optional) == expected, name


def test_fields_are_as_sure_as_the_facts(guide: Guide) -> None:
    task = task_of(guide, "objection")
    assert (task.confidence, task.fields_known) == ("high", "some")
    assert {(field.confidence, field.as_of) for field in task.fields} == {("medium", "2026")}
    assert all(field.sources for field in task.fields)


def test_the_second_purpose_has_a_text_and_is_marked_unconfirmed(guide: Guide) -> None:
    paste = step_of(guide, "objection", "paste")
    assert paste.copy_text is not None
    assert paste.copy_text.startswith("I object to the use of my personal data")
    for name in ("choose-other", "paste", "send-other"):
        assert step_of(guide, "objection", name).confidence == "low"


def test_after_a_month_the_officer_comes_before_the_authority(guide: Guide) -> None:
    names = [step.id for step in task_of(guide, "objection").steps]
    assert names.index("answer") < names.index("officer") < names.index("authority-eu")
    picture = step_of(guide, "objection", "officer").picture
    assert picture is not None
    assert [part.day for part in picture.parts if isinstance(part, Calendar)] == [30]
    letter = step_of(guide, "objection", "officer").copy_text or ""
    assert re.findall("‹[^›]+›", letter) == ["‹date›", "‹case number›", "‹name of the authority›"]
    assert "[" not in letter


@pytest.mark.parametrize("name", ["microsoft-gb", "late-objection", "affiliates", "objection"])
def test_conflicts_are_shown(guide: Guide, name: str) -> None:
    shown = {one.id: one.disputed for _, one in values(guide) if isinstance(one, Fact | Task)}
    assert shown[name]


def test_nothing_is_promised_that_the_law_does_not_say(guide: Guide) -> None:
    texts = " ".join(value for _, value in values(guide) if isinstance(value, str))
    assert "legally must" not in texts
    assert not re.search(r"\b(illegal|unlawful|you are protected|approved by)\b", texts)
    for promise in re.findall(r"LinkedIn must[^.]*\.", texts):
        assert promise.startswith("LinkedIn must answer within one month")


def test_the_warning_is_plain(guide: Guide) -> None:
    assert guide.warning == (
        "Switching off stops future training only. What a model has already learned stays learned."
    )
