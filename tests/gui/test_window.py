"""One window, used as a person uses it."""
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.gui.conftest import Program

def test_a_tick_is_saved(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    assert program.whats() == ["tick open"]
    program.close()
