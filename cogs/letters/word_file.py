"""A letter as a Word file. Pure."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph

from cogs.letters.compose import Letter
from cogs.letters.writer import language_of

# How Word names languages: with a country.
_LOCALES = {"en": "en-US", "uk": "uk-UA", "ru": "ru-RU", "es": "es-ES", "de": "de-DE", "fr": "fr-FR", "pl": "pl-PL"}
# Between the closing and the name, to be signed by hand.
_ROOM_TO_SIGN = Pt(44)
# What the library's own template brings along, and is nothing of the letter's.
_NOT_OURS = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.NUMBERING,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_STYLES = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList"})
_DEFAULTS = qn("w:docDefaults")


def make(letter: Letter) -> bytes:
    """The Word file of a letter, with its day, and with the language of each part."""
    document = docx.Document(io.BytesIO(_blank()))
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1.1)
    section.top_margin = section.bottom_margin = Inches(1)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Georgia", Pt(11)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = letter.subject, "", "", letter.language
    about.created = about.modified = datetime.strptime(letter.date, "%B %d, %Y").replace(tzinfo=UTC)
    _default_language(document, letter.language)
    _spaced(document.add_paragraph(letter.date))
    if letter.addressee:
        _spaced(document.add_paragraph("\n".join(letter.addressee)))
    heading = _spaced(document.add_paragraph())
    heading.add_run(letter.heading).bold = True
    for paragraph, is_closing in letter.printed:
        written = _spaced(document.add_paragraph(paragraph))
        _in_language(written, language_of(paragraph) or letter.language, letter)
        if is_closing:
            written.paragraph_format.space_after, written.paragraph_format.keep_with_next = _ROOM_TO_SIGN, True
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def _blank() -> bytes:
    """The library's template without what no letter uses: it is read for each letter, and most of it is styles."""
    document = docx.Document()
    _clear(document)
    styles = document.styles.element
    for style in [child for child in styles if child.get(qn("w:styleId")) not in _STYLES and child.tag != _DEFAULTS]:
        styles.remove(style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _clear(document: Document) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype in _NOT_OURS]:
            del rels[name]


def _default_language(document: Document, language: str) -> None:
    """What Word checks the spelling by, unless a part says otherwise."""
    found = document.styles.element.find(f".//{qn('w:lang')}")
    if found is not None:
        found.set(qn("w:val"), _LOCALES.get(language, language))


def _in_language(paragraph: Paragraph, language: str, letter: Letter) -> None:
    """Mark a paragraph that is in another language than the letter."""
    if language == letter.language:
        return
    for run in paragraph.runs:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), _LOCALES.get(language, language))
        run._element.get_or_add_rPr().append(mark)


def _spaced(paragraph: Paragraph) -> Paragraph:
    layout = paragraph.paragraph_format
    layout.space_after, layout.line_spacing, layout.widow_control = Pt(10), 1.15, True
    return paragraph
