"""A person who hears the window: everything is found by its accessible name, over AT-SPI.

``python3 screen_reader.py DATA_FOLDER REPORT DATE COMMAND…`` starts the program with COMMAND and
goes the way. It runs in the system's own Python, as that is where the bindings are, and needs a
D-Bus session and a display of its own.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

# Not plain imports: only the system's own Python has these.
pyatspi = import_module("pyatspi")
Gone = import_module("gi.repository.GLib").GError

Node = Any
"""Something on the screen, as AT-SPI tells of it."""

PATIENCE = 60.0
"""Seconds after which what should happen has failed to."""
BETWEEN_LOOKS = 0.02
SERVICE = "LinkedIn"
CASE_NUMBER = "4711-2026"
TOGGLE = (
    "Open the setting",
    "Find the row “Data for Generative AI Improvement”",
    "Turn the switch to Off",
    "Check that it worked: reload the page",
)
OBJECTION = (
    "Decide what to object to",
    "Open the Data Processing Objection Form",
    "Fill in first name, last name and e-mail address",
    "Choose “Object to processing for training content-generating AI models”",
    "Tick the statement",
)
SEND = "Send objection (a), and note the date"
KEEP = "Keep the confirmation"
ANSWER = "Wait for the answer, and note it"


def until(look: Callable[[], Node], what: str) -> Node:
    """Look again and again until there is something to see."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        # What goes away between two questions does not answer the second.
        with suppress(Gone):
            if seen := look():
                return seen
        time.sleep(BETWEEN_LOOKS)
    raise TimeoutError(f"this never came: {what}")


def shown(root: Node) -> Iterator[Node]:
    """Go through all that is on the screen, parents first."""
    yield root
    for number in range(root.childCount):
        child = root.getChildAtIndex(number)
        if child is not None and has_state(child, pyatspi.STATE_SHOWING):
            yield from shown(child)


def has_state(node: Node, state: Any) -> bool:
    """Tell whether something is in a state."""
    return bool(node.getState().contains(state))


def called(node: Node) -> str:
    """Read what a screen reader says: the label of a field, else its name."""
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return str(relation.getTarget(0).name)
    return str(node.name)


def find(root: Node, role: str, name: str) -> Node:
    """Find the one thing of this role that begins with this name."""

    def look() -> Node:
        found = [
            node
            for node in shown(root)
            if node.getRoleName() == role and called(node).startswith(name)
        ]
        exact = [node for node in found if called(node) == name]
        found = exact or found
        return found[0] if len(found) == 1 else None

    return until(look, f"one {role} “{name}”")


def press(node: Node, action: str = "Press") -> None:
    """Do what something offers to do."""
    actions = node.queryAction()
    names = [actions.getName(number) for number in range(actions.nActions)]
    assert actions.doAction(names.index(action)), f"“{node.name}” does not {action}"


def write(field: Node, text: str) -> None:
    """Write into a field."""
    assert field.queryEditableText().setTextContents(text), f"“{field.name}” takes no text"


def dialog(program: Node, title: str) -> Node:
    """Wait for a dialog."""
    return find(program, "dialog", title)


def start(command: list[str]) -> tuple[subprocess.Popen[bytes], Node]:
    """Start the program, and wait until it is on the desktop."""
    process = subprocess.Popen(command)

    def look() -> Node:
        desktop = pyatspi.Registry.getDesktop(0)
        programs = (desktop.getChildAtIndex(number) for number in range(desktop.childCount))
        ours = (one for one in programs if one is not None)
        return next((one for one in ours if one.get_process_id() == process.pid), None)

    return process, until(look, "the program")


def choose_linkedin(window: Node) -> None:
    """Choose the service in the list."""
    services = find(window, "list", "Services")
    # Rows further down are there, but not on the screen.
    rows = (services.getChildAtIndex(number) for number in range(services.childCount))
    (row,) = (row for row in rows if row.name.startswith(f"{SERVICE}, "))
    assert services.querySelection().selectChild(row.getIndexInParent())
    find(window, "label", SERVICE)


def live_in(program: Node, window: Node, country: str) -> None:
    """Say where the person lives."""
    press(find(window, "push button", "Say where you live…"))
    asked = dialog(program, "For whom, and where?")
    must_be_named(asked)
    write(find(asked, "text", "Lives in"), country)
    press(find(asked, "push button", "Keep this"))
    find(window, "push button", f"You live in: {country}")


def tick(window: Node, name: str) -> None:
    """Tick a step."""
    press(box := find(window, "check box", name))
    until(lambda: has_state(box, pyatspi.STATE_CHECKED), f"the tick of “{name}”")
    find(window, "label", "✓ Saved on this computer")


def note_objection(program: Node, window: Node, day: str) -> None:
    """Say when the objection was sent, and its case number."""
    press(box := find(window, "check box", SEND))
    asked = dialog(program, "When did you send it?")
    must_be_named(asked)
    write(find(asked, "spin button", "Date sent"), day)
    write(find(asked, "text", "Case number"), CASE_NUMBER)
    press(find(asked, "push button", "Keep this"))
    until(lambda: has_state(box, pyatspi.STATE_CHECKED), "the tick of the objection")
    until(lambda: CASE_NUMBER in box.description, "the case number beside the step")


def note_answer(program: Node, window: Node) -> None:
    """Say that the objection was accepted."""
    press(box := find(window, "check box", ANSWER))
    asked = dialog(program, "What did they answer?")
    must_be_named(asked)
    press(find(asked, "radio button", "They accepted it"), "Toggle")
    press(find(asked, "push button", "Keep this"))
    until(lambda: has_state(box, pyatspi.STATE_CHECKED), "the tick of the answer")


def export_report(program: Node, window: Node, report: str) -> None:
    """Export the report."""
    press(find(window, "push button", "Export report…"))
    asked = dialog(program, "Export report")
    write(find(asked, "text", "File name:"), report)
    press(find(asked, "push button", "Save"))
    find(window, "label", f"Written to {report}")


def must_be_named(root: Node) -> None:
    """See that the keyboard can go to nothing that has no name."""
    nameless = [
        node.getRoleName()
        for node in shown(root)
        if has_state(node, pyatspi.STATE_FOCUSABLE) and not called(node).strip()
    ]
    assert not nameless, f"without a name: {nameless}"


def main() -> None:
    report, day, *command = sys.argv[1:]
    process, program = start(command)
    try:
        window = find(program, "frame", "Optout Desktop")
        choose_linkedin(window)
        live_in(program, window, "Germany")
        must_be_named(window)
        for name in (*TOGGLE, *OBJECTION):
            tick(window, name)
        note_objection(program, window, day)
        tick(window, KEEP)
        note_answer(program, window)
        export_report(program, window, report)
        press(find_in_menu(window, "Quit"))
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()


def find_in_menu(root: Node, name: str) -> Node:
    """Find a command of the menu, which need not be open."""
    for number in range(root.childCount):
        child = root.getChildAtIndex(number)
        if child.getRoleName() == "menu item" and child.name == name:
            return child
        if child.getRoleName() in {"menu bar", "menu item", "popup menu"}:
            found = find_in_menu(child, name)
            if found is not None:
                return found
    return None


if __name__ == "__main__":
    main()
