"""What else a good task does: one small function for each rule, as in authoring.rules."""

from collections.abc import Callable, Iterator

from optout_desktop.base import links
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.guides.format.problems import KeyPath, Places, Problem
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import SETTINGS

Rule = Callable[[Guide, Places], Iterator[Problem]]

_NEEDED: dict[str, tuple[str, ...]] = {
    "toggle": ("default", "leave", "turn", "undo"),
    "e-mail": ("address", "subject"),
    "nothing": ("why", "reason"),
}
_SAID = frozenset({"default", "leave", "undo", "reason"})
_IN_WRITING = frozenset({"form", "e-mail", "request", "admin", "delete"})


def writable_address(guide: Guide, places: Places) -> Iterator[Problem]:
    """An e-mail task has an address that can be written to."""
    del places
    for number, task in enumerate(guide.tasks):
        written: list[tuple[KeyPath, str]] = [
            (("task", number, "recipient", place, "address"), one.address)
            for place, one in enumerate(task.recipients)
        ]
        if task.address is not None:
            written.append((("task", number, "address"), task.address))
        for path, address in written if task.kind == "e-mail" else ():
            try:
                links.mailto(address, "", "")
            except OptoutError as error:
                yield Problem(path, "writable-address", error.title, error.hint)


def steps_to_do(guide: Guide, places: Places) -> Iterator[Problem]:
    """A task has steps, unless there is nothing to do."""
    del places
    for number, task in enumerate(guide.tasks):
        if task.kind != "nothing" and not task.steps:
            yield Problem(
                ("task", number, "step"),
                "steps-to-do",
                _("The task has no steps."),
                _('Add a [[task.step]], or write kind = "nothing" and a reason.'),
            )


def kind_needs(guide: Guide, places: Places) -> Iterator[Problem]:
    """Each kind of task says what a reader needs of it."""
    del places
    for number, task in enumerate(guide.tasks):
        needed = _NEEDED.get(task.kind, ())
        if task.kind == "form" and task.fields_known != "none":
            needed = ("fields",)
        for name in needed:
            key = "field" if name == "fields" else name
            if not getattr(task, name):
                yield Problem(
                    ("task", number, key),
                    "kind-needs",
                    _("A task of the kind “{kind}” needs “{key}”.").format(kind=task.kind, key=key),
                    (
                        _('Add {key}; if no source says it, write: "No source says."')
                        if key in _SAID
                        else _("Add {key}: docs/guide-format.md lists what it can be.")
                    ).format(key=key),
                )


def recorded_objections(guide: Guide, places: Places) -> Iterator[Problem]:
    """Only what is asked for in writing has a date of sending and an answer."""
    del places
    for number, task in enumerate(guide.tasks):
        for step_number, step in enumerate(task.steps):
            if step.records is not None and task.kind not in _IN_WRITING:
                yield Problem(
                    ("task", number, "step", step_number, "records"),
                    "recorded-objections",
                    _("Only what is asked for in writing records what was sent or answered."),
                    _("Remove “records”, or change the kind of the task."),
                )


def real_choices(guide: Guide, places: Places) -> Iterator[Problem]:
    """Where one of several is enough there are several."""
    del places
    words: list[tuple[KeyPath, str]] = []
    for number, task in enumerate(guide.tasks):
        if task.either:
            words.append((("task", number, "either"), task.either))
        for place, step in enumerate(task.steps):
            if step.either:
                words.append((("task", number, "step", place, "either"), step.either))
    ways: dict[KeyPath, set[str]] = {}
    for path, word in words:
        ways.setdefault(_group(path, word), set()).add(word if "/" in word else str(path))
    for path, word in words:
        if len(ways[_group(path, word)]) == 1:
            yield Problem(
                path,
                "real-choices",
                _("No other way has the word “{word}”.").format(word=word.partition("/")[0]),
                _("Give it to each of the ways, or remove it."),
            )


def _group(path: KeyPath, word: str) -> KeyPath:
    """Return to which ways one belongs: those of the guide's tasks, or of the steps of one task."""
    return (*path[:-2], word.partition("/")[0])


def fitting_keys(guide: Guide, places: Places) -> Iterator[Problem]:
    """Keys that belong to one kind of task are in no other."""
    del places
    for number, task in enumerate(guide.tasks):
        strange = (
            ("turn", task.turn is not None and task.kind not in SETTINGS),
            ("asks", task.asks is not None and task.kind not in _IN_WRITING),
            ("why", task.why is not None and task.kind != "nothing"),
            ("recipient", bool(task.recipients) and task.kind != "e-mail"),
        )
        for key, is_strange in strange:
            if is_strange:
                yield Problem(
                    ("task", number, key),
                    "fitting-keys",
                    _("A task of the kind “{kind}” has no “{key}”.").format(
                        kind=task.kind, key=key
                    ),
                    _("Remove it, or change the kind of the task."),
                )


TASK_RULES: tuple[Rule, ...] = (
    writable_address,
    steps_to_do,
    kind_needs,
    fitting_keys,
    recorded_objections,
    real_choices,
)
