"""The languages that the guide to the letter is in. Pure."""

from __future__ import annotations

from enum import StrEnum


class GuideLanguage(StrEnum):
    """The languages of the guides, by the code that Discord has for them."""

    UKRAINIAN = "uk"
    RUSSIAN = "ru"


def language_of(locale: object) -> GuideLanguage | None:
    """The guide's language for a reader's Discord; None where they have one that needs no guide."""
    return next((language for language in GuideLanguage if language.value == str(locale)), None)
