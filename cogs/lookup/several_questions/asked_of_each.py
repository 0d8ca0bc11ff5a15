"""What a text asks at its end of each tie of a list: "who is left in Ohio, since when, and how big they are". Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cogs.lookup.model import Answer, Outcome, RowDetail, TieFilter, Trait
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all, words_in_all
from db.record.act_kinds import ACT_KINDS
from db.record.standings import STANDINGS
from db.record.values import value

# What a row tells of itself, by the act behind the standing: who decided, when, by what vote, with whom.
_TOLD = "told"
# Asked of a decision, it is told; of a tie on which none was made, it is the year in which the tie began.
_SINCE = "since"
_ASKED = {asked: said_in_all("of_each", asked) for asked in (*(detail.value for detail in RowDetail), _TOLD, _SINCE)}
_JOINS = words_in_all("of_each", "joins")
_OF_EACH = words_in_all("of_each", "each")
_SIGNS = ",;:.?!–—-+&/("
_SHORTEST_HEAD = 2
_LONGEST = 40


@value
class AskedOfEach:
    """What a text asks for, without what it asks of each of those, and by what words that is asked."""

    head: Question
    asked: tuple[str, ...]


def asked_of_each(question: Question, read: Callable[[str], Question]) -> AskedOfEach | None:
    """What a text asks for, and what of each of those; None where it asks no such thing at its end."""
    if len(question.words) > _LONGEST or Trait.NO_YEAR in question.narrowing.traits:
        # "Of which is it unknown when they began" asks for those of which it is.
        return None
    places = _places(question.joined)
    end, asked = len(question.words), []
    while (before := _before(question, end, places)) is not None:
        end, said = before
        asked.append(said)
    own = {word.norm for word in question.words[:end]}
    claimed = question.claimed - own
    if not asked or end < _SHORTEST_HEAD or any(word.norm in claimed for word in question.words[end:]):
        # "The endings, then the suspensions by date": others are asked for, and nothing of each.
        return None
    head = read(question.text[: question.words[end].start].rstrip("".join(_SIGNS) + " "))
    if head.period and not (head.asks_of_ties or head.mentions or head.states or head.intents):
        # "Back in March 2022, who decided": a time alone is no list of ties.
        return None
    return AskedOfEach(head, tuple(asked[::-1]))


def _places(joined: str) -> Mapping[int, tuple[int, str]]:
    """Where something is asked of each, by the number of the word behind it: that of its first word, and what."""
    found: dict[int, tuple[int, str]] = {}
    for asked, said in _ASKED.items():
        for match in said.finditer(joined):
            first, last = joined.count(" ", 0, match.start()), joined.count(" ", 0, match.end())
            found[last + 1] = min((first, asked), found.get(last + 1, (first, asked)))
    return found


def _before(question: Question, end: int, places: Mapping[int, tuple[int, str]]) -> tuple[int, str] | None:
    """Where what is asked of each begins, and what it is, if it ends at a word and is joined to what stands before."""
    last = end
    while last and last not in places and question.words[last - 1].norm in _OF_EACH:
        last -= 1
    if last not in places:
        return None
    first, asked = places[last]
    begins = first
    while begins and question.words[begins - 1].norm in _JOINS:
        begins -= 1
    between = question.text[question.words[first - 1].end : question.words[first].start] if first else ""
    return (begins, asked) if begins < first or {*_SIGNS} & {*between} else None


def with_details(found: Answer, asked: AskedOfEach) -> Answer | None:
    """A list whose rows tell what is asked of each; None where it is no list."""
    if found.outcome is not Outcome.LIST or found.filter is None or not found.rows:
        return None
    details = [_detail(said, found.filter) for said in asked.asked]
    shown = tuple(dict.fromkeys(detail for detail in details if detail is not None))
    return replace(found, filter=replace(found.filter, details=shown))


def _detail(asked: str, chosen: TieFilter) -> RowDetail | None:
    if asked == _SINCE:
        return None if _is_of_decisions(chosen) else RowDetail.FOUNDED
    return None if asked == _TOLD else RowDetail(asked)


def _is_of_decisions(chosen: TieFilter) -> bool:
    decided = [STANDINGS[standing].decision for standing in chosen.standings]
    return any(ACT_KINDS[kind].decides for kind in chosen.kinds) or (bool(decided) and all(decided))
