"""People whom a question names and the record has not. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cogs.lookup.people.about_people import TITLES, asks_of_person
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.question import Question
from db.record.people import PUBLIC

_WORD_FROM = phrases(
    "(anything|something|word|words|statements?|comments?|opinion) ..1 (from|by|of); що ..1 про це; мнение"
)
# A person's first name and surname between "did" and what was done.
_FULL_NAME = re.compile(
    r"\b(?:[Dd]id|[Hh]as|[Dd]oes|[Ww]as|[Ii]s) ((?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+) "
    r"(?:say|said|do|done|think|want|support|oppose|weigh|speak|spoken|comment|write|sign|ask|call|vote|mention)"
)
_WHO_IS = re.compile(
    r"\b(?:who is|who's|whos|who was|кто так\w+|хто так\w+|хто це|кто это) ([A-ZА-ЯІЇЄҐ][\w’'-]+ [A-ZА-ЯІЇЄҐ][\w’'-]+)",
)


def absent_people(question: Question) -> tuple[str, ...]:
    """People in public life, or in an office that is named, whom a question asks about and the record has not."""
    if question.speakers or not (asks_of_person(question) or _WORD_FROM.search(question.joined)):
        return ()
    public = (PUBLIC[word.norm] for word in question.words if word.norm in PUBLIC)
    return tuple(dict.fromkeys((*public, *_titled(question))))


def unknown_person(question: Question) -> str:
    """A name of two words that is asked about and is no place's: "did Eric Adams say anything"; empty for none."""
    found = _FULL_NAME.search(question.text) or _WHO_IS.search(question.text)
    placed = any(named.places and not (found and named.typed in found[1]) for named in question.mentions)
    return " ".join(found[1].split()) if found and not (placed or question.speakers or question.all_states) else ""


def _titled(question: Question) -> Iterator[str]:
    """Names behind a title that fit nothing else: "senator Wicker"."""
    for title, word in zip(question.words, question.words[1:], strict=False):
        if title.norm in TITLES and word.raw in question.unknown and (word.capital or not word.cyrillic):
            yield f"{title.raw} {word.raw}".title()
