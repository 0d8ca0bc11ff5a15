"""Where somebody is who asks for ties: "I'm from Kharkiv. Which cities ended it?". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import any_of
from cogs.lookup.reading.framing import BUT_US, POINTS_BACK, is_where_the_asker_is
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import of_all_languages, said_for, said_in_all, words_in_all
from cogs.lookup.steps import Steps
from db.record.models import Country
from db.record.text import clean, norms

_OF_TIES = frozenset({Intent.LIST, Intent.COUNT})
# All of a clause, or of a sentence, in which somebody says where they are or why they ask; what asks for several ties.
_OF_ASKER = any_of(f"^{said}$" for said in of_all_languages("purposes", "place_of_asker"))
_OF_SEVERAL = said_in_all("purposes", "asks_for_several")
# Without one of these nobody tells of themselves.
_MAY_TELL = LATE.compile(
    r"\b(?:asking|wondering|curious|ask|wonder|resident|native|local|voter|taxpayer|live|living|based"
    r"|(?:m|am|re|come) from|born|питаю|запитую|цікавл?\w+|живу|живемо|мешка\w+|родом"
    r"|(?:я|ми|мы|сама?|самі) (?:з|із|зі|из|с)|спрашиваю|спросила?|интересно|интересуюсь|живём|живем)\b",
    re.IGNORECASE,
)
_WHY_ASKED = LATE.compile(
    r"^\W*(?:(?:just|only|im|i'm|i am) )?(?:asking|wondering|curious) (?:bc|because|cause|cuz|cos|since|as|coz)\b"
    r"|^\W*(?:питаю|запитую) (?:бо|тому що|оскільки)\b"
    r"|^\W*(?:спрашиваю|интересуюсь) (?:потому что|так как|поскольку)\b",
    re.IGNORECASE,
)
# What a word means, or how two differ, is asked of no place.
_OF_WORDS = LATE.compile(
    r"\b(?:differ\w*|means?|meaning|same as|versus|vs|що таке|означа\w+|різниц\w+|відрізня\w+|что такое|значит"
    r"|разниц\w+|отлича\w+)\b",
    re.IGNORECASE,
)
_REFERS = words_in_all("clauses", "refers")
_FEWEST = 4
# Partners of the place where somebody is: "I'm from Irpin. Which American cities are our partners".
_OF_OURS = said_for("questions", "place_of_asker", "of_ours")
# What somebody in Ukraine asks of an American place, and not of their own.
OF_RUSSIA = said_for("questions", "place_of_asker", "of_russia")
_CLAUSES = LATE.compile(r"[^.?!;:\n—–()]+|[^.?!;:\n—–()]*$")
_COMMA = LATE.compile(r",\s|\s-\s")
_LONGEST = 16
# No such clause has more characters; it begins behind one of the last commas of its sentence. Of a text that tells so
# over and over, so many are looked at.
_LONGEST_WRITTEN, _LAST_COMMAS, _MOST_TOLD = 300, 8, 4


def without_the_asker_steps(text: str) -> Steps[str]:
    """A text that asks for several ties, without the sentence or the last clause in which somebody says where they live
    or why they ask: "the rest of Iowa? Council Bluffs resident here"; the text itself where there is none. Step by
    step: what is left of a long one is read anew for each of them.
    """
    if _MAY_TELL.search(text) is None or not _OF_ASKER.may_be_in(" ".join(norms(clean(text)))):
        return text
    for begins, end in islice(_told_of_asker(text), _MOST_TOLD):
        before = text[:begins].rstrip(",-–— ")
        mark = "." if before and before[-1].isalnum() else ""
        rest = f"{before}{mark} {text[end:].lstrip('.; ')}".strip()
        joined = _joined(rest)
        if POINTS_BACK.search(joined) or BUT_US.search(rest) or _OF_OURS.search(joined):
            # "I'm based in the South. Which were suspended here", "who else besides us": of that it is asked.
            return text
        # "How does a friendship city differ? Asking because Dallas uses that word": of words it is asked by itself.
        why = _WHY_ASKED.search(text[begins:end]) is not None and _is_whole(rest)
        if why or _OF_SEVERAL.search(joined):
            return rest
        yield
    return text


def _told_of_asker(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences, or the last clauses of some, begin and end in which somebody tells of themselves."""
    for said in _CLAUSES.finditer(text):
        start, end = said.span()
        commas = [start + comma.end() for comma in _COMMA.finditer(said.group())]
        for begins in (start, *commas[-_LAST_COMMAS:]):
            joined = _joined(text[begins:end]) if end - begins <= _LONGEST_WRITTEN else ""
            if 0 < len(joined.split()) <= _LONGEST and _OF_ASKER.search(joined) is not None:
                yield begins, end


def _is_whole(text: str) -> bool:
    """Whether text asks what words mean, and refers to nothing."""
    norms = _joined(text).split()
    asks = text.endswith("?") and len(norms) >= _FEWEST and _OF_WORDS.search(text) is not None
    return asks and _REFERS.isdisjoint(norms)


def _joined(text: str) -> str:
    return " ".join(norms(clean(text)))


def without_place_of_asker(question: Question) -> Question:
    """A question that asks for ties by how they stand, or of another place's tie with Russia, without the place where
    only the asker is: one in Ukraine, or one of the state that is asked about.
    """
    lists = question.standings and question.mentions and (question.intents & _OF_TIES or question.all_states)
    if not (lists or _asks_of_russia(question)):
        return question
    left = tuple(
        named
        for named in question.mentions
        if named.places
        or not any(place.country is Country.UA or place.state in question.states for place in named.others)
        or not is_where_the_asker_is(question.words, named.start, question.joined)
    )
    abroad = tuple(
        each
        for each in question.abroad
        if not (question.mentions and is_where_the_asker_is(question.words, each.start, question.joined))
    )
    if (len(left), len(abroad)) == (len(question.mentions), len(question.abroad)):
        return question
    return replace(question, mentions=left, abroad=abroad)


def _asks_of_russia(question: Question) -> bool:
    """Whether something else is named than one place, and what is asked is of Russia or of a place there."""
    if len(question.mentions) + len(question.abroad) == 1:
        return False
    russian = any(Country.RU in mention.countries for mention in question.mentions)
    return russian or OF_RUSSIA.search(question.joined) is not None
