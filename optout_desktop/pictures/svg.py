"""From a picture to SVG that QtSvg, browsers and Typst draw alike.

Only what all three know is used: rect, circle, polyline, and one text element per line with its
own place. A page that is read from the right must not hand its direction on to an inline picture,
as ``text-anchor`` would then turn round: show it as an image, or inside ``dir="ltr"``.
"""

from html import escape  # xml.sax.saxutils would import the network

from optout_desktop.base.palette import Palette, Role
from optout_desktop.pictures.labels import Direction
from optout_desktop.pictures.layout import layout
from optout_desktop.pictures.primitives import Circle, Line, Rect, Shape, Text
from optout_desktop.pictures.vocabulary import Picture, State
from optout_desktop.pictures.words import alternative_text

_FONTS = "'Segoe UI', 'DejaVu Sans', 'Noto Sans', 'Liberation Sans', Helvetica, Arial, sans-serif"


def svg(
    picture: Picture,
    *,
    state: State,
    palette: Palette,
    direction: Direction = "ltr",
    scale: float = 1.0,
    width: int = 360,
) -> str:
    """Draw a picture as SVG: ``width`` in units, text scale 1.0 to 2.0; the height follows."""
    drawing = layout(picture, state=state, direction=direction, scale=scale, width=width)
    height = _number(drawing.height)
    root = _element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=str(width),
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        font_family=_FONTS,
    )
    lines = [
        f"<{root}>",
        f"<title>{escape(alternative_text(picture))}</title>",
        *(_drawn(shape, palette) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _drawn(shape: Shape, palette: Palette) -> str:
    match shape:
        case Rect():
            head = _element(
                "rect",
                x=_number(shape.x),
                y=_number(shape.y),
                width=_number(shape.width),
                height=_number(shape.height),
                rx=_number(shape.radius),
                **_paint(shape, palette),
            )
            return f"<{head}/>"
        case Circle():
            head = _element(
                "circle",
                cx=_number(shape.x),
                cy=_number(shape.y),
                r=_number(shape.radius),
                **_paint(shape, palette),
            )
            return f"<{head}/>"
        case Line():
            head = _element(
                "polyline",
                points=" ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points),
                fill="none",
                stroke=_colour(shape.stroke, palette),
                stroke_width=_number(shape.stroke_width),
                stroke_linecap="round",
                stroke_linejoin="round",
            )
            return f"<{head}/>"
        case Text():
            head = _element(
                "text",
                x=_number(shape.x),
                y=_number(shape.y),
                font_size=_number(shape.size),
                font_weight="700" if shape.bold else "400",
                text_anchor=shape.anchor,
                fill=_colour(shape.role, palette),
            )
            return f"<{head}>{escape(shape.content)}</text>"


def _paint(shape: Rect | Circle, palette: Palette) -> dict[str, str]:
    fill = {"fill": _colour(shape.fill, palette)}
    if shape.stroke is None:
        return fill
    stroke = {"stroke": _colour(shape.stroke, palette), "stroke_width": _number(shape.stroke_width)}
    return fill | stroke


def _colour(role: Role | None, palette: Palette) -> str:
    return "none" if role is None else str(getattr(palette, role))


def _element(name: str, **attributes: str) -> str:
    written = (f'{key.replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return " ".join((name, *written))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
