"""Letter templates: a small header and a body of text, ``{{ name }}`` and ``{% if name %}``. Pure.

Jinja2 reads the bodies (``template_bodies``), and is loaded with the first of them. Values are put in after the text
around them was tidied: what a writer typed is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from cogs.kit.sanitize import sanitize
from cogs.letters.forms_of_letter import LetterForm
from cogs.letters.requests import Request, requests_for
from cogs.letters.template_fields import NAMES, TemplateFault
from cogs.wording.english import series
from db.record.standings import Standing
from db.record.values import value

FOLDER = Path(__file__).resolve().parents[2] / "data" / "letters"
MOST_CHARACTERS = 8000
LONGEST_TITLE = 60
NO_TIE = "none"

_HEADER = ("title", "asks", "standings", "language")
# A template without it is for a letter.
_FORM = "form"
_RULE = re.compile(r"-{3,}\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MARK = re.compile("\ufdd0(\\d+)\ufdd1")
_STOPS = (".", "!", "?", "…", ".”", "!”", "?”")
_STRAY = re.compile(
    r"\(\s*\)|“\s*”|\s[.,;:!?](?=\s|$)|[,;:]\s*[.,;:]|(?<!\.)\.\.(?!\.)|^[.,;:]|\{\{|\}\}|\{%|%\}|  ",
    re.MULTILINE,
)
_SENTENCE_START = re.compile(r"(?<=[.!?…])\s+|\n")


class TemplateError(Exception):
    """A template that cannot be used; ``faults`` names each line and what is wrong with it."""

    def __init__(self, faults: Sequence[TemplateFault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


@value
class Template:
    """A checked template. ``standings`` holds None where it is for a place without a tie."""

    key: str
    title: str
    requests: tuple[Request, ...]
    standings: tuple[Standing | None, ...]
    language: str
    body: str
    form: LetterForm = LetterForm.LETTER

    def fits(self, ask: Request, standing: Standing | None, form: str = LetterForm.LETTER) -> bool:
        """Whether this template is for this ask, standing and form."""
        return ask in self.requests and standing in self.standings and form == self.form


@lru_cache(maxsize=256)
def parse(text: str, key: str) -> Template:
    """Read a template file's text; one read before is remembered. Raises TemplateError with every fault found."""
    if len(text) > MOST_CHARACTERS:
        raise TemplateError([TemplateFault(0, f"longer than {MOST_CHARACTERS} characters; a letter is about a page")])
    lines = sanitize(text).split("\n")
    end = next((number for number, line in enumerate(lines) if _RULE.fullmatch(line)), None)
    if end is None:
        raise TemplateError([TemplateFault(1, "the header must end with a line of three hyphens: ---")])
    from cogs.letters.template_bodies import body_faults

    faults: list[TemplateFault] = []
    header = _read_header(lines[:end], faults)
    body = "\n".join(lines[end + 1 :]).strip("\n")
    skipped = end + 1 + next((i for i, line in enumerate(lines[end + 1 :]) if line.strip()), 0)
    faults += [TemplateFault(fault.line + skipped, fault.message) for fault in body_faults(body)]
    requests, standings = _read_use(header, faults)
    if faults:
        raise TemplateError(sorted(faults, key=lambda fault: fault.line))
    form = LetterForm(header.get(_FORM, (0, LetterForm.LETTER))[1])
    return Template(key, header["title"][1], requests, standings, header["language"][1], body, form)


def decode(data: bytes) -> str:
    """The text of an uploaded file. Raises TemplateError for a file that is too large or not UTF-8."""
    if len(data) > 4 * MOST_CHARACTERS:
        raise TemplateError(
            [TemplateFault(0, f"larger than {4 * MOST_CHARACTERS // 1000} KB; a letter is about a page")]
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TemplateError([TemplateFault(line, "not UTF-8 text; save the file as plain text in UTF-8")]) from None


def load(folder: Path = FOLDER) -> tuple[Template, ...]:
    """The shipped templates, by file name. Raises TemplateError, each fault with its file, for any that is faulty."""
    found: list[Template] = []
    faults: list[TemplateFault] = []
    for file in sorted(folder.glob("*.txt")):
        try:
            found.append(parse(decode(file.read_bytes()), file.stem))
        except TemplateError as error:
            faults += [TemplateFault(0, f"{file.name}: {fault}") for fault in error.faults]
    if faults:
        raise TemplateError(faults)
    return tuple(found)


def render(template: Template, values: Mapping[str, str], *, resident: bool, voice: Callable[[str], str] = str) -> str:
    """The letter's text: paragraphs with a blank line between, no stray space, and each value as it is.

    ``values`` holds every name of ``NAMES``; an empty one leaves no line, no space and no doubled stop behind.
    ``voice`` turns the template's own words, and none of the values.
    """
    from cogs.letters.template_bodies import compiled

    ordered = [values[name] for name in NAMES]
    marks = {name: f"\ufdd0{i}\ufdd1" if values[name] else "" for i, name in enumerate(NAMES)}
    text = voice(compiled(template.body).render({**marks, "resident": resident}))
    paragraphs = (_tidy(paragraph) for paragraph in re.split(r"\n[ \t]*\n", text))
    return "\n\n".join(_filled(paragraph, ordered) for paragraph in paragraphs if paragraph)


def strays(text: str) -> str:
    """The words before a blank, placeholder, doubled stop or stray space of a template; empty if there is none."""
    found = _STRAY.search(text)
    if found is None:
        return ""
    sentence = _SENTENCE_START.split(text[: found.start()])[-1] + found.group()
    return " ".join(sentence.split())


def _tidy(paragraph: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in paragraph.split("\n"))
    return "\n".join(line for line in lines if line)


def _filled(paragraph: str, values: Sequence[str]) -> str:
    """A paragraph with its values; a stop of the template goes where the value already ends with one."""
    pieces = _MARK.split(paragraph)
    out = pieces[0]
    for number, after in zip(pieces[1::2], pieces[2::2], strict=True):
        value = values[int(number)]
        out += value + (after[1:] if after.startswith(".") and value.endswith(_STOPS) else after)
    return out


def _read_header(lines: Sequence[str], faults: list[TemplateFault]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines, 1):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not line.strip():
            continue
        if not colon or name.lower() not in (*_HEADER, _FORM):
            faults.append(
                TemplateFault(
                    number, f"not a line of the header; it has {series((*_HEADER, _FORM))}, each with a colon"
                )
            )
            continue
        found[name.lower()] = (number, value)
    faults += [TemplateFault(1, f"the header lacks “{name}:”") for name in _HEADER if not found.get(name, (0, ""))[1]]
    title = found.get("title", (1, ""))
    if len(title[1]) > LONGEST_TITLE:
        faults.append(TemplateFault(title[0], f"the title is longer than {LONGEST_TITLE} characters"))
    form = found.get(_FORM)
    if form is not None and form[1] not in [*LetterForm]:
        faults.append(TemplateFault(form[0], f"“{form[1]}” is unknown in form; known are {series(LetterForm)}"))
    language = found.get("language", (1, ""))
    if language[1] and not _LANGUAGE.fullmatch(language[1]):
        faults.append(TemplateFault(language[0], f"“{language[1]}” is not a language code such as en or uk"))
    return found


def _read_use(
    header: Mapping[str, tuple[int, str]], faults: list[TemplateFault]
) -> tuple[tuple[Request, ...], tuple[Standing | None, ...]]:
    """The asks and standings of the header; each ask must fit one of the standings, and each standing one ask."""
    names = {str(standing): standing for standing in Standing}
    requests = [Request(word) for word in _words(header, "asks", [*Request], faults)]
    named = _words(header, "standings", [*names, NO_TIE], faults)
    standings = [names.get(word) for word in named]
    unfit = [ask for ask in requests if not any(ask in requests_for(standing) for standing in standings)]
    if named and unfit:
        line = header["asks"][0]
        faults.append(TemplateFault(line, f"“{unfit[0]}” fits none of the standings named"))
    unasked = [word for word in named if not any(ask in requests_for(names.get(word)) for ask in requests)]
    if requests and unasked:
        line = header["standings"][0]
        faults.append(TemplateFault(line, f"none of the asks named fits “{unasked[0]}”"))
    return tuple(requests), tuple(standings)


def _words(
    header: Mapping[str, tuple[int, str]], name: str, known: Sequence[str], faults: list[TemplateFault]
) -> list[str]:
    line, value = header.get(name, (1, ""))
    words = [word.strip().lower() for word in value.split(",") if word.strip()]
    faults += [
        TemplateFault(line, f"“{word}” is unknown in {name}; known are {series(known)}")
        for word in words
        if word not in known
    ]
    return [word for word in words if word in known]
