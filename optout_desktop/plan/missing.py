"""What it means for a task that the person did not find a step."""

from optout_desktop.guides.tasks import Step
from optout_desktop.progress.events import Event


def outcome_of_missing(step: Step, event: Event) -> str:
    """Tell the outcome that follows for the whole task; empty where none does.

    Some rows are only there for whom they concern: that it is missing is then the answer.
    """
    is_missing = event.what == "could-not-find" and event.value == "not-there"
    return step.missing_means or "" if is_missing else ""
