"""What the guides of X, TikTok, Tumblr, Reddit, Pinterest, Strava and one's own website say."""

import re
from datetime import date
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import Step, Task, Way
from optout_desktop.pictures.vocabulary import Tick, Toggle
from optout_desktop.situation.regions import contains
from optout_desktop.situation.rules import Situation, applies

GUIDES = Path(__file__).parents[2] / "guides"


def _said(*answers: str) -> Situation:
    return Situation("DE", answers=frozenset(answers))


UNSAID = ""
"""The place of somebody who has not said where they live."""

PLACES = (
    *("DE", "NO", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN"),
    UNSAID,
)

# What the facts answer, for the service itself ("") and each of its tasks: the answer for most
# places, and the places with another one. "unknown" is where the facts say nothing.
ANSWERS: dict[tuple[str, str], tuple[str, dict[str, str]]] = {
    ("x", ""): ("yes", {"disputed": "DE NO"}),
    ("x", "training"): ("yes", {"disputed": "DE NO"}),
    ("x", "personalisation"): ("yes", {}),
    ("x", "memory"): ("yes", {}),
    ("x", "history"): ("yes", {}),
    ("x", "protected"): ("yes", {}),
    ("x", "objection"): ("unknown", {"yes": "DE NO CH GB"}),
    ("tiktok", ""): ("unknown", {"yes": "DE NO CH GB", "disputed": "US US-CA"}),
    ("tiktok", "objection"): ("yes", {}),
    ("tiktok", "remix"): ("unknown", {"reported": "US US-CA"}),
    ("tiktok", "old-content"): ("yes", {}),
    ("tumblr", ""): ("yes", {}),
    ("tumblr", "third-party-sharing"): ("yes", {}),
    ("reddit", ""): ("yes", {}),
    ("reddit", "no-switch"): ("yes", {}),
    ("reddit", "delete"): ("yes", {}),
    ("reddit", "objection"): ("reported-no", {"yes": "DE NO CH GB", "unknown": UNSAID}),
    ("reddit", "profile"): ("yes", {}),
    ("reddit", "search-engines"): ("yes", {}),
    ("pinterest", ""): ("yes", {}),
    ("pinterest", "canvas-switch"): ("yes", {}),
    ("pinterest", "objection"): ("yes", {}),
    ("pinterest", "search-privacy"): ("yes", {}),
    ("strava", ""): ("reported", {}),
    ("strava", "no-switch"): ("reported", {}),
    ("strava", "privacy-controls"): ("reported", {}),
    ("strava", "delete"): ("reported", {}),
    ("own-website", ""): ("yes", {}),
    ("own-website", "robots-txt"): ("yes", {}),
    ("own-website", "bing"): ("yes", {}),
    ("own-website", "cloudflare-block"): ("unknown", {}),
    ("own-website", "cloudflare-robots"): ("unknown", {}),
    ("own-website", "cloudflare-crawlers"): ("unknown", {}),
    ("own-website", "tdmrep"): ("yes", {}),
    ("own-website", "squarespace"): ("unknown", {}),
}

# What the facts answer to whom: the task, what this person is or said, and the answer.
PERSON_ANSWERS: tuple[tuple[str, str, Situation, str], ...] = (
    ("pinterest", "", Situation("DE", age="minor"), "off"),
    ("pinterest", "canvas-switch", Situation("US", age="minor"), "off"),
    ("pinterest", "canvas-switch", Situation("US", age="adult"), "yes"),
    ("pinterest", "objection", Situation("DE", age="minor"), "yes"),
    ("pinterest", "search-privacy", Situation("DE", age="minor"), "yes"),
    ("own-website", "robots-txt", _said("change/files"), "yes"),
    ("own-website", "robots-txt", _said("change/robots"), "yes"),
    ("own-website", "robots-txt", _said("change/pages"), "no"),
    ("own-website", "robots-txt", _said("change/settings"), "no"),
    ("own-website", "bing", _said("change/pages"), "yes"),
    ("own-website", "bing", _said("change/robots"), "reported-no"),
    ("own-website", "bing", _said("change/settings"), "reported-no"),
    ("own-website", "tdmrep", _said("change/pages"), "yes"),
    ("own-website", "tdmrep", _said("change/robots"), "reported-no"),
    ("own-website", "tdmrep", _said("change/settings"), "reported-no"),
    ("own-website", "cloudflare-block", _said("uses/cloudflare"), "yes"),
    ("own-website", "cloudflare-block", _said("uses/both"), "yes"),
    ("own-website", "cloudflare-block", _said("uses/squarespace"), "no"),
    ("own-website", "cloudflare-block", _said("change/files"), "unknown"),
    ("own-website", "cloudflare-robots", _said("uses/cloudflare"), "yes"),
    ("own-website", "cloudflare-robots", _said("uses/neither"), "no"),
    ("own-website", "cloudflare-crawlers", _said("uses/cloudflare", "change/settings"), "yes"),
    ("own-website", "cloudflare-crawlers", _said("uses/neither"), "no"),
    ("own-website", "squarespace", _said("uses/squarespace"), "yes"),
    ("own-website", "squarespace", _said("uses/both"), "yes"),
    ("own-website", "squarespace", _said("uses/cloudflare"), "no"),
)

RIGHTS = {
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://dataprotection.ie/en/individuals/know-your-rights/how-long-will-it-take",
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/what-should-we-consider-when-responding-to-a-request/",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/what-to-expect/",
    "https://www.fedlex.admin.ch/eli/cc/2022/491/en",
}

OPENED = {
    "x": {
        "https://x.com/settings/grok_settings",
        "https://x.com/settings/audience_and_tagging",
        "https://help.x.com/forms/privacy",
    },
    "tiktok": {
        "https://www.tiktok.com/legal/report/privacy",
        "https://www.tiktok.com/legal/right-to-object?lang=en",
        "https://www.tiktok.com/legal/report/DPO",
    },
    "tumblr": set[str](),
    "reddit": {
        "https://www.reddit.com/settings/account",
        "https://www.reddit.com/settings/privacy",
        "https://www.redditinc.com/policies/privacy-policy",
    },
    "own-website": {
        "https://dash.cloudflare.com/?to=/:account/:zone/security/settings",
        "https://dash.cloudflare.com/?to=/:account/:zone/ai",
        "https://github.com/ai-robots-txt/ai.robots.txt",
    },
    "pinterest": {
        "https://www.pinterest.com/settings/privacy",
        "https://www.pinterest.com/settings/privacy-and-data",
        "https://help.pinterest.com/data-protection-officer-contact-form",
    },
    "strava": set[str](),
}

# Addresses with a gap, which are shown and never opened.
TO_FILL_IN = {
    "tumblr": {"https://www.tumblr.com/settings/blog/‹blogname›"},
    "own-website": {
        "https://‹your-site›/robots.txt",
        "https://‹your-site›/.well-known/tdmrep.json",
    },
}

NAMED = {
    "x": RIGHTS
    | {
        "https://x.com/en/privacy",
        "https://x.com/tos",
        "https://help.x.com/en/using-x/about-grok",
        "https://x.ai/legal/europe-privacy-policy-addendum",
        "https://www.edoeb.admin.ch/en/conclusion-investigation-x-grok",
        "https://dataprotection.ie/en/news-media/latest-news/data-protection-commission-announces-commencement-inquiry-x-internet-unlimited-company-xiuc",
        "https://dataprotection.ie/en/news-media/press-releases/data-protection-commission-welcomes-conclusion-proceedings-relating-xs-ai-tool-grok",
        "https://www.engadget.com/big-tech/x-wont-train-grok-on-eu-users-public-posts-155438606.html",
    },
    "tiktok": RIGHTS
    | {
        "https://www.tiktok.com/legal/page/eea/privacy-policy/en",
        "https://www.tiktok.com/legal/right-to-object?lang=en",
        "https://surfshark.com/research/chart/social-media-ai-training",
        "https://noahwire.com/news/articles/tiktok-faces-criticism-over-experimental-ai-remix-tool-impacting-creator-control-badda3.html",
        "https://www.latestly.com/technology/tiktok-terms-and-conditions-in-us-updated-7287652.html",
    },
    "tumblr": {
        "https://ailurinae.blog/",
        "https://automattic.com/2024/02/27/protecting-user-choice/",
        "https://www.tumblr.com/policy/en/terms-of-service",
        "https://redact.dev/ai-optout-instructions/tumblr",
        "https://www.aitrace.org/company/tumblr/practice/26dcdf97-ffe2-41cc-b65a-fcd38bf6d4a6",
    },
    "reddit": RIGHTS
    | {
        "https://www.redditinc.com/policies/user-agreement",
        "https://www.redditinc.com/policies/privacy-policy",
        "https://support.reddithelp.com/hc/articles/26410290525844",
        "https://support.reddithelp.com/hc/en-us/articles/24722157271188-Data-Licensing-Privacy",
        "https://surfshark.com/research/chart/social-media-ai-training",
    },
    "own-website": {
        "https://github.com/ai-robots-txt/ai.robots.txt",
        "https://platform.openai.com/docs/bots",
        "https://developers.openai.com/docs/bots",
        "https://support.claude.com/en/articles/8896518-does-anthropic-crawl-data-from-the-web-and-how-can-site-owners-block-the-crawler",
        "https://www.seroundtable.com/anthropic-updates-its-crawler-docs-40978.html",
        "https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers",
        "https://support.apple.com/en-us/119829",
        "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers",
        "https://commoncrawl.org/ccbot",
        "https://docs.perplexity.ai/guides/bots",
        "https://blogs.bing.com/webmaster/september-2023/Announcing-new-options-for-webmasters-to-control-usage-of-their-content-in-Bing-Chat",
        "https://developers.cloudflare.com/bots/additional-configurations/block-ai-bots/",
        "https://developers.cloudflare.com/bots/additional-configurations/managed-robots-txt/",
        "https://developers.cloudflare.com/ai-crawl-control/features/manage-ai-crawlers/",
        "https://teknowire.com/cloudflare-to-block-mixed-use-ai-crawlers-by-default-under-new-policy/",
        "https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/",
        "https://spawning.substack.com/p/aitxt-a-new-way-for-websites-to-set",
        "https://datalicenses.pages.dev/initiatives/do-not-train-registry",
        "https://datatracker.ietf.org/wg/aipref/",
        "https://github.com/HasData/ai-crawler-block-index",
        "https://support.squarespace.com/hc/en-us/articles/360022347072",
        "https://www.chandrawebdesign.com/video-resources/enable-and-disable-crawlers-in-squarespace",
    },
    "pinterest": RIGHTS
    | {
        "https://help.pinterest.com/en/article/manage-genai-settings",
        "https://help.pinterest.com/en/article/ai-at-pinterest",
        "https://policy.pinterest.com/en/privacy-policy",
    },
    "strava": {
        "https://support.strava.com/hc/en-us/articles/16599411565325-Terms-of-Service-and-Privacy-Policy-Updates",
        "https://conductatlas.com/platform/strava/strava-privacy-policy/ai-and-machine-learning-model-training-using-personal-data/",
    },
}

ROBOTS = """\
User-agent: GPTBot
User-agent: ClaudeBot
User-agent: Google-Extended
User-agent: Applebot-Extended
User-agent: meta-externalagent
User-agent: CCBot
User-agent: Bytespider
User-agent: Amazonbot
Disallow: /"""


def guide_of(slug: str) -> Guide:
    return read_guide(GUIDES / slug / "guide.toml")


def task_of(slug: str, name: str) -> Task:
    return next(task for task in guide_of(slug).tasks if task.id == name)


def step_of(slug: str, task: str, name: str) -> Step:
    return next(step for step in task_of(slug, task).steps if step.id == name)


def text_of(slug: str) -> str:
    return "\n".join(value for _, value in values(guide_of(slug)) if isinstance(value, str))


def test_the_table_names_every_task() -> None:
    tasks = {(slug, task.id) for slug in OPENED for task in guide_of(slug).tasks}
    assert set(ANSWERS) == tasks | {(slug, "") for slug in OPENED}


@pytest.mark.parametrize(("slug", "task"), ANSWERS)
def test_each_place_has_the_answer_of_the_facts(slug: str, task: str) -> None:
    general, others = ANSWERS[slug, task]
    expected = dict.fromkeys(PLACES, general)
    expected |= {place: answer for answer, places in others.items() for place in places.split(" ")}
    rules = task_of(slug, task).applies if task else guide_of(slug).applies
    found = {place: applies(rules, Situation(place)).answer for place in PLACES}
    assert found == expected


@pytest.mark.parametrize(("slug", "task", "person", "answer"), PERSON_ANSWERS)
def test_who_somebody_is_decides(slug: str, task: str, person: Situation, answer: str) -> None:
    rules = task_of(slug, task).applies if task else guide_of(slug).applies
    assert applies(rules, person).answer == answer


@pytest.mark.parametrize(
    ("slug", "task", "place", "answer"),
    [
        ("x", "training", "NO", "disputed"),
        ("x", "training", "LI", "disputed"),
        ("tiktok", "objection", "IS", "yes"),
        ("tiktok", "objection", "TR", "yes"),
        ("tiktok", "remix", "CA", "unknown"),
        ("reddit", "objection", "NO", "yes"),
        ("reddit", "objection", "TR", "reported-no"),
        ("tiktok", "remix", "US-TX", "reported"),
    ],
)
def test_the_edges_of_europe_and_the_states(slug: str, task: str, place: str, answer: str) -> None:
    assert applies(task_of(slug, task).applies, Situation(place)).answer == answer


@pytest.mark.parametrize(
    ("slug", "task", "place", "word"),
    [
        ("x", "training", "DE", "untick the box all the same"),
        ("x", "training", "NO", "addendum of 24 August 2026 still lists public X posts"),
        ("x", "objection", "DE", "one month for the answer, and up to two more"),
        ("x", "objection", "GB", "one month for the answer, and up to two more"),
        ("x", "training", "CH", "Swiss commissioner"),
        ("x", "objection", "BR", "depends on the law where you live"),
        ("tiktok", "objection", "CH", "states a right to object"),
        ("tiktok", "objection", "US", "need not follow it"),
        ("pinterest", "objection", "DE", "one month"),
        ("pinterest", "objection", "CH", "no time for the answer"),
        ("pinterest", "objection", "US", "is not known"),
        ("own-website", "robots-txt", "DE", "Article 4"),
        ("own-website", "robots-txt", "CH", "as a request"),
        ("own-website", "tdmrep", "US", "elsewhere it is a request"),
    ],
)
def test_the_reason_fits_the_place(slug: str, task: str, place: str, word: str) -> None:
    assert word in applies(task_of(slug, task).applies, Situation(place)).because


@pytest.mark.parametrize("slug", OPENED)
def test_author_check_finds_nothing(slug: str) -> None:
    assert check_file(GUIDES / slug / "guide.toml", date(2026, 11, 23)) == ()


@pytest.mark.parametrize("slug", OPENED)
def test_only_addresses_of_the_facts(slug: str) -> None:
    guide = guide_of(slug)
    places = [place for _, place in values(guide) if isinstance(place, Step | Way)]
    assert {place.url for place in places if place.url} == OPENED[slug]
    assert {source.url for source in guide.sources if source.url} == NAMED[slug]
    written = {word for word in text_of(slug).split() if "https:" in word}
    assert written == OPENED[slug] | NAMED[slug] | TO_FILL_IN.get(slug, set())


@pytest.mark.parametrize("slug", OPENED)
def test_nothing_is_promised_of_the_past_or_of_the_law(slug: str) -> None:
    guide = guide_of(slug)
    assert "also-past" not in {task.effect for task in guide.tasks}
    assert not re.search(r"\b(must|illegal|unlawful|you are protected|safe)\b", text_of(slug))
    assert re.search("future|stays learned|already learned", guide.warning or "")


@pytest.mark.parametrize(
    ("slug", "count"),
    [
        ("x", 4),
        ("tiktok", 1),
        ("tumblr", 1),
        ("reddit", 1),
        ("pinterest", 2),
        ("strava", 0),
        ("own-website", 2),
    ],
)
def test_every_switch_that_is_turned_is_drawn_before_and_after(slug: str, count: int) -> None:
    turning = re.compile(r"(Turn|Tick|Untick) (“|the )")
    steps = [s for task in guide_of(slug).tasks for s in task.steps if turning.match(s.title)]
    assert len(steps) == count
    for step in steps:
        parts = step.picture.parts if step.picture else ()
        marked = [part for part in parts if isinstance(part, Toggle | Tick) and part.mark]
        assert [part.before != part.after for part in marked] == [True], step.id


@pytest.mark.parametrize(
    ("place", "company"),
    [
        ("DE", "X Internet Unlimited Company"),
        ("NO", "X Internet Unlimited Company"),
        ("CH", "X Internet Unlimited Company"),
        ("GB", "X Internet Unlimited Company"),
        ("US", "X Corp."),
        ("BR", "X Corp."),
    ],
)
def test_the_company_behind_x_depends_on_the_place(place: str, company: str) -> None:
    fitting = [c for c in guide_of("x").companies if not c.regions or contains(c.regions, place)]
    assert fitting[0].name == company


def test_x_has_two_switches_that_do_not_replace_each_other() -> None:
    training, second = task_of("x", "training"), task_of("x", "personalisation")
    assert (training.default, training.leave, training.optional) == ("Ticked", "Not ticked", False)
    assert (training.turn, second.turn, second.effect) == ("off", "off", "not-training")
    assert (second.leave, second.optional) == ("Off", False)
    assert second.warning is not None
    assert "does not stop" in second.warning
    assert training.disputed
    untick = step_of("x", "training", "untick")
    assert (
        "“Allow your public data as well as your interactions, inputs, and results with Grok and "
        "xAI to be used for training and fine-tuning”"
    ) in (untick.text or "")
    surfaces = {way.surface for way in step_of("x", "training", "open").ways}
    assert surfaces == {"web", "app"}


@pytest.mark.parametrize("place", ["DE", "NO"])
def test_what_speaks_against_the_promise_of_x_is_named(place: str) -> None:
    found = applies(guide_of("x").applies, Situation(place))
    assert "addendum" in found.sources
    assert "addendum of 24 August 2026 still lists public X posts" in found.because


@pytest.mark.parametrize("place", ["DE", "NO", "CH", "GB"])
def test_of_tiktok_in_europe_no_more_is_said_than_is_known(place: str) -> None:
    found = applies(guide_of("tiktok").applies, Situation(place))
    assert found.confidence == "medium"
    assert "does not name AI that makes new content" in found.because


def test_tiktok_asks_for_a_reason() -> None:
    task = task_of("tiktok", "objection")
    assert task.fields_known == "none"  # what it asks for is known, the fields are not
    assert "Name what you object to, say why, and say how it affects you" in (task.text or "")
    names = [step.id for step in task.steps]
    assert names.index("reason") < names.index("open") < names.index("send")
    assert [s.records for s in task.steps if s.records] == ["sent", "answer"]
    assert "‹why you want it to stop›" in (step_of("tiktok", "objection", "paste").copy_text or "")


def test_tumblrs_switch_is_the_other_way_round_and_per_blog() -> None:
    task = task_of("tumblr", "third-party-sharing")
    assert (task.default, task.leave) == ("Off", "On")
    assert "on means no sharing" in (task.warning or "")
    assert (task.turn, task.each) == ("on", "each of your blogs")
    assert not step_of("tumblr", "third-party-sharing", "other-blogs").optional


def test_reddit_has_nothing_to_switch_against_training() -> None:
    assert task_of("reddit", "no-switch").kind == "nothing"
    assert task_of("reddit", "no-switch").why == "no-control"
    assert task_of("reddit", "objection").kind == "request"
    assert task_of("reddit", "delete").effect == "stored-too"
    assert "has no setting" in (task_of("reddit", "no-switch").reason or "")
    switches = [task for task in guide_of("reddit").tasks if task.kind == "toggle"]
    assert [task.id for task in switches] == ["search-engines"]
    assert "does not stop AI training" in (switches[0].warning or "")


def test_of_strava_no_switch_is_known_which_is_not_that_there_is_none() -> None:
    assert task_of("strava", "no-switch").why == "none-found"
    assert guide_of("strava").applies[0].confidence == "low"


def test_pinterests_policy_was_replaced_and_the_help_page_described_by_others() -> None:
    sources = {source.id: source for source in guide_of("pinterest").sources}
    assert sources["policy"].until == "2026-11-12"
    assert sources["genai-help"].via == "review"


def test_a_signal_asks_and_a_block_stops() -> None:
    asking = ("robots-txt", "cloudflare-robots", "tdmrep", "squarespace")
    assert {task_of("own-website", name).effect for name in asking} == {"asks-only"}
    assert task_of("own-website", "cloudflare-block").effect == "future-only"


def test_where_one_of_several_is_enough_the_others_are_not_asked_for() -> None:
    ways = {
        word: {task.id for task in guide_of("own-website").tasks if task.either == word}
        for word in ("robots", "block")
    }
    assert ways["robots"] == {"robots-txt", "cloudflare-robots", "squarespace"}
    assert ways["block"] == {"cloudflare-block", "cloudflare-crawlers"}
    for name, count in (("bing", 2), ("tdmrep", 3)):
        steps = task_of("own-website", name).steps
        assert [step.either for step in steps] == ["way"] * count
    tag = step_of("own-website", "bing", "meta-tag")
    assert tag.copy_text == '<meta name="robots" content="noarchive">'


def test_the_lines_for_robots_txt_are_ready_to_copy() -> None:
    assert step_of("own-website", "robots-txt", "paste").copy_text == ROBOTS
    more = step_of("own-website", "robots-txt", "search-and-fetch")
    assert more.optional
    assert more.warning
    assert more.copy_text is not None
    assert not set(ROBOTS.splitlines()[:-1]) & set(more.copy_text.splitlines())
    assert "asks" in (guide_of("own-website").warning or "")


@pytest.mark.parametrize(
    "token",
    [
        "GPTBot",
        "OAI-SearchBot",
        "ChatGPT-User",
        "ClaudeBot",
        "Claude-SearchBot",
        "Claude-User",
        "Google-Extended",
        "Applebot-Extended",
        "meta-externalagent",
        "meta-externalfetcher",
        "CCBot",
        "PerplexityBot",
        "Perplexity-User",
        "Bytespider",
        "Amazonbot",
        "anthropic-ai",
        "Claude-Web",
    ],
)
def test_each_name_of_a_crawler_is_explained(token: str) -> None:
    texts = [fact.text for fact in guide_of("own-website").facts]
    assert any(f"“{token}”" in text for text in texts)
