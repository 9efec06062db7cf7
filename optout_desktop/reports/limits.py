"""What a report is not, said in every report."""

from optout_desktop.base.languages import _


def limits() -> tuple[str, ...]:
    """Return what a report is not, and what it must not be taken for."""
    return (
        _(
            "Unless a task says otherwise, what is done here concerns future training only. "
            "What a model has already learned stays learned."
        ),
        _(
            "Everything about what was done is stated by the person. "
            "It was not verified by the company or by an authority."
        ),
        _(
            "What the guides say is as old as the sources that they name. "
            "Pages may look different today."
        ),
        _("Pictures are drawings made from the guide, not screenshots. They prove nothing."),
        _("This is not legal advice."),
    )
