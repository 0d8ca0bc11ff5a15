"""A letter as a Word file. Pure."""

from __future__ import annotations

import io

import docx
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph

from cogs.letters.compose import Letter


def make(letter: Letter) -> bytes:
    """The Word file of a letter."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1.1)
    section.top_margin = section.bottom_margin = Inches(1)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Georgia", Pt(11)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = letter.subject, "", "", letter.language
    _spaced(document.add_paragraph(letter.date))
    _spaced(document.add_paragraph("\n".join(letter.addressee)))
    heading = _spaced(document.add_paragraph())
    heading.add_run(f"Re: {letter.subject}").bold = True
    for paragraph in letter.paragraphs:
        _spaced(document.add_paragraph(paragraph))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _spaced(paragraph: Paragraph) -> Paragraph:
    layout = paragraph.paragraph_format
    layout.space_after, layout.line_spacing, layout.widow_control = Pt(10), 1.15, True
    return paragraph
