"""The report as one HTML page that needs nothing else."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.palette import DARK, LIGHT
from optout_desktop.base.paths import resources_folder
from optout_desktop.checklist.words.age import (
    facts_age_words,
    source_age_words,
    source_kind_words,
)
from optout_desktop.checklist.words.answer import because_words, task_because_words
from optout_desktop.checklist.words.dates import moment_words, written
from optout_desktop.checklist.words.outcome import kind_words, outcome_words
from optout_desktop.checklist.words.service import change_words, companies_words
from optout_desktop.checklist.words.step import (
    note_words,
    objection_words,
    path_words,
    place_words,
    standing_words,
    step_remarks,
)
from optout_desktop.checklist.words.task import effect_words, is_left, left_words, task_remarks
from optout_desktop.checklist.words.voice import Voice
from optout_desktop.reports.pictures import drawing_of
from optout_desktop.reports.plain_text import visible
from optout_desktop.reports.report import Report

if TYPE_CHECKING:
    from jinja2 import Environment

_VOICE: Voice = "the person"

_WORDS: Mapping[str, Callable[..., Any]] = {
    "because_words": partial(because_words, voice=_VOICE),
    "change_words": change_words,
    "companies_words": companies_words,
    "effect_words": effect_words,
    "facts_age_words": facts_age_words,
    "is_left": is_left,
    "kind_words": kind_words,
    "left_words": partial(left_words, voice=_VOICE),
    "date_words": written,
    "moment_words": moment_words,
    "note_words": note_words,
    "objection_words": objection_words,
    "outcome_words": partial(outcome_words, voice=_VOICE),
    "path_words": path_words,
    "place_words": place_words,
    "source_age_words": source_age_words,
    "source_kind_words": source_kind_words,
    "standing_words": partial(standing_words, voice=_VOICE),
    "step_remarks": partial(step_remarks, voice=_VOICE),
    "task_because_words": partial(task_because_words, voice=_VOICE),
    "task_remarks": task_remarks,
}
"""What the template says, as it says it: of the person, to the reader of the report."""


def as_html(report: Report, *, pictures: bool = True) -> str:
    """Return ``report`` as HTML: inline style and pictures, no script, nothing from outside."""
    template = _environment().get_template("report.html.jinja")
    return template.render(report=report, pictures=pictures, light=LIGHT, dark=DARK)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resources_folder() / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(_WORDS, _=_, ngettext=ngettext, drawing_of=drawing_of)
    environment.filters["drawing"] = _drawing
    return environment


def _shown(value: object) -> object:
    """Name what cannot be seen in every text of others; our own drawings stay as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _drawing(svg: str) -> Markup:
    """Let a drawing of our own through as markup, without its XML declaration."""
    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - drawn by us, its texts are escaped
