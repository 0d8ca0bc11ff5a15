"""The grounds and forms that a picture can have. Pure."""

from __future__ import annotations

from enum import StrEnum


class Theme(StrEnum):
    """The ground that a picture is on."""

    DARK = "dark"
    LIGHT = "light"


class Shape(StrEnum):
    """The form of a picture: for a wide page, for a phone and for Discord, which shows pictures small; as other
    networks show it, 1200 × 630; or for a slide, 1600 × 900.
    """

    FULL = "full"
    PHONE = "phone"
    SHARE = "share"
    SLIDE = "slide"


# What leaves Discord and the site says where to check it.
POSTED = frozenset({Shape.SHARE, Shape.SLIDE})
