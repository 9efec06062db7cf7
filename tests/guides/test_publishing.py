"""What the guides of X, TikTok, Tumblr, Reddit and one's own website have to say."""

import re
from datetime import date
from pathlib import Path

import pytest

from optout_desktop.guides.applying import Situation, applies
from optout_desktop.guides.check import check_file
from optout_desktop.guides.problems import values
from optout_desktop.guides.read import read_guide
from optout_desktop.guides.regions import contains
from optout_desktop.guides.shape import Guide
from optout_desktop.guides.tasks import Step, Task, Way
from optout_desktop.pictures.shape import Tick, Toggle

GUIDES = Path(__file__).parents[2] / "guides"

PLACES = ("DE", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN", "")

# What the facts answer, for the service itself ("") and each of its tasks: the answer for most
# places, and the places with another one. "unknown" is where the facts say nothing.
ANSWERS: dict[tuple[str, str], tuple[str, dict[str, str]]] = {
    ("x", ""): ("yes", {"disputed": "DE"}),
    ("x", "training"): ("yes", {"disputed": "DE"}),
    ("x", "personalisation"): ("yes", {}),
    ("x", "memory"): ("yes", {}),
    ("x", "history"): ("yes", {}),
    ("x", "protected"): ("yes", {}),
    ("x", "objection"): ("reported", {"yes": "DE CH GB"}),
    ("tiktok", ""): ("unknown", {"yes": "DE CH GB", "disputed": "US US-CA"}),
    ("tiktok", "objection"): ("reported", {"yes": "DE CH GB"}),
    ("tiktok", "remix"): ("unknown", {"reported": "US US-CA"}),
    ("tiktok", "old-content"): ("yes", {}),
    ("tumblr", ""): ("yes", {}),
    ("tumblr", "third-party-sharing"): ("yes", {}),
    ("reddit", ""): ("yes", {}),
    ("reddit", "no-switch"): ("yes", {}),
    ("reddit", "delete"): ("yes", {}),
    ("reddit", "objection"): ("unknown", {"yes": "DE CH GB"}),
    ("reddit", "profile"): ("yes", {}),
    ("reddit", "search-engines"): ("yes", {}),
    ("own-website", ""): ("yes", {}),
    ("own-website", "robots-txt"): ("yes", {}),
    ("own-website", "bing"): ("yes", {}),
    ("own-website", "cloudflare-block"): ("yes", {}),
    ("own-website", "cloudflare-robots"): ("yes", {}),
    ("own-website", "cloudflare-crawlers"): ("yes", {}),
    ("own-website", "tdmrep"): ("yes", {}),
    ("own-website", "squarespace"): ("yes", {}),
}

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
        "https://support.squarespace.com/hc/en-us/articles/360022347072",
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
    return read_guide(GUIDES / f"{slug}.toml")


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
    expected |= {place: answer for answer, places in others.items() for place in places.split()}
    rules = task_of(slug, task).applies if task else guide_of(slug).applies
    found = {place: applies(rules, Situation(place)).answer for place in PLACES}
    assert found == expected


@pytest.mark.parametrize(
    ("slug", "task", "place", "answer"),
    [
        ("x", "training", "NO", "disputed"),
        ("x", "training", "LI", "disputed"),
        ("tiktok", "objection", "IS", "yes"),
        ("tiktok", "objection", "TR", "reported"),
        ("reddit", "objection", "NO", "yes"),
        ("tiktok", "remix", "US-TX", "reported"),
    ],
)
def test_the_edges_of_europe_and_the_states(slug: str, task: str, place: str, answer: str) -> None:
    assert applies(task_of(slug, task).applies, Situation(place)).answer == answer


@pytest.mark.parametrize(
    ("slug", "task", "place", "word"),
    [
        ("x", "training", "DE", "untick the box all the same"),
        ("x", "training", "CH", "Swiss commissioner"),
        ("own-website", "robots-txt", "DE", "Article 4"),
        ("own-website", "robots-txt", "CH", "as a request"),
        ("own-website", "tdmrep", "US", "elsewhere it is a request"),
    ],
)
def test_the_reason_fits_the_place(slug: str, task: str, place: str, word: str) -> None:
    assert word in applies(task_of(slug, task).applies, Situation(place)).because


@pytest.mark.parametrize("slug", OPENED)
def test_author_check_finds_nothing(slug: str) -> None:
    assert check_file(GUIDES / f"{slug}.toml", date(2026, 11, 23)) == ()


@pytest.mark.parametrize("slug", OPENED)
def test_only_addresses_of_the_facts(slug: str) -> None:
    guide = guide_of(slug)
    places = [place for _, place in values(guide) if isinstance(place, Step | Way)]
    assert {place.url for place in places if place.url} == OPENED[slug]
    assert {source.url for source in guide.sources if source.url} == NAMED[slug]
    written = {word for word in text_of(slug).split() if "https:" in word}
    assert written == OPENED[slug] | NAMED[slug]


@pytest.mark.parametrize("slug", OPENED)
def test_nothing_is_promised_of_the_past_or_of_the_law(slug: str) -> None:
    guide = guide_of(slug)
    assert {task.effect for task in guide.tasks} <= {"future-only", "unknown", None}
    assert not re.search(r"\b(must|illegal|unlawful|you are protected|safe)\b", text_of(slug))
    assert "future" in (guide.warning or "") or "stays learned" in (guide.warning or "")


@pytest.mark.parametrize(
    ("slug", "count"), [("x", 4), ("tiktok", 1), ("tumblr", 1), ("reddit", 1), ("own-website", 2)]
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
    assert surfaces == {"web", "ios", "android"}


def test_tiktok_asks_for_a_reason() -> None:
    task = task_of("tiktok", "objection")
    assert [field.required for field in task.fields] == [True, True, True, False]
    names = [step.id for step in task.steps]
    assert names.index("reason") < names.index("open") < names.index("send")
    assert [s.records for s in task.steps if s.records] == ["sent", "answer"]
    assert "[why you want it to stop]" in (step_of("tiktok", "objection", "paste").copy_text or "")


def test_tumblrs_switch_is_the_other_way_round_and_per_blog() -> None:
    task = task_of("tumblr", "third-party-sharing")
    assert (task.default, task.leave) == ("Off", "On")
    assert "on means no sharing" in (task.warning or "")
    assert not step_of("tumblr", "third-party-sharing", "other-blogs").optional


def test_reddit_has_nothing_to_switch_against_training() -> None:
    assert task_of("reddit", "no-switch").kind == "nothing"
    assert "has no setting" in (task_of("reddit", "no-switch").reason or "")
    switches = [task for task in guide_of("reddit").tasks if task.kind == "toggle"]
    assert [task.id for task in switches] == ["search-engines"]
    assert "does not stop AI training" in (switches[0].warning or "")


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
