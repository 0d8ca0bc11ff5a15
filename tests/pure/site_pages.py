"""Reading a built site: its pages as their elements, its links, its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from cogs.site.site import Site
from db.record.models import Act, Record, Tie
from db.record.register import Register

TIE = "portland-or--khabarovsk"


@dataclass
class Element:
    """One element that was opened, with its attributes and all the text in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Read(HTMLParser):
    """A page that was read. What has no end has no text."""

    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in {"meta", "link", "br", "img", "input", "source"}:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def close(self) -> None:
        super().close()
        assert not self._open

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """The elements of a tag and, if given, a class."""
        return [
            found
            for found in self.elements
            if found.tag == tag and (not class_ or class_ in found.attributes.get("class", "").split())
        ]

    @property
    def ids(self) -> list[str]:
        """The anchors of the page."""
        return [found.attributes["id"] for found in self.elements if "id" in found.attributes]


def read(file: Path) -> Read:
    """A page from its file. Fails where an element is not closed in its order."""
    page = Read()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page


def links(path: str, page: Read) -> Iterator[tuple[str, str]]:
    """What a page links to within the site: path and anchor."""
    for element in page.elements:
        for name in ("href", "src", "srcset"):
            parts = urlsplit(element.attributes.get(name, ""))
            if name in element.attributes and not parts.scheme and not parts.netloc:
                to = unquote(parts.path)
                inside = to[1:] if to.startswith("/") else normpath(join(dirname(path), to)) if to else path
                yield inside, unquote(parts.fragment)


def squeezed(text: str) -> str:
    """A text with single blanks."""
    return " ".join(text.split())


def with_acts(register: Register, tie: Tie, *acts: Act) -> Register:
    """The record with other acts of one tie."""
    return with_tie(register, replace(tie, acts=acts))


def with_tie(register: Register, tie: Tie) -> Register:
    """The record with a tie as it is given."""
    return Register(replace(register.record, ties={**register.record.ties, tie.id: tie}))


def only(register: Register, *ids: str) -> Register:
    """The record with these ties alone, and the places that they need."""
    record = register.record
    ties = {name: record.ties[name] for name in ids}
    needed = {place for tie in ties.values() for place in (tie.us, tie.ru)}
    points = {name: point for name, point in record.talking_points.items() if point.place in {None, *needed}}
    kept: Record = replace(
        record,
        ties=ties,
        places={name: place for name, place in record.places.items() if name in needed},
        talking_points={name: replace(point, answers=()) for name, point in points.items()},
    )
    return Register(kept)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def small(register: Register, *ids: str, address: str = "") -> Site:
    """A site of some ties alone."""
    return Site(only(register, *(ids or (TIE,))), address=address)
