"""The one set of fonts for what typst makes, letters and pictures. It is loaded with the first of them."""

from __future__ import annotations

from functools import cache

import typst


@cache
def fonts() -> typst.Fonts:
    """The fonts inside the typst package alone, so that all looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
