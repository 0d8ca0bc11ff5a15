"""Where things are on the public page. What was once at an address stays there, or is told of there. Pure.

All are paths within the site's folder, with ``/`` between the parts.
"""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote, urlencode

HOME = "index.html"
TIES = "ties.html"
HOW = "how.html"
UNKNOWN = "unknown.html"
SIDES = "sides.html"
DATA = "data.html"
ABOUT = "about.html"
PRIVACY = "privacy.html"
TERMS = "terms.html"
NOT_FOUND = "404.html"
STYLE = "style.css"
SCRIPT = "filter.js"
ICON = "icon.svg"

MAP_DARK = "pictures/map-dark.png"
MAP_LIGHT = "pictures/map-light.png"
MAP_PHONE_DARK = "pictures/map-phone-dark.png"
MAP_PHONE_LIGHT = "pictures/map-phone-light.png"
TIME_PHONE_DARK = "pictures/timeline-phone-dark.png"
TIME_PHONE_LIGHT = "pictures/timeline-phone-light.png"
TIME_DARK = "pictures/timeline-dark.png"
TIME_LIGHT = "pictures/timeline-light.png"
MAP_SLIDE_DARK = "pictures/slides/map-dark.png"
MAP_SLIDE_LIGHT = "pictures/slides/map-light.png"
TIME_SLIDE_DARK = "pictures/slides/timeline-dark.png"
TIME_SLIDE_LIGHT = "pictures/slides/timeline-light.png"
MAP_TO_SHARE = "pictures/map.png"

ALL_FEED = "feeds/all.atom"
SITEMAP = "sitemap.xml"
HEARINGS = "hearings.ics"

# What may stand in a file's name everywhere.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,150}")


def tie_page(tie_id: str) -> str:
    """The page of a tie."""
    return f"ties/{_name(tie_id)}.html"


def tie_picture(tie_id: str) -> str:
    """The picture of a tie, to be shared."""
    return f"pictures/ties/{_name(tie_id)}.png"


def tie_slide(tie_id: str) -> str:
    """The picture of a tie, for a slide."""
    return f"pictures/slides/ties/{_name(tie_id)}.png"


def tie_feed(tie_id: str) -> str:
    """What came on record of a tie."""
    return f"feeds/ties/{_name(tie_id)}.atom"


def state_feed(code: str) -> str:
    """What came on record of a state."""
    return f"feeds/states/{_name(code.lower())}.atom"


def feed_archive(feed: str, year: int) -> str:
    """What a feed that is cut had to tell of one year."""
    return f"{feed.removesuffix('.atom')}-{year}.atom"


def state_page(code: str) -> str:
    """The page of a state, by its postal code."""
    return f"states/{_name(code.lower())}.html"


def state_picture(code: str) -> str:
    """The picture of a state, to be shared."""
    return f"pictures/states/{_name(code.lower())}.png"


def state_slide(code: str) -> str:
    """The picture of a state, for a slide."""
    return f"pictures/slides/states/{_name(code.lower())}.png"


def act_anchor(act_id: str) -> str:
    """What stands behind ``#`` for an act on its tie's page: its id."""
    return "-".join(act_id.split())


def narrowed(standing: str, state: str = "") -> str:
    """The list of ties, narrowed to a standing and, with a postal code, to a state."""
    return f"{TIES}?{urlencode({'standing': standing} | ({'q': state} if state else {}))}"


def from_page(page: str, to: str) -> str:
    """A path as a page of the site links to it; ``to`` may end in a query, as it is, or in an anchor."""
    whole, hash_, anchor = to.partition("#")
    path, mark, query = whole.partition("?")
    up = "../" * page.count("/")
    return f"{up}{quote(path)}{mark}{query}{hash_}{quote(anchor)}" if path else f"#{quote(anchor)}"


def _name(key: str) -> str:
    """An id as the name of a file: itself, or what always stands for it where it is none."""
    return key if _PLAIN.fullmatch(key) else f"x-{sha256(key.encode()).hexdigest()[:16]}"
