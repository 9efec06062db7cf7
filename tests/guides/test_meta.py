"""What the guides of Meta's services have to say: tables written from the facts."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from optout_desktop.authoring.check import check_file
from optout_desktop.guides.format.dates import rough_of
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.format.shape import Change, Company, Fact, Guide
from optout_desktop.guides.format.tasks import FormField, Step, Task, Way
from optout_desktop.guides.format.types import Applies
from optout_desktop.pictures.vocabulary import Toggle
from optout_desktop.situation.regions import contains
from optout_desktop.situation.rules import Situation, applies

GUIDES = Path(__file__).parents[2] / "guides"
SLUGS = ["facebook", "instagram", "threads", "messenger", "meta-ai", "whatsapp"]

REGIONS = ["DE", "NO", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN"]
REGIONS += [""]
WORDS = {
    "y": "yes",
    "r": "reported",
    "n": "no",
    "m": "reported-no",
    "f": "reported-off",
    "u": "off-unless",
    "d": "disputed",
    "?": "unknown",
}

# One letter for each of REGIONS, the last for somebody who has not said where they live.
POSTS = "y y r y y y r y r r r y r r r"
# No form in Canada and India is only inferred, so nothing folds away there.
OBJECTION = "y y r y n n m y m r r n m m ?"
# About Australia only the posts were confirmed, so for chats with Meta AI it is inferred too.
CHATS = "y y r y n n m y m r r m m m ?"
# Ten countries were named, at the start only.
ACTIVITY_ROW = "? ? ? r r r ? r ? r ? ? ? ? ?"
ANSWERS = {
    "facebook": {
        "": POSTS,
        "objection-facebook": OBJECTION,
        "audience": "y y y y y y y y y y y y y y y",
        "camera-roll": "u u u u u u u u u u u u u u u",
        "activity": ACTIVITY_ROW,
        "web-information": "y y y y y y y y y y y y y y y",
        "complaint": "y y y y r r r y r r r r r r r",
    },
    "instagram": {
        "": POSTS,
        "objection-instagram": OBJECTION,
        "private-account": "y y y y y y y y y y y y y y y",
        "reuse": "? ? ? ? r r ? ? ? ? ? ? ? ? ?",
        "activity": ACTIVITY_ROW,
        "web-information": "y y y y y y y y y y y y y y y",
        "complaint": "y y y y r r r y r r r r r r r",
    },
    "threads": {
        # Only the press names Threads; its own policy does not speak of AI.
        "": "r r r r r r r r r r r r r r r",
        "objection-instagram": OBJECTION,
        "own-request": OBJECTION,
        "private-profile": "y y y y y y y y y y y y y y y",
        # A stored copy of one day says that it is not active in the EU.
        "fediverse": "f ? ? ? ? ? ? ? ? ? ? ? ? ? ?",
        "web-information": "y y y y y y y y y y y y y y y",
        "complaint": "y y y y r r r y r r r r r r r",
    },
    "messenger": {
        "": "y y y y y y y y y y y y y y y",
        "objection-facebook": CHATS,
        "chat": "y y y y y y y y y y y y y y y",
        "mute": "r r r r r r r r r r r r r r r",
        "own-pictures": "u u u u u u u u u u u u u u u",
        "web-information": "y y y y y y y y y y y y y y y",
        "complaint": "y y y y r r r y r r r r r r r",
    },
    "meta-ai": {
        "": "y y y y y y y y y y y y y y y",
        "objection-facebook": CHATS,
        "objection-instagram": CHATS,
        "muse": "m m m m r r r m m m m m m m ?",
        "delete-chats": "y y y y y y y y y y y y y y y",
        "shared-links": "r r r r r r r r r r r r r r r",
        "glasses": "r r r r r r r r r r r r r r r",
        "web-information": "y y y y y y y y y y y y y y y",
        "complaint": "y y y y r r r y r r r r r r r",
    },
    "whatsapp": {
        "": "y y y y y y y y y y y y y y y",
        "avoid": "y y y y y y y y y y y y y y y",
        "advanced-chat-privacy": "y y y y y y y y y y y y y y y",
        "chat": "y y y y y y y y y y y y y y y",
        # The EU, the United Kingdom and South Korea are reported as left out at the start.
        "accounts-center": "? r r ? r r r r r ? r r r r r",
        # The policy names a form, the consumer centre says that there is no objection.
        "objection": "d d ? ? ? ? ? ? ? ? ? ? ? ? ?",
    },
}

# Service, task, region, answers to questions of the guide or an age; what then holds, and whether
# it counts. One objection counts for linked accounts, and a second one does no harm.
QUESTION_ANSWERS = (
    ("facebook", "objection-facebook", "DE", "", "yes", True),
    ("facebook", "objection-facebook", "DE", "facebook-sent/not-yet", "yes", True),
    ("facebook", "objection-facebook", "DE", "facebook-sent/sent", "yes", False),
    ("facebook", "objection-facebook", "CH", "facebook-sent/sent", "reported", False),
    ("facebook", "objection-facebook", "US", "facebook-sent/sent", "no", True),
    ("facebook", "objection-facebook", "IN", "facebook-sent/not-yet", "reported-no", False),
    ("messenger", "objection-facebook", "GB", "facebook-sent/sent", "yes", False),
    ("messenger", "objection-facebook", "AU", "", "reported-no", False),
    # Without a Facebook account something is left: Meta's channel, or Instagram's form.
    ("messenger", "objection-facebook", "DE", "facebook-sent/no-account", "unknown", True),
    ("messenger", "objection-facebook", "KR", "facebook-sent/no-account", "unknown", True),
    ("messenger", "objection-facebook", "US", "facebook-sent/no-account", "no", True),
    ("meta-ai", "objection-facebook", "DE", "facebook-sent/no-account", "unknown", False),
    ("meta-ai", "objection-instagram", "DE", "facebook-sent/no-account", "yes", True),
    ("meta-ai", "objection-instagram", "CH", "facebook-sent/no-account", "reported", True),
    ("meta-ai", "objection-instagram", "DE", "facebook-sent/not-yet", "yes", True),
    ("meta-ai", "objection-instagram", "DE", "facebook-sent/sent", "yes", False),
    ("meta-ai", "objection-instagram", "JP", "facebook-sent/sent", "reported", False),
    # A setting of an account is nothing for those who have none.
    ("facebook", "objection-facebook", "DE", "facebook-sent/no-account", "unknown", False),
    ("facebook", "audience", "DE", "facebook-sent/no-account", "no", True),
    ("facebook", "camera-roll", "US", "facebook-sent/no-account", "no", True),
    ("instagram", "private-account", "US", "instagram-sent/no-account", "no", True),
    ("instagram", "reuse", "US", "instagram-sent/no-account", "no", True),
    ("instagram", "objection-instagram", "BR", "instagram-sent/sent", "yes", False),
    ("instagram", "objection-instagram", "BR", "instagram-sent/not-yet", "yes", True),
    ("threads", "objection-instagram", "DE", "instagram-sent/no-account", "unknown", False),
    # Only an account made without Instagram needs a request of its own, as we conclude.
    ("threads", "own-request", "DE", "", "yes", False),
    ("threads", "own-request", "DE", "instagram-sent/no-account", "yes", True),
    ("threads", "own-request", "KR", "instagram-sent/no-account", "reported", True),
    ("threads", "own-request", "DE", "instagram-sent/not-yet", "yes", False),
    ("threads", "own-request", "DE", "instagram-sent/sent", "yes", False),
    ("threads", "own-request", "US", "instagram-sent/no-account", "no", True),
    # Private where no objection exists; an extra where one does.
    ("instagram", "private-account", "DE", "", "yes", False),
    ("instagram", "private-account", "BR", "", "yes", False),
    ("instagram", "private-account", "US", "", "yes", True),
    ("instagram", "private-account", "JP", "", "yes", True),
    ("threads", "private-profile", "GB", "", "yes", False),
    ("threads", "private-profile", "AU", "", "yes", True),
    ("facebook", "audience", "DE", "", "yes", True),
    ("instagram", "reuse", "DE", "", "unknown", False),
    ("instagram", "reuse", "US", "", "reported", True),
    ("meta-ai", "muse", "US", "", "reported", True),
    ("meta-ai", "muse", "US", "muse/no", "no", True),
    ("meta-ai", "muse", "DE", "muse/yes", "reported", True),
    ("meta-ai", "muse", "DE", "", "reported-no", False),
    ("meta-ai", "glasses", "DE", "", "reported", True),
    ("meta-ai", "glasses", "DE", "glasses/yes", "reported", True),
    ("meta-ai", "glasses", "DE", "glasses/no", "no", True),
)

FACEBOOK_FORM = {
    "https://accountscenter.facebook.com/",
    "https://www.facebook.com/help/contact/6359191084165019",
    "https://www.facebook.com/help/contact/712876720715583",
    "https://help.meta.com/support/privacy/",
    "https://www.facebook.com/privacy/genai",
    "https://www.facebook.com/privacy/center/",
}
INSTAGRAM_FORM = {
    "https://accountscenter.facebook.com/",
    "https://help.instagram.com/contact/767264225370182",
    "https://www.facebook.com/help/contact/6359191084165019",
    "https://help.meta.com/support/privacy/",
    "https://privacycenter.instagram.com/privacy/genai",
    "https://privacycenter.instagram.com/policy",
}
ACTIVITY = {
    "https://accountscenter.facebook.com/info_and_permissions",
    "https://accountscenter.instagram.com/",
}
# Two tasks that all of them but WhatsApp have: the web's information, and the complaint.
EVERYWHERE = {
    "https://www.facebook.com/help/contact/1266025207620918",
    "https://www.facebook.com/help/contact/510058597920541",
    "https://help.meta.com/support/privacy/",
    "https://www.edpb.europa.eu/about-edpb/our-members_en",
    "https://www.dataprotection.ie/en/individuals/exercising-your-rights/raising-concern-commission",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/",
    "https://www.edoeb.admin.ch/en/submitting-a-complaint",
    "https://www.gov.br/anpd/pt-br/canais_atendimento/cidadao-titular-de-dados/peticao-de-titular-contra-controlador-de-dados",
    "https://globalprivacyassembly.org",
}
STEP_ADDRESSES = {
    "facebook": FACEBOOK_FORM | ACTIVITY | EVERYWHERE,
    "instagram": INSTAGRAM_FORM | ACTIVITY | EVERYWHERE,
    "threads": INSTAGRAM_FORM | EVERYWHERE,
    "messenger": FACEBOOK_FORM
    | EVERYWHERE
    | {"https://www.facebook.com/help/messenger-app/776548234657946"},
    "meta-ai": FACEBOOK_FORM | INSTAGRAM_FORM | EVERYWHERE,
    "whatsapp": {
        "https://accountscenter.facebook.com/",
        "https://www.whatsapp.com/contact/forms/382532939919295/",
        "https://faq.whatsapp.com/505412866985020/",
    },
}
DOMAINS = {
    "facebook": {
        "www.facebook.com",
        "help.meta.com",
        "accountscenter.facebook.com",
        "accountscenter.instagram.com",
    },
    "instagram": {
        "help.instagram.com",
        "www.facebook.com",
        "help.meta.com",
        "accountscenter.facebook.com",
        "accountscenter.instagram.com",
        "privacycenter.instagram.com",
    },
    "threads": {
        "help.instagram.com",
        "www.facebook.com",
        "help.meta.com",
        "accountscenter.facebook.com",
        "privacycenter.instagram.com",
    },
    "messenger": {"www.facebook.com", "help.meta.com", "accountscenter.facebook.com"},
    "meta-ai": {
        "www.facebook.com",
        "help.instagram.com",
        "help.meta.com",
        "accountscenter.facebook.com",
        "privacycenter.instagram.com",
    },
    "whatsapp": {"www.whatsapp.com", "faq.whatsapp.com", "accountscenter.facebook.com"},
}

ARCHIVE = "https://github.com/OpenTermsArchive/"
SOURCE_ADDRESSES = {
    f"{ARCHIVE}vlopses-ie-versions/blob/main/Facebook/Privacy%20Policy.md",
    f"{ARCHIVE}pga-versions/blob/main/Facebook/Privacy%20Policy.md",
    f"{ARCHIVE}pga-versions",
    f"{ARCHIVE}pga-versions/blob/main/Instagram/Privacy%20Policy.md",
    f"{ARCHIVE}pga-versions/blob/main/Threads/Privacy%20Policy.md",
    f"{ARCHIVE}pga-versions/blob/main/WhatsApp/Privacy%20Policy.md",
    "https://opentermsarchive.org",
    "https://www.meta.com/help/quest/126192406164229/",
    "https://www.facebook.com/help/2069235856423257",
    "https://www.facebook.com/help/contact/1994830130782319",
    "https://help.instagram.com/contact/117037592428568",
    "https://www.facebook.com/help/iphone-app/1243459406996869/",
    "https://www.facebook.com/help/messenger-app/776548234657946",
    "https://www.meta.com/help/artificial-intelligence/2225571704857152/",
    "https://www.meta.com/help/artificial-intelligence/1771195753735844/",
    "https://about.fb.com/news/2025/10/improving-your-recommendations-apps-ai-meta/",
    "https://about.fb.com/news/2024/09/building-ai-technology-for-the-uk-in-a-responsible-and-transparent-way/",
    "https://www.dataprotection.ie/en/news-media/latest-news/dpc-statement-meta-ai",
    "https://digitalpolicyalert.org/event/20717-issued-data-protection-commission-statement-following-metas-decision-to-stop-using-users-photos-and-posts-for-ai-services-training-and-development",
    "https://digitalpolicyalert.org/event/30335-hamburg-commissioner-for-data-protection-and-freedom-of-information-decided-against-initiating-lawsuit-against-meta-regarding-training-of-ai-models-with-user-data",
    "https://ico.org.uk/about-the-ico/media-centre/news-and-blogs/2024/09/ico-statement-in-response-to-metas-announcement-on-user-data-to-train-ai/",
    "https://www.datenschutzstelle.li/aktuelles/wichtiger-hinweis-ki-training-durch-meta-widerspruch-bis-26-mai-2025",
    "https://www.edoeb.admin.ch/edoeb/de/home/kurzmeldungen/2024/21062024-meta.html",
    "https://privacy-web.nl/en/nieuws/ap-laatste-kans-om-bezwaar-te-maken-bij-meta",
    "https://www.verbraucherzentrale.de/aktuelle-meldungen/digitale-welt/meta-ai-bei-facebook-instagram-und-whatsapp-so-widersprechen-sie-95646",
    "https://verbraucherzentrale-rlp.de/node/95646",
    "https://nrwe.justiz.nrw.de/olgs/koeln/j2025/15_UKl_2_25_Urteil_20250523.html",
    "https://rsw.beck.de/aktuell/meldung/olg-schleswig-6uki325-eilantrag-meta-ki-nutzerdaten-training",
    "https://www.computerweekly.com/news/366627521/Meta-AI-training-will-be-challenged-at-Europes-highest-court-says-data-protection-chief",
    "https://money.usnews.com/investing/news/articles/2023-09-28/metas-new-ai-chatbot-trained-on-public-facebook-and-instagram-posts",
    "https://the-riotact.com/facebook-admits-to-using-aussie-pics-and-posts-without-permission-to-build-its-ai-tools/807341",
    "https://www.srf.ch/sendungen/kassensturz-espresso/espresso/kuenstliche-intelligenz-daten-fuer-meta-ki-wer-nicht-will-muss-jetzt-handeln",
    "https://www.blick.ch/digital/facebook-und-instagram-saugen-deine-posts-ab-wer-kein-ki-futter-werden-will-muss-jetzt-handeln-id20892889.html",
    "https://convergenciadigital.com.br/governo/anpd-sustenta-suspensao-de-treinamento-de-ia-no-brasil-pela-meta",
    "https://brownpipe.com.br/mantida-medida-preventiva-da-anpd-em-face-da-meta",
    "https://dplnews.com/meta-e-autorizada-a-retomar-uso-de-dados-pessoais-para-treinar-ia",
    "https://brownpipe.com.br/anpd-suspende-medida-preventiva-e-meta-voltara-a-treinar-sua-ia-com-dados-pessoais",
    "https://exame.com/inteligencia-artificial/anpd-autoriza-meta-a-usar-dados-de-brasileiros-para-treinar-ia-com-anuencia-dos-usuarios/",
    "https://terrabrasilnoticias.com/2024/09/espionagem-avisada-meta-alerta-brasileiros-sobre-uso-de-ia",
    "https://nanobits.tv.br/tutoriais/impedir-facebook-usar-fotos-instagram-threads-ia-link-direto",
    "https://www.noticiasaominuto.com.br/tech/2278544/meta-vai-usar-os-seus-dados-para-treinar-ia-saiba-aqui-como-recusar",
    "https://www.trustedreviews.com/how-to/object-to-meta-using-your-data-for-training-its-ai-4565062",
    "https://news.whitewallet.app/breaking/meta-use-off-site-business-data-personalize-feed-ai/",
    "https://techpp.com/2026/06/13/stop-meta-tracking-disable-off-site-activity-facebook-instagram/",
    "https://www.thejournal.ie/goodbye-meta-ai-hoax-6497871-Sep2024/",
    "https://www.thehansindia.com/technology/tech-news/meta-to-use-ai-chat-data-for-ads-and-posts-starting-december-16-1011475",
    "https://web.swipeinsight.app/posts/meta-uses-ai-interactions-to-personalize-ads-and-content-recommendations-19846",
    "https://legalclarity.org/how-to-find-and-submit-the-meta-ai-data-objection-form/",
    "https://penworks.net/blog/opting-out-of-meta-facebook-ai-training-data",
    "https://readyto.ai/tutorials/meta-ai/stop-meta-using-personal-data-ai-training-facebook",
    "https://openaimaster.ai/how-to-disable-meta-ai-on-facebook/",
    "https://www.commentcamarche.net/applis-sites/reseaux-sociaux/34387-donnes-meta-ai-opposition/",
    "https://hometechweb.com.br/a-meta-quer-usar-seus-dados-na-ia-a-gente-te-mostra-como-impedir",
    "https://blog.whatsapp.com/introducing-advanced-chat-privacy",
    "https://klingeltone-kostenlos.de/meta-ki-training-in-whatsapp-widersprechen-so-funktioniert-es",
    "https://jvmag.ch/2025/05/08/whatsapp-meta-va-utiliser-vos-contenus-publics-pour-entrainer-son-ia-voici-comment-refuser",
    "https://mastodawn.com/post/114432851209828285",
    "https://www.radiohagen.de/artikel/laesst-sich-meta-ai-aus-whatsapp-verbannen-2287100.html",
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://dataprotection.ie/en/individuals/know-your-rights/how-long-will-it-take",
    "https://dataprotection.ie/en/individuals/exercising-your-rights/complaints-handling-investigations-and-enforcement-individuals",
    "https://www.dataprotection.ie/en/individuals/exercising-your-rights/raising-concern-commission",
    "https://www.edpb.europa.eu/about-edpb/our-members_en",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/103",
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/what-should-we-consider-when-responding-to-a-request/",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/",
    "https://ico.org.uk/make-a-complaint/data-protection-complaints/what-to-expect/",
    "https://www.fedlex.admin.ch/eli/cc/2022/491/en",
    "https://www.edoeb.admin.ch/en/submitting-a-complaint",
    "https://privacyhub.com.br/lgpd?article=155",
    "https://www.gov.br/anpd/pt-br/canais_atendimento/cidadao-titular-de-dados/peticao-de-titular-contra-controlador-de-dados",
    "https://gov.br/anpd/pt-br/canais_atendimento/cidadao-titular-de-dados/peticao-de-titular-contra-controlador-de-dados/reclamacao",
    "https://globalprivacyassembly.org",
}
# The facts name this older form as gone, and tell to use it no more.
GONE = "367438723733209"


DATED = Fact | Step | Way | Applies | FormField | Change | Company


@cache
def guide_of(slug: str) -> Guide:
    return read_guide(GUIDES / slug / "guide.toml")


def task_of(slug: str, name: str) -> Task:
    return next(task for task in guide_of(slug).tasks if task.id == name)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_task_has_the_answer_of_the_facts_in_each_region(slug: str) -> None:
    guide = guide_of(slug)
    rules = {"": guide.applies} | {task.id: task.applies for task in guide.tasks}
    found = {
        name: {region: applies(rule, Situation(region)).answer for region in REGIONS}
        for name, rule in rules.items()
    }
    expected = {
        name: {region: WORDS[letter] for region, letter in zip(REGIONS, row.split(), strict=True)}
        for name, row in ANSWERS[slug].items()
    }
    assert found == expected


@pytest.mark.parametrize(("slug", "task", "region", "said", "answer", "counts"), QUESTION_ANSWERS)
def test_each_answer_to_a_question_has_its_answer(
    slug: str, task: str, region: str, said: str, answer: str, counts: bool
) -> None:
    situation = Situation(region, answers=frozenset({said} - {""}))
    found = applies(task_of(slug, task).applies, situation)
    assert not task_of(slug, task).optional
    assert (found.answer, not found.optional) == (answer, counts)


@pytest.mark.parametrize("slug", SLUGS)
def test_nobody_is_asked_more_than_three_questions(slug: str) -> None:
    guide = guide_of(slug)
    named = {question.id for question in guide.questions}
    expected = {
        "facebook": {"facebook-sent"},
        "instagram": {"instagram-sent"},
        "threads": {"instagram-sent"},
        "messenger": {"facebook-sent"},
        "meta-ai": {"facebook-sent", "muse", "glasses"},
        "whatsapp": set(),
    }
    assert named == expected[slug]


@pytest.mark.parametrize("slug", ["facebook", "instagram"])
@pytest.mark.parametrize(
    ("region", "answer", "said"), [("DE", "yes", "18 and over"), ("AU", "reported", "under 18")]
)
def test_minors_are_told_what_is_said_of_them(
    slug: str, region: str, answer: str, said: str
) -> None:
    found = applies(guide_of(slug).applies, Situation(region, age="minor"))
    assert found.answer == answer
    assert said in found.because


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("slug", ["messenger", "meta-ai"])
def test_where_nothing_is_posted_nobody_is_told_to_limit_posts(slug: str, region: str) -> None:
    tasks = [task for task in guide_of(slug).tasks if task.asks == "objection"]
    for task in tasks:
        found = applies(task.applies, Situation(region))
        assert "who sees your posts" not in found.because
        assert found.since is None


@pytest.mark.parametrize("region", ["NO", "CH", "GB", "BR", "KR", "JP"])
def test_what_only_the_eu_notice_says_of_ai_chats_is_not_said_of_others(region: str) -> None:
    for name in ("objection-facebook", "objection-instagram"):
        found = applies(task_of("meta-ai", name).applies, Situation(region))
        assert re.search("conclu|notice for the EU only", found.because)
        assert found.confidence != "high"


@pytest.mark.parametrize(("region", "counts"), [("BR", True), ("DE", False), ("CH", False)])
@pytest.mark.parametrize(
    ("slug", "task"), [("facebook", "objection-facebook"), ("threads", "objection-instagram")]
)
def test_the_code_is_part_of_the_form_in_brazil(
    slug: str, task: str, region: str, counts: bool
) -> None:
    code = next(step for step in task_of(slug, task).steps if step.id == "code")
    found = applies(code.applies, Situation(region))
    assert (found.answer, not found.optional) == ("yes", counts)


@pytest.mark.parametrize(
    ("slug", "task", "surfaces"),
    [
        ("facebook", "camera-roll", {"app"}),
        ("facebook", "audience", {None}),
        ("instagram", "private-account", {None}),
        ("instagram", "reuse", {None}),
        ("threads", "private-profile", {None}),
        ("threads", "fediverse", {None}),
        ("messenger", "chat", {"app"}),
        ("messenger", "mute", {None}),
        ("meta-ai", "muse", {None}),
        ("meta-ai", "delete-chats", {None}),
        ("meta-ai", "shared-links", {None}),
        ("meta-ai", "glasses", {"app"}),
        ("whatsapp", "advanced-chat-privacy", {None}),
        ("whatsapp", "chat", {None, "ios", "android"}),
    ],
)
def test_no_place_is_claimed_that_no_source_names(
    slug: str, task: str, surfaces: set[str | None]
) -> None:
    places = [one for _, one in values(task_of(slug, task)) if isinstance(one, Step | Way)]
    assert {place.surface for place in places} == surfaces


@pytest.mark.parametrize("slug", SLUGS)
def test_only_objections_are_called_objections(slug: str) -> None:
    asked = {task.id: task.asks for task in guide_of(slug).tasks if task.asks}
    for name, asks in asked.items():
        expected = {"web-information": "report", "complaint": "complaint"}.get(name, "objection")
        assert asks == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_steps_open_only_known_addresses(slug: str) -> None:
    places = [place for _, place in values(guide_of(slug)) if isinstance(place, Step | Way)]
    assert {place.url for place in places if place.url} == STEP_ADDRESSES[slug]
    assert set(guide_of(slug).domains) == DOMAINS[slug]


def test_sources_have_only_known_addresses() -> None:
    found = {source.url for slug in SLUGS for source in guide_of(slug).sources if source.url}
    assert found == SOURCE_ADDRESSES


@pytest.mark.parametrize("slug", SLUGS)
def test_no_other_address_hides_in_a_text(slug: str) -> None:
    texts = [value for _, value in values(guide_of(slug)) if isinstance(value, str)]
    assert {text for text in texts if "https:" in text} <= STEP_ADDRESSES[slug] | SOURCE_ADDRESSES
    assert not any(GONE in text for text in texts)


@pytest.mark.parametrize("name", [*(f"{slug}/guide" for slug in SLUGS), "shared/meta"])
def test_author_check_finds_nothing(name: str) -> None:
    assert check_file(GUIDES / f"{name}.toml", date(2026, 11, 23)) == ()


@pytest.mark.parametrize("slug", SLUGS)
def test_the_day_of_our_notes_is_the_date_of_nothing(slug: str) -> None:
    guide = guide_of(slug)
    others = {source.id: source for source in guide.sources if source.id != "notes"}
    for path, value in values(guide):
        if not isinstance(value, DATED) or value.as_of is None:
            continue
        named = [others[name] for name in value.sources if name in others]
        dates = [day for source in named for day in (source.published, source.copy_of) if day]
        assert value.as_of in dates, path


@pytest.mark.parametrize("slug", ["facebook", "instagram", "threads", "messenger", "meta-ai"])
def test_the_admission_is_in_the_timeline(slug: str) -> None:
    changes = {change.date: change for change in guide_of(slug).timeline}
    admission = changes["2024-09-11"]
    assert re.search("since 2007, unless .* private", admission.text)
    assert admission.regions == ()
    days = [rough_of(change.date)[1] for change in guide_of(slug).timeline]
    assert days == sorted(days)


@pytest.mark.parametrize(("slug", "task"), [("facebook", "facebook"), ("threads", "instagram")])
def test_an_objection_records_when_it_was_sent_and_what_came_back(slug: str, task: str) -> None:
    objection = task_of(slug, f"objection-{task}")
    assert [(step.id, step.records) for step in objection.steps if step.records] == [
        ("send", "sent"),
        ("answer", "answer"),
    ]
    needed = [(field.label, field.regions) for field in objection.fields if field.required]
    assert needed == [("E-mail address", ()), ("Code", ("BR",))]
    assert all(field.label != "Reason" or not field.required for field in objection.fields)
    assert objection.disputed


@pytest.mark.parametrize("slug", ["facebook", "instagram"])
def test_fallbacks_of_the_form_stand_in_the_order_of_the_facts(slug: str) -> None:
    opening = next(step for step in guide_of(slug).tasks[0].steps if step.id == "open")
    links = [way.url for way in opening.ways if way.url]
    first = {"facebook": "712876720715583", "instagram": "6359191084165019"}[slug]
    assert links[0].endswith(first)
    assert links[1] == "https://help.meta.com/support/privacy/"
    assert {way.surface for way in opening.ways} == {"web", "app"}


@pytest.mark.parametrize("region", ["DE", "NO", "CH", "GB", "BR", "US", "KR", "JP"])
def test_every_person_is_sent_to_exactly_one_authority(region: str) -> None:
    steps = [step for step in task_of("facebook", "complaint").steps if "authority" in step.id]
    assert not any(step.optional for step in steps)
    answers = [applies(step.applies, Situation(region)).answer for step in steps]
    assert len(answers) - answers.count("no") == 1


@pytest.mark.parametrize(
    ("slug", "region", "name"),
    [
        ("facebook", "IE", "Meta Platforms Ireland Limited"),
        ("facebook", "GB", "Meta Platforms, Inc."),
        ("meta-ai", "NO", "Meta Platforms Ireland Limited"),
        ("whatsapp", "DE", "WhatsApp Ireland"),
        ("whatsapp", "US", "WhatsApp LLC"),
    ],
)
def test_the_company_depends_on_the_region(slug: str, region: str, name: str) -> None:
    companies = guide_of(slug).companies
    fitting = [c.name for c in companies if not c.regions or contains(c.regions, region)]
    assert fitting[0] == name


@pytest.mark.parametrize(
    ("slug", "task", "state", "label"),
    [
        ("facebook", "camera-roll", "off", "Get creative ideas made for you by allowing"),
        ("instagram", "private-account", "on", "Private account"),
        ("instagram", "reuse", "off", "Allow people to reuse your content on Instagram"),
        ("threads", "private-profile", "on", "Private profile"),
        ("meta-ai", "muse", "off", "Help improve our AI models"),
        ("meta-ai", "glasses", "off", "Store visual data from AI experiences"),
        ("whatsapp", "advanced-chat-privacy", "on", "Advanced Chat Privacy"),
    ],
)
def test_every_switch_is_drawn_on_and_off(slug: str, task: str, state: str, label: str) -> None:
    switch = task_of(slug, task)
    assert switch.leave == state.capitalize()
    drawn = [
        part
        for step in switch.steps
        if step.picture
        for part in step.picture.parts
        if isinstance(part, Toggle) and part.mark
    ]
    assert any(part.label.startswith(label) for part in drawn)
    found = "off" if state == "on" else "on"
    if (slug, task) in {("facebook", "camera-roll"), ("threads", "private-profile")}:
        found = "either"
    changes = {(part.before, part.after) for part in drawn}
    # Meta AI asks once more: the switch is still as it was until that is confirmed.
    unchanged = {(found, found)} if (slug, task) == ("meta-ai", "muse") else set()
    assert changes == {(found, state)} | unchanged


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_promised_that_nobody_knows(slug: str) -> None:
    texts = " ".join(value for _, value in values(guide_of(slug)) if isinstance(value, str))
    assert not re.search(r"\b(illegal|unlawful|you are protected|Meta must)\b", texts)
