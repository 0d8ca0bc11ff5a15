"""What a text claims, without who tells it and what is asked about it: "my uncle swears …, is that so?". Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup.claims.claimed_numbers import NUMBER_WORDS
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import any_of
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.framing import framings
from cogs.lookup.reading.intents import INTENTS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import of_all_languages, said_for, words_in_all
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, normalise, tokens
from db.record.values import value

_TELLS = words_in_all("claims", "tells")
_ASKS = words_in_all("claims", "asks_else")
_TOLD = frozenset({"told", "tell", "tells", "convinced", "asked"})
# What begins with these asks, or bids.
_BEGINS_ASKING = frozenset(map(normalise, """
    is are was were did does do has have had can could should any tell show list give чи ли що что покажи дай скажи
    розкажи расскажи
""".split()))  # fmt: skip
_BIDS = frozenset(map(normalise, """
    show list give name покажи покажіть покажите перелічи перелічіть перечисли перечислите назви назвіть назови назовите
    дай дайте
""".split()))  # fmt: skip
# What opens a claim, from the first word on.
_OPENS = any_of(f"^{phrase}" for phrase in of_all_languages("claims", "opens"))
_JOINS = words_in_all("claims", "joins")
# A statement that stands in quotation marks; in single ones up to the last, as others in it are apostrophes.
_QUOTED = LATE.compile(r"[“\"«„]([^“”\"«»„]{12,})[”\"»“]|(?<!\w)['‘]([^\n]{12,})['’](?!\w)")
_MARKS = frozenset("“”\"«»„:'‘’")
_FEWEST_QUOTED = 4
# Where a text is divided into what is claimed and what is asked about that; a comma only before words that ask so.
_DIVIDES = LATE.compile(r"(?<=[.!?…])[\"”»'’]?\s+|(?<=[\"”»])\s+|\s+[–—←-]+\s+|\s+\(|,\s+|(?<=\))\s+|;\s+|\?+\s*")
_VOTED = LATE.compile(r"voted|проголосува\w+|голосува\w+|проголосова\w+|голосова\w+")
# Of all or none of them something is said, though no place is named.
_OF_ALL = LATE.compile(
    r"\b(?:no|every|all|not one|not a single) (?:\w+ )?"
    r"(?:cit(?:y|ies)|municipalit(?:y|ies)|communit(?:y|ies)|localit(?:y|ies)|towns?|councils?|mayors?|governors?|states?|ties?)\b"
    r"|\b(?:nobody|no one|никто|нихто)\b"
    r"|\b(?:жод|ни од)\w+ (?:мист|рад|мер|штат|город|совет|губернатор)\w*"
)
_ENDS = LATE.compile(r"[.!?…)←][\"”»'’]?\s*[(←]?\s*$")
# The end of a sentence, or what sets a question apart, behind which it may be asked what to answer.
_SENTENCE = LATE.compile(r"[.!?…;]\s+|\s[–—-]\s+|\n+")
_TO_ANSWER = said_for("questions", "statements", "to_answer")
_AROUND = "(,;–—←- "
_COLON = LATE.compile(r"\s*([^:.!?;\n]{2,70}):\s+")
# So many words at most tell who says something; so many, and so few, ask whether it is so.
_MOST_OF_TELLER, _MOST_OF_ASKING, _FEW = 10, 12, 4


@value
class _Reading:
    """What the words of a question are: those that claim or name something, and those that ask whether it is so."""

    question: Question
    telling: frozenset[str]
    asking: frozenset[str]

    def claims(self, start: int, end: int) -> bool:
        """Whether a part of the text names or claims anything."""
        return any(self._tells(word) for word in self.question.words if start <= word.start < end)

    def _tells(self, word: Token) -> bool:
        if _is_number(word) or word.norm in self.telling:
            return True
        if word.norm in STOP_WORDS or word.norm in self.asking:
            return False
        return word.raw not in self.question.asides

    def asks_else(self, start: int, end: int) -> bool:
        """Whether a part of the text asks who, what or why, and not whether something is so."""
        words = (word for word in self.question.words if start <= word.start < end)
        return any(word.norm in _ASKS and word.norm not in self.asking for word in words)

    def asks(self, start: int, end: int) -> bool:
        """Whether a part of the text asks whether something is so."""
        return any(word.norm in self.asking for word in self.question.words if start <= word.start < end)


def _is_number(word: Token) -> bool:
    return word.norm.isdigit() or word.norm in NUMBER_WORDS


@value
class Statement:
    """What a text claims, as typed; ``told``: it stands in quotation marks or behind who tells it, and asks nothing.

    ``alone``: the text asks for nothing else.
    """

    text: str
    told: bool = False
    alone: bool = True


def may_state(question: Question) -> bool:
    """Whether anything in a text stands in marks, behind a colon, or behind a word of telling, or it is a claim.

    A text that bids to show or list something claims nothing, unless somebody is quoted in it.
    """
    if Intent.LIST in question.intents and question.words[0].norm in _BIDS:
        return not _MARKS.isdisjoint(question.text)
    if Intent.CLAIM in question.intents or not _MARKS.isdisjoint(question.text):
        return True
    return question.has_any_of(_TELLS)


def before_what_to_answer(text: str) -> str:
    """What a text tells that somebody says, before it asks what to answer; empty where it asks no such thing."""
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    if not ends:
        return ""
    asks = " ".join(word.norm for word in tokens(text[ends[-1] :]))
    return text[: ends[-1]].strip() if _TO_ANSWER.search(asks) else ""


def statement_in(question: Question) -> Statement:
    """The words of a text that claim something; all of it, where it asks for something else as well."""
    reading = _read(question)
    quoted, start, end = _quoted(reading)
    if quoted and not (reading.asks_else(0, start) or reading.asks_else(end, len(question.text))):
        return Statement(quoted, _is_told(reading, 0, len(question.text), quoted=True))
    if reading.asks_else(0, len(question.text)):
        return Statement(question.text, alone=False)
    start = _after_teller(reading)
    parts = [*_parts(question.text, start)]
    while len(parts) > 1 and _asks_only(reading, *parts[-1]):
        parts.pop()
    end = parts[-1][1] if parts else len(question.text)
    told = start > 0 and "?" not in question.text[start : end + 1] and _is_told(reading, start, end)
    return Statement(question.text[start:end].strip(_AROUND), told)


def _is_told(reading: _Reading, start: int, end: int, *, quoted: bool = False) -> bool:
    """Whether a part says of places, or of a number of them, how ties stand, and asks for nothing."""
    question = reading.question
    words = [word for word in question.words if start <= word.start < end]
    first = {question.words[0].norm, words[0].norm} if words else set()
    asks = first & _BEGINS_ASKING or (not quoted and question.intents & {Intent.LIST, Intent.COUNT})
    of_others = any(it.others and not it.weak for it in question.mentions)
    named = of_others or _named_at(question) or question.all_states or any(map(_is_number, words))
    named = named or _OF_ALL.search(" ".join(word.norm for word in words)) is not None
    says = any(word.norm in question.claimed or _VOTED.fullmatch(word.norm) for word in words)
    return bool(named and not asks and says)


def _read(question: Question) -> _Reading:
    asking = words_matched(INTENTS[Intent.CLAIM].finditer(question.joined))
    said = frozenset(word for words in question.said.values() for word in words) | question.claimed
    return _Reading(question, said, frozenset(asking) - said)


def _quoted(reading: _Reading) -> tuple[str, int, int]:
    """The statement that stands in quotation marks, where no place is named beside them, and where; empty for none."""
    question = reading.question
    long = (it for it in _QUOTED.finditer(question.text) if len(it.group().split()) >= _FEWEST_QUOTED)
    found = next(long, None)
    if found is None or any(not found.start() <= at < found.end() for at in _named_at(question)):
        return "", 0, 0
    return found[1] or found[2], *found.span()


def _named_at(question: Question) -> list[int]:
    """Where, in letters, places are named that a claim may be of."""
    return [question.words[it.start].start for it in question.mentions if it.places]


def _after_teller(reading: _Reading) -> int:
    """Where, in letters, the words end that tell who says what follows."""
    question = reading.question
    colon = _COLON.match(question.text)
    of_teller = colon and len(colon[1].split()) <= _MOST_OF_TELLER and not reading.claims(0, colon.end(1))
    start = colon.end() if colon and of_teller else 0
    words = [word for word in question.words if word.start >= start]
    first_name = min(_named_at(question), default=len(question.text))
    start = _after_opening(question, start, first_name)
    words = [word for word in words if word.start >= start]
    told = [i for i, word in enumerate(words[:_MOST_OF_TELLER]) if word.norm in _TELLS and word.end < first_name]
    if not told or _bids(words[told[-1] :]):
        return start
    if reading.claims(start, words[told[-1]].start) and not _is_an_office(question, words[0], words[told[-1]]):
        return start
    return _behind(words, told[-1] + 1) or start


def without_opening(joined: str) -> str:
    """Normalised words without those that open a claim: what they ask is whether it is so."""
    found = _OPENS.search(joined)
    return joined[found.end() :] if found else joined


def _after_opening(question: Question, start: int, first_name: int) -> int:
    """Where, in letters, the words end that open a claim: "am I correct in thinking that", "чи можу я написати, що"."""
    words = [word for word in question.words if word.start >= start]
    found = _OPENS.search(" ".join(word.norm for word in words))
    behind = words[len(found.group().split()) :] if found else []
    return behind[0].start if behind and behind[0].start <= first_name else start


def _is_an_office(question: Question, first: Token, tells: Token) -> bool:
    """Whether all from a word to one of telling says that an official told something: "an alderman told us"."""
    begins, i = question.words.index(first), question.words.index(tells)
    found = (
        (match.string[: match.start()].count(" "), len(match.string[: match.end()].split()))
        for match in framings(question.joined)
    )
    return any(start <= begins and i < end for start, end in found)


def _bids(words: Sequence[Token]) -> bool:
    """Whether who tells bids somebody to do something: "Biden told Chicago to suspend it"."""
    return words[0].norm in _TOLD and any(word.norm == "to" for word in words[1:_FEW])


def _behind(words: Sequence[Token], after: int) -> int:
    """Where the first word behind those that join a statement to who tells it begins; 0 for none."""
    while after < len(words) and words[after].norm in _JOINS:
        after += 1
    return words[after].start if after < len(words) else 0


def _parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The parts of a text from a place on, by where they begin and end."""
    begun = start
    for found in _DIVIDES.compiled().finditer(text, start):
        if text[begun : found.start()].strip():
            yield begun, found.start()
            begun = found.end()
    if text[begun:].strip():
        yield begun, len(text)


def _asks_only(reading: _Reading, start: int, end: int) -> bool:
    """Whether a part claims and names nothing, and asks whether something is so, or is but a word or two aside."""
    if reading.claims(start, end):
        return False
    number = len(reading.question.text[start:end].split())
    aside = number <= _FEW and _ENDS.search(reading.question.text[:start]) is not None
    return aside or (number <= _MOST_OF_ASKING and reading.asks(start, end))
