"""The states in a text, by their names and by postal codes that are no small words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.record.gazetteer import Gazetteer, Match
from db.record.mentions import StateMention
from db.record.models import Place, UsState
from db.record.negation import is_negated
from db.record.ordinary_words import is_ordinary
from db.record.text import Token
from db.record.values import value

# Postal codes that are also small words: in lower case they are states only where nothing else makes sense.
_SMALL_WORDS = frozenset("or in me ok hi la oh ma pa id de co al as so mo md ne ct ar va ga mi mt".split())
# Before these words "or" is no Oregon: "Portland or something like that", "Rochester, or does it have to".
_OR_ELSE = frozenset(
    (
        "something somewhere someplace anything another other whatever else some any what maybe does do did is are was "
        "were has have had should would could can will must just not only if when whether it they that this he she"
    ).split()
)
_NEVER_ALONE = frozenset("me ok hi so as".split())
_COMPARING = frozenset({"vs", "versus", "v", "and", "than", "против"})
_STROKES = frozenset({"/", "|", "+"})
_CONNECTIVES = _NEVER_ALONE | {"or", "oh", "in", "id"}
TIE_NOUNS = frozenset("ties cities towns ones list partnerships twins sister russian".split())


@value
class SaidState:
    """Where a text says a state, and its postal code."""

    start: int
    end: int
    code: str


def named_states(matches: Sequence[Match]) -> Iterator[SaidState]:
    """The states that are said by their names."""
    for match in matches:
        for item in match.named:
            if isinstance(item, UsState):
                yield SaidState(match.start, match.end, item.code)


def state_mention(said: SaidState, words: Sequence[Token]) -> StateMention:
    """A state with what stands before it."""
    start = said.start
    within = start > 0 and words[start - 1].norm in {"in", "from", "across", "в", "у"}
    return StateMention(start, said.end, said.code, is_negated(words, start), within)


def coded_states(
    words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer, text: str
) -> Iterator[SaidState]:
    """The states that are said by postal codes and abbreviations."""
    coded = [
        (i, code)
        for i, word in enumerate(words)
        # MT is Montana, and as a word of a name a mount.
        if (code := gazetteer.short_state(word.norm) or gazetteer.short_state(word.raw.casefold()))
    ]
    if not coded:
        return
    covered = {i for match in matches for i in range(match.start, match.end)}
    ending = {match.end: match for match in matches}
    # "Anacortes, La Conner": the first word of a longer name is no code.
    begins = {match.start for match in matches if match.end > match.start + 1}
    reader = _Codes(words, matches, text, frozenset(i for i, _ in coded))
    for i, code in coded:
        before = ending.get(i)
        if (i not in covered or before) and i not in begins and reader.means_state(i, code, before):
            yield SaidState(i, i + 1, code)


class _Codes:
    """Tells whether a postal code or abbreviation is meant as a state, or is only a small word."""

    def __init__(
        self, words: Sequence[Token], matches: Sequence[Match], text: str, coded: frozenset[int] = frozenset()
    ) -> None:
        self.words = words
        self.coded = coded
        self.starts = {match.start for match in matches}
        self.text = text
        self.shouting = text.isupper()

    def means_state(self, i: int, code: str, before: Match | None) -> bool:
        """Whether the word at ``i`` means the state ``code``; ``before`` is the name that ends there."""
        word = self.words[i]
        fitting = [item for item in before.named if getattr(item, "state", None) == code] if before else []
        fits = bool(fitting)
        # "County to county or state to state" has no Oregon.
        joins = word.norm in {"or", "in"} and not word.raw.isupper()
        if (self._next(i) in {"state", "штат"} and not joins) or self._alone(word):
            return True
        if self._in_a_run(i) or (word.raw.isupper() and not self.shouting and self._beside_another(i)):
            return True
        if word.raw.isupper() and not self.shouting:
            return fits or word.norm not in _SMALL_WORDS or (before is not None and self._comma(i)) or self._asked_in(i)
        if word.norm not in _SMALL_WORDS and (fits or not is_ordinary(word.norm)):
            return fits or before is not None or self._asked_in(i) or len(word.norm) > 3
        return self._small_word_fits(i, before, fits, any(isinstance(item, Place) for item in fitting))

    def _alone(self, word: Token) -> bool:
        """Whether a code in capitals, or an abbreviation with its full stop, is all that was written."""
        stopped = len(word.raw) > 2 and word.capital and self.text[word.end :].startswith(".")
        return len(self.words) == 1 and (word.raw.isupper() or stopped) and word.norm not in _NEVER_ALONE

    def _in_a_run(self, i: int) -> bool:
        """Whether another code stands beside it and only a stroke between: "wa/or/ca"; of capitals a comma will do."""
        for first, second in ((i, i + 1), (i - 1, i)):
            if not {first, second} <= self.coded:
                continue
            one, other = self.words[first], self.words[second]
            between = self.text[one.end : other.start].strip()
            capitals = one.raw.isupper() and other.raw.isupper() and not self.shouting
            if len(one.raw) == len(other.raw) == 2 and (between in _STROKES or (capitals and between in {",", "&"})):
                return True
        return False

    def _beside_another(self, i: int) -> bool:
        """Whether another code in capitals stands beside it, and is compared with it: "WA vs OR"."""
        for joint, other in ((i + 1, i + 2), (i - 1, i - 2)):
            if 0 <= other < len(self.words) and self.words[joint].norm in _COMPARING:
                raw = self.words[other].raw
                if len(raw) == len(self.words[i].raw) and raw.isupper():
                    return True
        return False

    def _small_word_fits(self, i: int, before: Match | None, fits: bool, tied: bool) -> bool:
        last = i + 1 == len(self.words)
        if before is None:
            return self._asked_in(i) and last and len(self.words) > 1 and self.words[i].norm not in _NEVER_ALONE
        if self.words[i].norm == "or" and self._next(i) in _OR_ELSE:
            return False
        if not fits:
            # "In San Jose, in their own words" has no Indiana.
            joins = self.words[i].norm in _CONNECTIVES and not last and not self._stops(i)
            return self._comma(i) and i + 1 not in self.starts and not joins
        if self.words[i].norm == "in" or (not tied and self.words[i].norm in _CONNECTIVES):
            return last
        return self._comma(i) or i + 1 not in self.starts

    def _next(self, i: int) -> str:
        return self.words[i + 1].norm if i + 1 < len(self.words) else ""

    def _comma(self, i: int) -> bool:
        return i > 0 and "," in self.text[self.words[i - 1].end : self.words[i].start]

    def _stops(self, i: int) -> bool:
        """Whether something other than a blank stands behind a word."""
        return self.text[self.words[i].end : self.words[i + 1].start] != " "

    def _asked_in(self, i: int) -> bool:
        if len(self.words) == 1:
            return True
        before = self.words[i - 1].norm if i else ""
        return before in {"in", "from", "of", "for", "state", "across"} or (i > 0 and self._next(i) in TIE_NOUNS)
