"""Widgets that stand for values, each kept as long as its value is there."""

from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLayout, QWidget

Value = TypeVar("Value")
Shown = TypeVar("Shown", bound=QWidget)


class Rows(Generic[Value, Shown]):
    """Fills a layout with one widget for each value, after the ``first`` items that it has.

    ``make`` makes the widget of a value that is new here; ``show`` lets a widget show its value,
    which it does only where the value is another than before.
    """

    def __init__(
        self,
        layout: QLayout,
        make: Callable[[Value], Shown],
        show: Callable[[Shown, Value], None],
        first: int = 0,
    ) -> None:
        self._layout, self._make, self._show, self._first = layout, make, show, first
        self._widgets: dict[Hashable, Shown] = {}
        self._values: dict[Hashable, Value] = {}

    @property
    def widgets(self) -> list[Shown]:
        """The widgets in their order."""
        return list(self._widgets.values())

    def show(self, values: Mapping[Hashable, Value]) -> None:
        """Show these values, named by their keys, in their order."""
        before, self._widgets = self._widgets, {}
        for key, value in values.items():
            widget = before.pop(key, None)
            is_new = widget is None
            if widget is None:
                widget = self._make(value)
                # A widget that is shown before it has a parent would be a window.
                self._layout.addWidget(widget)
            self._widgets[key] = widget
            if is_new or self._values[key] != value:
                self._show(widget, value)
        for widget in before.values():
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._values = dict(values)
        self._put_in_order()

    def _put_in_order(self) -> None:
        for number, widget in enumerate(self.widgets):
            item = self._layout.itemAt(self._first + number)
            if item is None or item.widget() is not widget:
                break
        else:
            return
        for widget in self.widgets[number:]:
            self._layout.removeWidget(widget)
            self._layout.addWidget(widget)
