"""Plain text as HTML: escaped, what nobody sees taken out, the numbers of sources linked. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import jinja2
from markupsafe import Markup, escape

from cogs.wording.blocks import Line
from cogs.wording.english import capital
from db.record.models import Source
from db.record.paths import DATA

TEMPLATES = DATA / "site"

# Control characters, non-characters, and marks that turn the direction of all the text behind them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_MARKS = re.compile(r" ?(?:\[\d{1,3}\])+")
_CITATIONS = re.compile(r"(?:\[\d{1,3}\])+")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def seen(text: str) -> str:
    """A text without what is not seen."""
    return _UNSEEN.sub("", text)


def shown(value: Any) -> Any:
    """A value as a template shows it: every text goes through here, before it is escaped."""
    return Markup(seen(value)) if isinstance(value, Markup) else seen(value) if isinstance(value, str) else value  # noqa: S704


def cited(text: str, sources: Sequence[Source]) -> Markup:
    """A text with the numbers of its sources linked to their place on the page; those in a row stay in one line."""
    parts = []
    end = 0
    for found in _CITATIONS.finditer(text):
        numbers = found[0][1:-1].split("][")
        if all(1 <= int(number) <= len(sources) for number in numbers):
            links = Markup("").join(map(_link, numbers))
            parts += [escape(seen(text[end : found.start()])), Markup('<span class="cites">{}</span>').format(links)]
            end = found.end()
    return Markup("").join([*parts, escape(seen(text[end:]))])


def _link(number: str) -> Markup:
    return Markup('<a class="cite" href="#source-{0}" aria-label="Source {0}">[{0}]</a>').format(number)


def paragraph(line: Line, sources: Sequence[Source] = ()) -> Markup:
    """A line, with what it says first in bold."""
    told = cited(line.text if line.strong else line.text.lstrip(), sources)
    return Markup("<strong>{}</strong>{}").format(cited(line.strong, sources), told) if line.strong.strip() else told


def plain(line: Line) -> str:
    """A line as a text without the numbers of sources."""
    return seen(_MARKS.sub("", f"{line.strong}{line.text}")).strip()


def safe_address(url: str) -> str:
    """An address that may be linked to; an empty text for any that is not of the web."""
    return url if _WEB.match(url) else ""


def environment() -> jinja2.Environment:
    """What reads the templates: all that is put into them is escaped, and what they lack is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["capital"] = capital
    return made
