"""The shipped widths are never narrower than real fonts, and wrapping loses nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from optout_desktop.pictures.labels import plain
from optout_desktop.pictures.widths import measure, wrap

SIZE = 100
TOLERANCE = 1.005
LATIN = [
    "Use my data for training content creation AI models",
    "ALLOW THE USE OF MY DATA",
    "Datenschutz-Einstellungen für Öffentlichkeit, Straße & Übung",
    "Préférences de confidentialité – « Améliorer » l’IA…",
    "Zásady ochrany osobních údajů, żółć, ğüşiöç, Tiếng Việt",
    "0123456789 @#%&()[]{}<>/\\|!?*+=~^_ \"quoted\" 'it' €$£",
    "iiiiillll....,,,,WWWWMMMM",
    "Настройки конфиденциальности",
    "Ρυθμίσεις απορρήτου",
]
ARABIC = [
    "استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي (AI).",
    "إعدادات الخصوصية، لا أحد؛ الحسابات",
    "تنظیمات حریم خصوصی گ چ پ ژ",
    "مُفَعَّل",
]
HEBREW = ["הגדרות פרטיות", "שימוש בנתונים שלי לאימון (AI)."]
CHINESE = [
    "使用我的数据来训练内容创作的人工智能模型「包括帖子」。",
    "データ設定を開く",
    "데이터 설정",
]
FONTS = [
    ("DejaVu Sans", [*LATIN, *ARABIC, *HEBREW]),
    ("Liberation Sans", [*LATIN, *HEBREW]),
    ("Noto Sans", LATIN),
    ("Noto Sans Arabic", ARABIC),
    ("Noto Sans CJK SC", [*LATIN, *CHINESE]),
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(("family", "texts"), FONTS, ids=[family for family, _ in FONTS])
def test_no_font_is_wider(family: str, texts: list[str], *, bold: bool) -> None:
    font = QFont(family)
    font.setPixelSize(SIZE)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if QFontInfo(font).family() != family:
        pytest.skip(f"The font {family} is not installed here.")
    metrics = QFontMetricsF(font)
    for text in texts:
        words = [text, *text.split(), *text]
        for word in words:
            real = metrics.horizontalAdvance(word)
            assert real <= measure(word, SIZE, bold=bold) * TOLERANCE, word


def test_widths_are_not_wasteful() -> None:
    assert measure("Use my data", 12) < 12 * 0.7 * len("Use my data")


def test_what_is_not_seen_has_no_width() -> None:
    assert measure("\u2068\u0301\u064b\u200d\u2069", 12) == 0


def test_wide_characters_are_as_wide_as_the_size() -> None:
    assert measure("数据", 12) == 24


letters = st.sampled_from(
    ["abc defgh WM-/.", "ابتث جحخ، ()", "数据使用、。「」", "a\u0301 e\u200d\U0001f600", "नमस्ते"]
)
labels = letters.flatmap(lambda some: st.text(some, max_size=200)).map(plain)


@given(label=labels | st.text(max_size=60).map(plain), room=st.floats(5, 400), bold=st.booleans())
def test_wrapping_loses_nothing_and_keeps_within_the_room(
    label: str, room: float, *, bold: bool
) -> None:
    lines = wrap(label, room, 12, bold=bold)
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")
    assert all(line == line.strip(" ") != "" for line in lines)
    for line in lines:
        # One character with its marks may be wider than the room.
        assert measure(line, 12, bold=bold) <= room or len(wrap(line, 0, 12, bold=bold)) == 1


@given(label=st.text("abcd ", max_size=80).map(plain), room=st.floats(60, 300))
def test_lines_are_as_full_as_they_can_be(label: str, room: float) -> None:
    lines = wrap(label, room, 12)
    for line, following in pairwise(lines):
        word = following.split()[0]
        broken = measure(word, 12) <= room and f"{line} {word}" in label
        assert not broken or measure(f"{line} {word}", 12) > room


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Use my data", ("Use my", "data")),
        ("opt-out", ("opt-", "out")),
        ("数据使用权。", ("数据使", "用权。")),
        ("「数据」使用", ("「数", "据」使", "用")),
        ("Wwwwwww", ("Wwww", "www")),
        ("", ()),
    ],
)
def test_lines_end_where_a_reader_expects(label: str, lines: tuple[str, ...]) -> None:
    rooms = {"Use my data": 46, "opt-out": 36, "Wwwwwww": 42}
    assert wrap(label, rooms.get(label, 37), 12) == lines
