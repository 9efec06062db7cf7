"""The report as one HTML page that needs nothing else."""

from functools import cache
from typing import TYPE_CHECKING

from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.palette import DARK, LIGHT
from optout_desktop.base.paths import resources_folder
from optout_desktop.reports.plain_text import visible
from optout_desktop.reports.shape import Report

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def as_html(report: Report) -> str:
    """Draw ``report`` as HTML: inline style and pictures, no script, nothing from outside."""
    template = _environment().get_template("report.html.jinja")
    return template.render(report=report, light=LIGHT, dark=DARK)


@cache
def _environment() -> "Environment":
    # Imported late: 28 ms that only a report needs to pay.
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
    environment.globals.update(_=_, ngettext=ngettext)
    environment.filters["drawing"] = _drawing
    return environment


def _shown(value: object) -> object:
    """Name what cannot be seen in every text of others; our own drawings stay as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _drawing(svg: str) -> "Markup":
    """Let a drawing of our own through as markup, without its XML declaration."""
    from markupsafe import Markup

    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - drawn by us, its texts are escaped
