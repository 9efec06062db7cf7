"""One row of the list of services, as it is painted."""

from typing import cast

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from optout_desktop.checklist.words.lines import service_line
from optout_desktop.gui.parts.focus import paint_focus_ring
from optout_desktop.gui.parts.monogram import paint_monogram
from optout_desktop.gui.theme import MEDIUM, ROLES, SMALL, TINY, colour, mirrored, type_font
from optout_desktop.plan.overview import ServiceOverview

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole


class Heading(Struct, frozen=True):
    """A heading between rows."""

    text: str


class ServiceDelegate(QStyledItemDelegate):
    """Paints a row: tile, name, one line of status, and a ring for what is done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Size a row by its texts."""
        width = _list_width(option)
        if isinstance(index.data(RowRole), Heading):
            metrics = QFontMetrics(type_font("caption", bold=True))
            return QSize(width, metrics.height() + MEDIUM + TINY)
        return QSize(width, _name_height() + _status_rect(index, option).height() + 2 * SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = cast("Heading | ServiceOverview", index.data(RowRole))
        painter.save()
        if isinstance(row, Heading):
            _paint_heading(painter, option, row)
        else:
            _paint_service(painter, option, index, row)
        painter.restore()


def _list_width(option: QStyleOptionViewItem) -> int:
    """Measure the room for a row as if the scroll bar were there: it may come at any time."""
    view = option.widget
    if not isinstance(view, QListView):
        return option.rect.width()
    return view.width() - view.verticalScrollBar().sizeHint().width()


def _name_height() -> int:
    return QFontMetrics(type_font("text")).height()


def _status_rect(index: Index, option: QStyleOptionViewItem) -> QRect:
    """Measure the status line, which may wrap."""
    metrics = QFontMetrics(type_font("caption"))
    row = cast("ServiceOverview", index.data(RowRole))
    ring = _ring_side() + SMALL if _has_ring(row) else 0
    width = max(40, _list_width(option) - _tile_side() - 2 * MEDIUM - SMALL - ring)
    return metrics.boundingRect(
        QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, service_line(row)
    ).united(QRect(0, 0, width, 1))


def _has_ring(row: ServiceOverview) -> bool:
    return 0 < row.done < row.total


def _tile_side() -> int:
    return round(_name_height() * 2.1)


def _ring_side() -> int:
    return round(_name_height() * 1.5)


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
    painter.setFont(type_font("caption", bold=True))
    painter.setPen(option.palette.color(ROLES["mute"]))
    box = option.rect.adjusted(MEDIUM, SMALL, -MEDIUM, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(box, flags, row.text)


def _paint_service(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ServiceOverview
) -> None:
    rect = option.rect
    view = cast("QListView", option.widget)
    current = view.currentIndex() == index
    if current:
        painter.fillRect(rect, colour(view, "soft"))
        bar = QRect(rect.x(), rect.y(), 3, rect.height())
        painter.fillRect(mirrored(view, rect, bar), colour(view, "accent"))
    elif view.underMouse() and view.indexAt(_mouse(view)) == index:
        painter.fillRect(rect, colour(view, "window"))
    tile = _tile_side()
    box = QRect(rect.x() + MEDIUM, rect.y() + (rect.height() - tile) // 2, tile, tile)
    painter.setFont(type_font("text"))
    monogram = row.outline.monogram or row.outline.name[:2]
    paint_monogram(painter, mirrored(view, rect, box), monogram, row.outline.slug)
    text_x = box.right() + 1 + SMALL + 2
    name = QRect(text_x, rect.y() + SMALL, rect.right() - text_x - MEDIUM, _name_height())
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter.setPen(colour(view, "ink"))
    shown = painter.fontMetrics().elidedText(
        row.outline.name, Qt.TextElideMode.ElideRight, name.width()
    )
    painter.drawText(mirrored(view, rect, name), leading, shown)
    status = _status_rect(index, option)
    status.moveTo(text_x, name.bottom() + 1)
    painter.setFont(type_font("caption"))
    painter.setPen(colour(view, "danger" if row.status == "unreadable" else "mute"))
    painter.drawText(
        mirrored(view, rect, status),
        Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
        service_line(row),
    )
    if _has_ring(row):
        _paint_ring(painter, view, rect, row.done / row.total)
    if current and view.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_focus_ring(painter, rect.toRectF(), colour(view, "accent"))


def _mouse(view: QListView) -> QPoint:
    return view.viewport().mapFromGlobal(QCursor.pos())


def _paint_ring(painter: QPainter, view: QListView, rect: QRect, part: float) -> None:
    side = _ring_side()
    box = QRect(
        rect.right() - MEDIUM - side + 4, rect.y() + (rect.height() - side) // 2, side, side
    )
    box = mirrored(view, rect, box).adjusted(3, 3, -3, -3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(view, "line"), 4))
    painter.drawEllipse(box)
    painter.setPen(QPen(colour(view, "accent"), 4, c=Qt.PenCapStyle.FlatCap))
    painter.drawArc(box, 90 * 16, -round(part * 360 * 16))
