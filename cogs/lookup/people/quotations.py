"""Whose words a question tells in its own: what people said, found by the rare words of it, in any language. Pure.

What a quotation is in other words and languages is in ``data/vocabulary/quotations.toml``; it is indexed with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import log

from cogs.lookup.people.sayings import ASKING_WHOSE, REBUT, WHOSE, asks_of_russians
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import in_quotes
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.searching import OF_THE_SUBJECT, term_of
from db.record.passages import FoundPassage, PassageKind, Term, beginning
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, tokens

# So much of what is told must be somebody's, by how rare its words are: of all that was said, and of what was said in
# a place that is named. Who said nearly as much of it may be meant as well.
ENOUGH, ENOUGH_THERE, _NEARLY = 0.5, 0.34, 0.85
# So much of what is told, and it is surely theirs, whatever argument it is.
SURELY = 0.7
# A word that so many said at most tells whose words are meant.
_FEW = 5
_FEWEST_WORDS = 2
_SENTENCES = re.compile(r"[.!?;\n]+")
_MOST_WORDS, _MOST_TOLD = 14, 2
_EVERY = 200
# So much at least, by how rare its words are: two words that several said are nobody's own.
_LEAST = 5.5
# "How many are active, and by whose word": nobody's words are asked for.
_OF_TIES = frozenset({Intent.COUNT, Intent.BY_STATE})
_WHO = said_for("questions", "quotations", "who")
# Words that join others elsewhere, and may be the very ones that were said.
_JOINING = STOP_WORDS - OF_THE_SUBJECT


def whose_words(
    question: Question, register: Register, places: Collection[str] = ()
) -> tuple[list[FoundPassage], tuple[str, ...]]:
    """What a question asks whose words it is, or for the very words of, and the words by which; empty where it does
    not, or nobody said so.

    ``places``: those that are named, of which alone something is looked for. With people named, only what stands in
    quotation marks: what they said themselves is told of them.
    """
    joined = question.joined
    if WHOSE.search(joined) is None or REBUT.search(joined):
        return [], ()
    text, word = in_quotes(question), ""
    if not text and asks_of_russians(question):
        # What others said in such words is none of theirs.
        return [], ()
    if len(text.split()) < _FEWEST_WORDS:
        text, word = "", text
    of_ties = question.narrowing.rests or question.intents & _OF_TIES
    if (question.speakers or of_ties) and not text:
        return ([], ()) if of_ties else _of_somebody_else(question, register)
    # In another language a word is a translation, and no word of theirs.
    if word.isascii() and not places and (found := _spoken_of(tokens(word), register)):
        return found, (word,)
    told = tokens(text) if text else question.words
    named = {i for mention in question.mentions for i in range(mention.start, mention.end)} if places else set()
    left = [word for i, word in enumerate(told) if text or i not in named]
    words = [word for word in left if word.norm not in ASKING_WHOSE]
    found = said_so(words, register, places, ENOUGH_THERE if places else ENOUGH)
    if not (found or text):
        there = _spoken_of_there(words, places, register)
        found = there if places else _in_a_sentence(question, register) or _spoken_of_alone(words, question, register)
    return found, (text,) if text else tuple(_held_by(found, words, register))


def quoted_there(question: Question, register: Register, places: Collection[str]) -> list[FoundPassage]:
    """What somebody said in some places that a question quotes in marks, in whatever language; empty for none."""
    return said_so(tokens(in_quotes(question)), register, places, ENOUGH_THERE)


def _of_somebody_else(question: Question, register: Register) -> tuple[list[FoundPassage], tuple[str, ...]]:
    """What others said of somebody who is named: "who said that he does not work for Zelensky"."""
    if _WHO.search(question.joined) is None:
        return [], ()
    words = [word for word in question.words if word.norm not in ASKING_WHOSE]
    named = {speaker.name for speaker in question.speakers}
    points = register.record.talking_points
    found = [it for it in said_so(words, register) if points[it.id].speaker not in named]
    return found, tuple(_held_by(found, words, register))


def _held_by(found: Sequence[FoundPassage], words: Sequence[Token], register: Register) -> Iterator[str]:
    """Those of some words, as typed, that what was found holds in any form or language."""
    there = {passage.id for passage in found}
    for word in words if there else ():
        term = _sought(word) if word.norm not in STOP_WORDS else None
        kinds = (PassageKind.POINT, PassageKind.ACT)
        if term and any(it.id in there for it in register.find_passages([term], _EVERY, kinds=kinds)):
            yield word.raw


def _in_a_sentence(question: Question, register: Register) -> list[FoundPassage]:
    """What a sentence of a question tells, where it alone asks whose words it is: "I need a line for a grant. Who…"."""
    sentences = [tokens(each) for each in _SENTENCES.split(question.text)]
    asked = (each for each in sentences if WHOSE.search(" ".join(word.norm for word in each)))
    for sentence in asked if len(sentences) > 1 else ():
        words = [word for word in sentence if word.norm not in ASKING_WHOSE]
        if found := said_so(words, register) or _spoken_of_alone(words, question, register):
            return found
    return []


def _spoken_of_alone(words: Sequence[Token], question: Question, register: Register) -> list[FoundPassage]:
    """What was said of the one thing that is asked about, unless that is how ties stand."""
    return [] if question.standings else _spoken_of(words, register)


def _spoken_of(words: Sequence[Token], register: Register) -> list[FoundPassage]:
    """What was said of the one thing that some words name, if few spoke of it, and what was done with it."""
    terms = list(dict.fromkeys(term for word in words if (term := _sought(word))))
    if len(terms) != 1:
        return []
    points = register.find_passages(terms, _FEW + 1, kinds=(PassageKind.POINT,))
    acts = register.find_passages(terms, _FEW + 1, kinds=(PassageKind.ACT,), by_name=False)
    return [*points, *acts][:_FEW] if 0 < len(points) <= _FEW and len(acts) <= _FEW else []


def _spoken_of_there(words: Sequence[Token], places: Collection[str], register: Register) -> list[FoundPassage]:
    """What was said in some places in any of these words that few said, what holds most of them first."""
    terms = list(dict.fromkeys(term for word in words if (term := _sought(word))))[:_MOST_WORDS] if places else []
    held = [register.find_passages([term], _EVERY, kinds=(PassageKind.POINT,)) for term in terms]
    there = Counter(it for found in held if len(found) <= _FEW for it in found if it.about in places)
    return [passage for passage, _ in there.most_common(_MOST_TOLD)]


def of_argument(question: Question, said: Collection[str], register: Register, *, phrased: bool) -> list[FoundPassage]:
    """Whose the argument of a question is, of which the ids of what was ``said`` for it are given: of that what the
    question tells the words of, if it does, else all; or something else that it surely tells the words of.

    ``phrased``: a phrase asks for the argument.
    """
    told, _ = whose_words(question, register)
    if told and not phrased and told[0].id not in said and told[0].share >= SURELY:
        return told
    points = register.record.talking_points
    in_use = [name for name in said if name in points and points[name].retired is None]
    words = [word for word in question.words if word.norm not in ASKING_WHOSE]
    terms = [term for word in words if (term := _sought(word))][:_MOST_WORDS]
    held = {it.id: it for it in register.find_passages(terms, _EVERY, kinds=(PassageKind.POINT,)) if it.id in in_use}
    most = max((passage.share for passage in held.values()), default=0.0)
    there = [passage for passage in held.values() if passage.share >= most]
    return there or [FoundPassage(PassageKind.POINT, name, points[name].place, 1.0) for name in in_use]


def said_so(
    words: Sequence[Token], register: Register, about: Collection[str] = (), enough: float = ENOUGH
) -> list[FoundPassage]:
    """What somebody said that holds most of these words, in whatever form or language, the likest first.

    Two of its words at least, one of which few have. ``about``: what was said in these places alone.
    """
    terms = list(dict.fromkeys(term for word in words if (term := _sought(word))))[:_MOST_WORDS]
    all_said = len(register.record.points_in_use)
    shares: defaultdict[str, list[float]] = defaultdict(list)
    found: dict[str, FoundPassage] = {}
    rare: set[str] = set()
    whole = 0.0
    for term in terms:
        held = register.find_passages([term], _EVERY, kinds=(PassageKind.POINT,))
        weight = log(1 + all_said / max(len(held), 1))
        whole += weight
        for passage in held:
            found[passage.id] = passage
            shares[passage.id].append(weight)
        if len(held) <= _FEW:
            rare |= {passage.id for passage in held}
    there = [name for name in rare if len(shares[name]) >= _FEWEST_WORDS and (not about or found[name].about in about)]
    best = max((sum(shares[name]) for name in there), default=0.0)
    if best < max(enough * whole, _LEAST):
        return []
    there = sorted((name for name in there if sum(shares[name]) >= best * _NEARLY), key=lambda name: -sum(shares[name]))
    return [
        FoundPassage(PassageKind.POINT, name, found[name].about, sum(shares[name]) / whole)
        for name in there[:_MOST_TOLD]
    ]


def _sought(word: Token) -> Term | None:
    """What a word is looked for by; none for what only joins others."""
    if word.norm in _JOINING or len(word.norm) < _FEWEST_WORDS:
        return None
    known = term_of(word) or (word.norm,)
    return (*known, beginning(word.norm)) if word.cyrillic else known
