"""Who shares a picture, and where it can be checked. Pure."""

from __future__ import annotations

from db.record.values import value


@value
class Credit:
    """Who shares a picture, or nobody; and the public page on which it can be checked, or none."""

    server: str = ""
    page: str = ""


# Nobody shares it, and there is no page.
UNSIGNED = Credit()
