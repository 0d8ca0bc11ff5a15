"""Our own words about a letter, where a statement or a letter to the paper is written. Pure.

What stands in quotation marks is the writer's, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cogs.letters.forms_of_letter import LetterForm
from db.record.fact_tables import complete

_QUOTED = re.compile(r"(“[^”]*”|`[^`]*`|\(<[^>]*>\))")
# Whole sentences first, then the word alone.
_IN_PUBLIC = r"(?:A letter|a letter) (?:to an office )?may become public"
_WORDS: Mapping[LetterForm, Sequence[tuple[str, str]]] = complete(
    LetterForm,
    {
        LetterForm.LETTER: (),
        LetterForm.STATEMENT: (
            (r"Letters to an office can become public\. I send nothing", "What is said there is public. I say nothing"),
            (rf"(?<=[.!?] ){_IN_PUBLIC}|^{_IN_PUBLIC}", "What is said at a meeting is public"),
            (_IN_PUBLIC, "what is said at a meeting is public"),
            (r"\bletters (?:to an office )?may (?:become|be) public", "what is said at a meeting is public"),
            (r"Copy the text, and paste it into your own e-mail\.", "Copy the text, and read it aloud once."),
            (
                r"Open it in your mail program, put in the address of the office, read it again, and send it\.",
                "To hand it in: open it in your mail program, put in the address of the clerk, and send it.",
            ),
            ("Ready to print or to attach", "Ready to print, and to read from"),
            (r"nobody reads it before you send it yourself", "nobody hears it before you read it out"),
            (r"[Bb]efore you send (?:it|anything)", "before you speak"),
            (r"\*\*before you speak", "**Before you speak"),
            (r"send it from your own device", "write it on your own device"),
            (r"goes to the office word for word", "is read out word for word"),
            (r"Whoever opens this letter", "Whoever hears this"),
            (r"Offices seldom open links", "Nobody who listens can open a link"),
            (r"No name stands under the letter;", "The statement gives no name;"),
            (r"a name stands under the letter", "the statement gives a name"),
            (r"would stand under the letter as a name", "would be said as your name"),
            (
                r"An e-mail shows your address and name, so paper or the city's own form may be safer",
                "At a meeting you are seen, and many ask speakers for a name; somebody else can read it for you",
            ),
            (r"A letter in your own words counts for more", "Your own words count for more"),
            (r"The letter says that you write from Ukraine", "The statement says that you live in Ukraine"),
            (
                r"The letter says that you write from another country",
                "The statement says that you live outside the United States",
            ),
            (r"a stranger's letter", "a stranger's word"),
            (r"could be anybody's letter", "could be anybody's words"),
            (r"This letter goes to", "This statement is for"),
            (r"That has no place in a letter to an office", "That has no place in a statement"),
            (r"PDF's letters", "PDF's characters"),
            (r"\b([Tt]he|[Tt]his|[Yy]our|[Aa]|no|whole) letter\b(?! (?:to the|of thanks))", r"\1 statement"),
        ),
        LetterForm.EDITOR: (
            (r"Letters to an office can become public", "What a paper prints is public"),
            (rf"(?<=[.!?] ){_IN_PUBLIC}|^{_IN_PUBLIC}", "What a paper prints is public"),
            (_IN_PUBLIC, "what a paper prints is public"),
            (r"\bletters (?:to an office )?may (?:become|be) public", "what a paper prints is public"),
            (r"the address of the office", "the address of the paper"),
            (r"Offices seldom open links", "Papers seldom print links"),
            (r"goes to the office word for word", "goes to the paper word for word"),
            (r"would speak to the office", "would speak to the paper's readers"),
            (r"so paper or the city's own form may be safer", "and papers ask for both"),
            (r"This letter goes to", "This letter speaks of"),
            (r"a letter to an office, whoever it is", "a letter to a paper, whoever it is"),
        ),
    },
)


def in_form(text: str, form: str) -> str:
    """A text of ours about a letter, in the words that fit what is written."""
    turns = _WORDS[LetterForm(form)]
    if not turns:
        return text
    return "".join(piece if _QUOTED.fullmatch(piece) else _turned(piece, turns) for piece in _QUOTED.split(text))


def _turned(text: str, turns: Sequence[tuple[str, str]]) -> str:
    for wanted, said in turns:
        text = re.sub(wanted, said, text)
    return text
