"""On whose act or word the ties are to rest that a question asks for: "only a club says so", "not city hall". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.denials import ruled_out
from cogs.lookup.reading.intents import DECIDERS
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all, words_in_all
from db.record.authorities import Authority

# Those whose word is the city's own.
_OF_CITY = (Authority.COUNCIL, Authority.MAYOR, Authority.STATE, Authority.CITY_PAGE)
_CITY = said_in_all("deciders", "city")
# Behind a decider: that it has said nothing.
_IS_SILENT = LATE.compile(
    r" (?:itself |themselves |сам\w* )?(?:hasnt|havent|hadnt|didnt|never|has not|have not|did not|said nothing|stayed"
    r"|не (?:сказа|говор|каза|вислов|высказ|озва|отзыв)|мовч|молч)"
)
_MARKS = words_in_all("deciders", "marks")
_BEFORE, _BEHIND = 5, 5
# Whom who asks belongs to said nothing: "my group can only do ten letters".
_OF_ASKER = LATE.compile(r"\b(?:my|our|наш|мои|моя|мо|мии) (?:\w+ )?$")
_OF_ASKER_LENGTH = 60


def whose_word(question: Question) -> tuple[Authority, ...]:
    """Whose act or word is asked for, or that of all but those ruled out; none where none is spoken of so."""
    wanted: set[Authority] = set()
    out: set[Authority] = set()
    for who, match in _named(question):
        if ruled_out(question.joined, match) or _IS_SILENT.match(question.joined, match.end()):
            out.update(who)
        elif _is_marked(match):
            wanted.update(who)
    asked = wanted or ({*Authority} if out else set())
    return tuple(authority for authority in Authority if authority in asked - out)


def speaks_of_several(question: Question) -> bool:
    """Whether several deciders are spoken of, of whom none is ruled out: "was it the council or the mayor"."""
    named = {who for who, match in _named(question) if not ruled_out(question.joined, match)}
    return len(named) > 1 and len(named) == len({who for who, _ in _named(question)})


def words_of_whose(question: Question) -> frozenset[str]:
    """The normalised words by which it is asked whose word counts."""
    named = (match.group().split() for _, match in _named(question))
    return _MARKS.union(*named) if whose_word(question) else frozenset()


def words_of_deciders(joined: str, authorities: Iterable[Authority]) -> frozenset[str]:
    """The normalised words by which some deciders are named."""
    found = (match for it in authorities if it in DECIDERS for match in DECIDERS[it].finditer(joined))
    return words_matched(found)


def _named(question: Question) -> Iterator[tuple[tuple[Authority, ...], re.Match[str]]]:
    for authority, words in DECIDERS.items():
        found = (it for it in words.finditer(question.joined) if not _is_of_asker(it))
        yield from (((authority,), match) for match in found)
    # In Russian "of the mayor" and "city hall" end alike.
    mayors = {match.span() for match in DECIDERS[Authority.MAYOR].finditer(question.joined)}
    # "City hall's own paperwork" is a page or a paper, and nobody's word.
    papers = [match.span() for match in DECIDERS[Authority.CITY_PAGE].finditer(question.joined)]
    for match in _CITY.finditer(question.joined):
        if match.span() not in mayors and not any(start <= match.start() < end for start, end in papers):
            yield _OF_CITY, match


def _is_of_asker(match: re.Match[str]) -> bool:
    begins = max(0, match.start() - _OF_ASKER_LENGTH)
    return _OF_ASKER.search(match.string, begins, match.start()) is not None


def _is_marked(match: re.Match[str]) -> bool:
    """Whether a word near a decider says that its act or word is meant: "a real council behind it"."""
    before = match.string[: match.start()].rsplit(maxsplit=_BEFORE)[-_BEFORE:]
    behind = match.string[match.end() :].split(maxsplit=_BEHIND)[:_BEHIND]
    return not _MARKS.isdisjoint([*before, *behind, *match.group().split()])
