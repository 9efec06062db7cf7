"""The shape of a completion report: one value that every face (HTML, PDF, JSON) is drawn from.

Texts are whole sentences, already translated, and may hold what others wrote: a face makes them
safe for its own format. Moments are ISO 8601 with offset; dates are as exact as they are known.
"""

from typing import Literal

from msgspec import Struct

from optout_desktop.plan.outcome import Outcome, Status

Standing = Literal["done", "could-not-find", "open", "not-for-you"]


class SourceReport(Struct, frozen=True):
    """Where a fact comes from. ``age`` says its date in words; undated is said."""

    number: int
    title: str
    publisher: str
    kind: str
    age: str
    url: str
    """The address if it passed the link check, else empty."""


class PictureReport(Struct, frozen=True):
    """A drawing of a step: SVG for a light page, and the same in words."""

    svg: str
    caption: str
    alternative_text: str


class StepReport(Struct, frozen=True):
    """One step: what the person states of it, and what the guide says.

    ``words`` names ``standing``. ``remarks`` are sentences on confidence, age and change, ``ways``
    on other ways to the same place. ``sources`` are numbers of the service's sources.
    ``objection`` are sentences.
    """

    id: str
    title: str
    standing: Standing
    words: str
    at: str
    optional: bool
    text: str
    seen: str
    copy_text: str
    where: str
    path: tuple[str, ...]
    url: str
    address: str
    ways: tuple[str, ...]
    missing: str
    note: str
    objection: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: tuple[int, ...]
    picture: PictureReport | None


class TaskReport(Struct, frozen=True):
    """One task. ``at`` is its newest entry.

    ``effect``, ``remarks`` and ``fields`` (of a form, in its order) are sentences.
    """

    id: str
    kind: str
    kind_words: str
    title: str
    outcome: Outcome
    words: str
    status: Status
    because: str
    optional: bool
    done: int
    total: int
    at: str
    text: str
    effect: tuple[str, ...]
    objections: tuple[str, ...]
    remarks: tuple[str, ...]
    fields: tuple[str, ...]
    sources: tuple[int, ...]
    steps: tuple[StepReport, ...]


class LostStep(Struct, frozen=True):
    """What the person stated of a step that the guide no longer has."""

    task: str
    step: str
    words: str
    at: str
    note: str
    objection: tuple[str, ...]


class ServiceChange(Struct, frozen=True):
    """That the service was renamed or is no longer there. ``sources`` are numbers."""

    text: str
    sources: tuple[int, ...]


class ServiceReport(Struct, frozen=True):
    """One account at one service. ``account`` is empty when there is only the main one.

    ``left`` are sentences on what is not done yet.
    """

    slug: str
    name: str
    account: str
    companies: tuple[str, ...]
    revision: int
    facts_age: str
    because: str
    changes: tuple[ServiceChange, ...]
    summary: str
    warning: str
    see: tuple[str, ...]
    summary_sources: tuple[int, ...]
    status: Status
    words: str
    done: int
    total: int
    minutes_left: int
    left: tuple[str, ...]
    tasks: tuple[TaskReport, ...]
    lost_steps: tuple[LostStep, ...]
    sources: tuple[SourceReport, ...]


class Report(Struct, frozen=True):
    """The whole report of one person. ``language`` is BCP 47.

    ``limits`` say what the report is not; ``remarks`` what is missing from it and why.
    """

    program: str
    made_at: str
    language: str
    direction: Literal["ltr", "rtl"]
    person: str
    region: str
    services: tuple[ServiceReport, ...]
    limits: tuple[str, ...]
    remarks: tuple[str, ...]
