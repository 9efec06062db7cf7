"""What a guide has to know of the person, as they are asked."""

from optout_desktop.base.languages import _
from optout_desktop.checklist.checklist import Option, Question


def question_words(question: Question, service: str) -> str:
    """Return a question, the guide's own or one of the program's."""
    return question.text or {
        "plan": _("Your account at {service}"),
        "age": _("Your age"),
        "role": _("Your role at {service}"),
    }[question.name].format(service=service)


def option_words(option: Option) -> str:
    """Return an answer to a question, the guide's own or one of the program's."""
    if option.label or not option.code:
        return option.label or _("not said")
    return {
        # Translators: an account that costs nothing
        "free": _("free"),
        "paid": _("paid by me"),
        "work": _("from my work"),
        "education": _("from my school or university"),
        "adult": _("18 or older"),
        "minor": _("under 18"),
        "member": _("I use it"),
        "owner": _("I run it for others (owner, administrator)"),
        "outside": _("I do not use it, but my data may be in it"),
    }[option.code]
