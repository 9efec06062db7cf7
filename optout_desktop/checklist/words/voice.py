"""To whom a sentence speaks: to the person ("you"), or of them to those who read their report."""

from typing import Literal

Voice = Literal["you", "the person"]


def spoken(voice: Voice, to_you: str, of_the_person: str) -> str:
    """Return the one of two sentences that is in this voice."""
    return to_you if voice == "you" else of_the_person
