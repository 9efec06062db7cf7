"""The command ``picture``: the drawing of one step as SVG."""

from argparse import ArgumentTypeError, Namespace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import and_list
from optout_desktop.base.palette import PALETTES
from optout_desktop.cli.arguments import AddCommand, add_names
from optout_desktop.cli.context import Context, find_step, find_task
from optout_desktop.pictures.svg import svg

_SMALLEST, _LARGEST = 1.0, 2.0


def add(add_command: AddCommand) -> None:
    """Add the command."""
    command = add_command(
        "picture",
        run_picture,
        _("Print the picture of a step as SVG."),
        examples=("optout-desktop picture linkedin ai-toggle switch --state after > step.svg",),
    )
    add_names(command, "slug", "task", "step")
    command.add_argument(
        "--state",
        choices=("before", "after"),
        default="before",
        help=_("Before or after the step."),
    )
    command.add_argument(
        "--theme", choices=tuple(PALETTES), default="light", help=_("The colours.")
    )
    command.add_argument(
        "--direction", choices=("ltr", "rtl"), default="ltr", help=_("The reading direction.")
    )
    command.add_argument(
        "--scale",
        type=_scale,
        default=_SMALLEST,
        metavar=_("NUMBER"),
        help=_("How large the text is, from 1 to 2."),
    )


def run_picture(context: Context, chosen: Namespace) -> int:
    """Print the picture in ASCII, which every terminal and file keeps."""
    task = find_task(context.guide(chosen.slug), chosen.task)
    step = find_step(task, chosen.step)
    if step.picture is None:
        drawn = [one.id for one in task.steps if one.picture]
        words = ngettext(
            "In this task this step has one: {steps}.",
            "In this task these steps have one: {steps}.",
            len(drawn),
        )
        raise OptoutError(
            _("The step “{step}” has no picture.").format(step=step.id),
            words.format(steps=and_list(drawn)) if drawn else "",
        )
    picture = svg(
        step.picture,
        state=chosen.state,
        palette=PALETTES[chosen.theme],
        direction=chosen.direction,
        scale=chosen.scale,
    )
    print(picture.encode("ascii", "xmlcharrefreplace").decode(), end="")
    return 0


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not _SMALLEST <= scale <= _LARGEST:
        raise ArgumentTypeError(_("write a number from 1 to 2"))
    return scale
