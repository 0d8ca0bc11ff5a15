"""Words that a question quotes, or reports without quotation marks, found among what the record has as said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import in_quotes
from cogs.lookup.searching import ENOUGH, MOST_IN_ANSWER, NEARLY_ALL, SAID, any_words, term_of
from db.record.passages import FoundPassage, PassageKind, Term
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, key, normalise, tokens

# So many entries are looked at for words as they stand.
_LOOKED_AT = 12
# One word alone is nobody's.
_FEWEST_WORDS = 2
# Words are compared by so many letters, which most of their forms share: "working" for "work".
_STEM = 4
# What follows the last word of saying, up to where it is asked who it was.
_REPORTED = LATE.compile(
    r".*\b(?:said|says|saying|say|told|claimed|wrote|snapped|quipped|retorted|replied|joked|complained|warned|argued"
    r"|insisted|admitted|declared|bragged|announced|line (?:that|about)|quote (?:that|about)|сказал\w*|говорил\w*"
    r"|заявил\w*|каза\w+|сказав|заявив|писал\w*|писав|мол|мовляв)"
    r"\b,? (?:that |like |something like |що |что )?(?:(?:he|she|they|i|they|він|вона|он|она) )?([^?.!;\n]{8,90})",
    re.IGNORECASE | re.DOTALL,
)
# Where another question begins behind what is reported.
_ASKS_MORE = LATE.compile(
    r",? (?:and |і |и |а )?(?:who|what|why|when|where|how|хто|що|чому|коли|де|кто|почему|когда)\b"
)
# Whom the record calls by name.
_OF_UKRAINE = frozenset({"ukrainian", "president"})
# Who reports words turns them: "I don't work" becomes "he doesn't work".
_NEGATIONS = frozenset("doesnt dont didnt isnt wasnt wont wouldnt cant".split())
_DENIES = _NEGATIONS | frozenset(map(normalise, "not no nobody never не ні нет нікому никому".split()))
# In marks as well, these are nobody's own: "you're not my boss".
_CONTRACTED = frozenset("im youre hes shes were theyre thats ive youve ill youll".split())
# Who said it is asked.
_WHO = LATE.compile(r"\b(?:who|whose|which|a mayor|somebody|someone|хто|чи[йяїе]|кто|чье|який|какой|хтос|якийс)\b")
# The number of a resolution or an order, such as AR 2023-120; no date.
_NUMBERED = LATE.compile(r"((?<![\d-])[A-Za-z]{0,3}\d{2,4}-\d{2,4}(?![\d-]))")


# The same behind what it is of: "Resolution 3077", "резолюция № 70,437"; no year.
_NUMBER_OF = LATE.compile(
    r"\b(?:resolution|order|ordinance|резолюц\w*|указ\w*|розпорядженн\w*|распоряжени\w*|постанов\w*)\s+"
    r"(?:(?:no\.?|number|номер|№|#)\s*)?(?!(?:19|20)\d\d\b(?![,.]))(\d{2,6}(?:[,.]\d{3})?)\b",
    re.IGNORECASE,
)


def number_of_a_document(question: Question) -> str:
    """The number of a resolution or an order that a question names; empty for none."""
    found = _NUMBERED.search(question.text) or _NUMBER_OF.search(question.text)
    return found[1] if found else ""


def quoted(question: Question, register: Register) -> tuple[list[FoundPassage], str]:
    """What holds all of the words that a question has in quotation marks, or a resolution's number; and those words."""
    inside, number = in_quotes(question), number_of_a_document(question)
    text = inside or number
    terms = any_words([word for word in tokens(text) if word.norm not in _CONTRACTED]) if text else ()
    if not terms or (len(terms) < _FEWEST_WORDS and text != number):
        return [], ""
    held = register.find_passages(terms, _LOOKED_AT, kinds=SAID, by_name=False)
    found = [passage for passage in held if passage.share >= NEARLY_ALL]
    return (word_for_word(found, text, register) or found)[:MOST_IN_ANSWER], text


def word_for_word(found: Iterable[FoundPassage], text: str, register: Register) -> list[FoundPassage]:
    """Those of what was found in which some words stand as they are, one behind the other; of people's own words alone,
    where they stand in any. Empty for fewer words than say anything, or where none has them.
    """
    sought = f" {key(text)} "
    if len(sought.split()) < _FEWEST_WORDS:
        return []
    points, ties = register.record.talking_points, register.record.ties
    own = [it for it in found if it.id in points and sought in f" {key(points[it.id].quote or '')} "]
    if own:
        return own
    acts = {act.id: act for name in {it.about or "" for it in found} if name in ties for act in ties[name].acts}
    return [it for it in found if it.id in acts and sought in f" {key(f'{acts[it.id].said} {acts[it.id].summary}')} "]


def reported(question: Question, register: Register) -> list[FoundPassage]:
    """What somebody said in words that a question reports without quotation marks: "a mayor said he doesn't work for
    Zelensky, who was that"; empty where it asks for no speaker."""
    if question.mentions or _WHO.search(question.joined) is None:
        return []
    found = _REPORTED.match(question.text)
    said = tokens(_ASKS_MORE.compiled().split(found[1])[0]) if found else []
    names = {word for speaker in question.speakers for name in speaker.names for word in name.split()}
    no_words = STOP_WORDS | _NEGATIONS | names
    words = [word for word in said if word.norm not in no_words]
    named: Iterable[Term] = ((key(speaker.name).split()[-1],) for speaker in question.speakers)
    if {word.norm for word in said} >= _OF_UKRAINE:
        named = chain(named, (("zelenskyy",),))
    known = (
        [it for word in words if (it := term_of(word))] if any(word.cyrillic for word in words) else any_words(words)
    )
    terms = tuple(dict.fromkeys([*known, *named])) if words else ()
    several = len(terms) >= _FEWEST_WORDS
    held = register.find_passages(terms, MOST_IN_ANSWER, kinds=(PassageKind.POINT,), by_name=False) if several else []
    sure = [passage for passage in held if passage.share >= ENOUGH and _is_quoted_so(passage, terms, register)]
    return sure or [*_against_those_named(question, said, register)]


def _against_those_named(question: Question, said: Sequence[Token], register: Register) -> Iterator[FoundPassage]:
    """What others said of the people whom a sentence names that denies something: they did not say it themselves."""
    words = {word.norm for word in said}
    named = [speaker for speaker in question.speakers if words & speaker.surnames and words & _DENIES]
    surnames = {key(speaker.name).split()[-1] for speaker in named}
    for point in register.record.points_in_use if named else ():
        by_them = any(point.speaker == speaker.name for speaker in named)
        if not by_them and surnames & set(key(point.quote or "").split()):
            yield FoundPassage(PassageKind.POINT, point.id, point.place, 1.0)


def _is_quoted_so(passage: FoundPassage, terms: Sequence[Term], register: Register) -> bool:
    """Whether most of some words, in whatever form, stand in what somebody said word for word, and not in what it was
    about.
    """
    words = key(register.record.talking_points[passage.id].quote or "").split()
    stems = {word[:_STEM] for word in words}
    return sum(any(word[:_STEM] in stems for word in term) for term in terms) >= ENOUGH * len(terms)
