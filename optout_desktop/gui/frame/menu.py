"""The commands of the menu: one method for each, named as in gui.frame.commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from optout_desktop.base.languages import _
from optout_desktop.gui.frame.commands import add_menus

if TYPE_CHECKING:
    from optout_desktop.gui.frame.window import MainWindow

_TEXT_STEP = 10


class Menu(QObject):
    """Does what the menu says with the window and its state."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._state = window.state
        self.actions = add_menus(window, self)
        self._state.settings_changed.connect(self._show_colours)
        self._show_colours()

    def enable_undo(self, possible: bool) -> None:
        """Offer to undo only where there is something."""
        self.actions["undo"].setEnabled(possible)

    @Slot()
    def on_find(self) -> None:
        """Go to the search."""
        self._window.show_search()

    @Slot()
    def on_all_services(self) -> None:
        """Go back to the list."""
        self._window.show_list()

    @Slot()
    def on_export_report(self) -> None:
        """Export the report."""
        self._window.keeping.export_report()

    @Slot()
    def on_my_data(self) -> None:
        """Show all that is kept."""
        self._window.keeping.show_my_data()

    @Slot()
    def on_quit(self) -> None:
        """Close the window."""
        self._window.close()

    @Slot()
    def on_undo(self) -> None:
        """Take back what was done last at this service."""
        undone = self._state.undo(self._window.slug) if self._window.slug else None
        if undone is not None:
            self._window.page.open_step((undone.task, undone.step), focus=True)

    @Slot()
    def on_redo(self) -> None:
        """Do again what was undone last."""
        if self._window.slug:
            self._state.redo(self._window.slug)

    @Slot()
    def on_find_command(self) -> None:
        """Find a command or a service by a few letters."""
        from optout_desktop.gui.dialogs.find_command import FindCommandDialog

        self._finder = FindCommandDialog(list(self.actions.values()), self._window)
        for outline in self._state.outlines.values():
            self._finder.add_service(outline.slug, outline.name)
        self._finder.accepted.connect(self._on_command_found)
        self._finder.open()

    @Slot()
    def _on_command_found(self) -> None:
        chosen = self._finder.chosen
        if chosen is not None and chosen.data():
            self._window.open_service(chosen.data())
        elif chosen is not None:
            chosen.trigger()

    @Slot()
    def on_tick(self) -> None:
        """Tick the open step, or take its tick back."""
        row = self._window.page.row(self._window.page.current)
        if row is not None:
            row.box.click()

    @Slot()
    def on_next_step(self) -> None:
        """Go to the next open step."""
        if self._window.slug:
            self._window.page.open_step(
                self._state.overview(self._window.slug).next_step, focus=True
            )

    @Slot()
    def on_open_link(self) -> None:
        """Open the page of the open step."""
        row = self._window.page.row(self._window.page.current)
        if row is not None and row.step.url:
            self._window.acts.open_link(row.step.url)

    @Slot()
    def on_copy_link(self) -> None:
        """Copy the link of the open step."""
        row = self._window.page.row(self._window.page.current)
        if row is not None and row.step.url:
            self._window.acts.copy(row.step.url)

    @Slot()
    def on_not_found(self) -> None:
        """Say that the open step is not what the person sees."""
        if self._window.page.current:
            self._window.acts.ask_not_found(*self._window.page.current)

    @Slot()
    def on_person(self) -> None:
        """Ask for whom this is, and where they live."""
        from optout_desktop.gui.dialogs.person import PersonDialog

        self._person_dialog = PersonDialog(self._state.people, self._state.person, self._window)
        self._person_dialog.accepted.connect(self._on_person_chosen)
        self._person_dialog.open()

    @Slot()
    def _on_person_chosen(self) -> None:
        self._state.choose_person(self._person_dialog.person, self._person_dialog.changes())

    @Slot()
    def on_account(self) -> None:
        """Add an account at this service."""
        if not self._window.slug:
            return
        from PySide6.QtWidgets import QInputDialog

        name, given = QInputDialog.getText(
            self._window,
            _("Another account"),
            _("A name for the account, such as its e-mail address:"),
        )
        if given and name.strip():
            account = self._state.add_account(self._window.slug, name.strip())
            self._window.choose_account(account)

    @Slot()
    def on_larger(self) -> None:
        """Make all text larger."""
        self._set_text_size(self._state.settings.text_size + _TEXT_STEP)

    @Slot()
    def on_smaller(self) -> None:
        """Make all text smaller."""
        self._set_text_size(self._state.settings.text_size - _TEXT_STEP)

    @Slot()
    def on_normal_size(self) -> None:
        """Bring text back to its usual size."""
        self._set_text_size(100)

    def _set_text_size(self, percent: int) -> None:
        size = max(100, min(200, percent))
        self._state.change_settings(text_size=size)

    @Slot()
    def on_colours_system(self) -> None:
        """Follow the system's colours."""
        self._state.change_settings(colours="system")

    @Slot()
    def on_colours_light(self) -> None:
        """Use light colours."""
        self._state.change_settings(colours="light")

    @Slot()
    def on_colours_dark(self) -> None:
        """Use dark colours."""
        self._state.change_settings(colours="dark")

    @Slot()
    def _show_colours(self) -> None:
        self.actions[f"colours_{self._state.settings.colours}"].setChecked(True)

    @Slot()
    def on_about(self) -> None:
        """Say what this program is."""
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(self._window, _("About Optout Desktop"), about_words())


def about_words() -> str:
    """Say what the program is, what it does not do, and what it is not."""
    return _(
        "Optout Desktop takes you through opting out of AI training, service by service.\n\n"
        "It works offline and sends nothing. What you tick and write stays on this computer.\n\n"
        "It explains and reminds; it is not legal advice."
    )
