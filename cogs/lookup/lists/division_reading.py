"""By what a question divides ties into groups, and what it asks of the groups: each, the most, those that share one.

Which division is asked for is told by its noun in ``data/vocabulary/divisions.toml``, and what of its groups by the
words beside it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from cogs.lookup.model import SortBy
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable, any_of
from cogs.lookup.reading.asked_numbers import so_many_asked
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all, said_in_row
from db.record.caching import of_the_last
from db.record.standings import STANDINGS
from db.record.text import normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

# So many words before a noun, and behind it, say what is asked of its groups.
_BEFORE, _BEHIND = 7, 7
# "At least one" asks for no fewest.
_BOUND = LATE.compile(r"\bat (?:least|most)\b")
_MOST_IN_NUMBER = LATE.compile(r"\b(?:largest|biggest|highest|greatest) (?:number|amount|count|total) ?")
_WERE_MADE = said_for("lists", "division_reading", "were_made")
# States are asked for, and not only named.
STATES_ASKED = said_for("lists", "division_reading", "states_asked")
# One state that has them all: "does any state have every category".
_OF_A_STATE = LATE.compile(r"\b(?:states?|штат\w*)\b")
_EVERY_STANDING = said_for("lists", "division_reading", "every_standing")
_ASKED_MADE = said_in_all("lists", "made")


class Division(StrEnum):
    """By what ties are divided; the values are the tables of the vocabulary."""

    STATE = "state"
    US_REGION = "us_region"
    RUSSIAN_REGION = "russian_region"
    RUSSIAN_PLACE = "russian_place"
    AMERICAN_PLACE = "american_place"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    YEAR_MADE = "year_made"
    DECADE = "decade"
    LEVEL = "level"


class Form(StrEnum):
    """What is asked of the groups: each, the largest or smallest, those of several ties, or with every standing."""

    EACH = "each"
    MOST = "most"
    FEWEST = "fewest"
    SAME = "same"
    SO_MANY = "so_many"
    EVERY_STANDING = "every_standing"


@value
class Divided:
    """A division that is asked for, and what of its groups."""

    by: Division
    form: Form


OF_TIME = frozenset({Division.YEAR, Division.MONTH, Division.DAY, Division.YEAR_MADE, Division.DECADE})
OF_YEARS = frozenset({Division.YEAR, Division.YEAR_MADE, Division.DECADE})
_RANKED = frozenset({Form.MOST, Form.FEWEST})
_NOUNS = tuple(it for it in Division if it not in {Division.YEAR_MADE, Division.AMERICAN_PLACE})
# Of one only: "за год", "за рік" counts none.
_ONE_TIME = frozenset(map(normalise, ("год", "рік", "день", "місяць", "месяц", "місяця")))
# Of several: "за місяцями", of which its stem alone does not tell.
_EACH_TIME = {"місяц": Division.MONTH, "рок": Division.YEAR, "десятиліт": Division.DECADE}
_BY_EACH = LATE.compile(r"\bза (місяц|рок|десятиліт)т?[ая]ми\b")
_EVERY = frozenset(map(normalise, ("each", "every", "кожен", "кожного", "каждый", "каждого", "каждой")))
_MADE = frozenset({Intent.FOUNDED, Intent.BEGINNING})


@cache
def _nouns() -> PhraseTable[Division]:
    known = vocabulary("divisions")
    return PhraseTable({
        it: said_in_row(known[it]) for it in _NOUNS
    })  # fmt: skip


@cache
def _each_words() -> PhraseTable[Division]:
    words: Mapping[str, list[str]] = vocabulary("divisions")["each_word"]
    return PhraseTable({Division(name): any_of(said) for name, said in words.items()})


@cache
def _beside(name: str) -> frozenset[str]:
    return frozenset(map(normalise, vocabulary("divisions")["beside"][name]))


# A question is asked this by several in turn.
@of_the_last
def division_asked(question: Question) -> Divided | None:
    """By what a question divides its ties, and what it asks of the groups; None where it divides by nothing."""
    if question.narrowing.sort and question.narrowing.sort[0] is SortBy.RUSSIAN_SIZE:
        # The smallest Russian city is one by its people, and has no fewest ties.
        return None
    if _EVERY_STANDING.search(question.joined) and _OF_A_STATE.search(question.joined):
        return Divided(Division.STATE, Form.EVERY_STANDING)
    if each := _BY_EACH.search(question.text.casefold()):
        return Divided(_meant(_EACH_TIME[each[1]], question), Form.EACH)
    found = _nouns().found(question.joined)
    for division, matches in found.items():
        forms = filter(None, (_form(division, match) for match in matches))
        form = next(forms, None)
        if form and not (question.narrowing.by_order and form in _RANKED):
            # "Which city has the fewest people" asks for no group.
            return Divided(_meant(division, question), form)
    counted = next((it for it in found if it not in OF_TIME), None)
    if counted and so_many_asked(question.joined, question.text):
        return Divided(counted, Form.SO_MANY)
    said = next(iter(_each_words().found(question.joined)), None)
    return Divided(_meant(said, question), Form.EACH) if said else None


def words_of_division(question: Question) -> frozenset[str]:
    """The normalised words by which groups are asked for."""
    nouns = [match for matches in _nouns().found(question.joined).values() for match in matches]
    alone = [match for matches in _each_words().found(question.joined).values() for match in matches]
    alone += [*_ASKED_MADE.finditer(question.joined), *_EVERY_STANDING.finditer(question.joined)]
    beside = frozenset().union(*map(_beside, ("each", "each_of_many", "most", "fewest", "same")))
    return beside.union(*(match.group().split() for match in (*nouns, *alone)))


def groups_named(question: Question) -> Division | None:
    """By what a question names groups, whatever it asks of them: states, Russian regions, Russian places."""
    found = _nouns().found(question.joined)
    return next(
        (
            it
            for it in (Division.US_REGION, Division.RUSSIAN_REGION, Division.RUSSIAN_PLACE, Division.STATE)
            if it in found
        ),
        None,
    )


def _form(division: Division, match: re.Match[str]) -> Form | None:
    before = match.string[: match.start()].rsplit(maxsplit=_BEFORE)[-_BEFORE:]
    behind = match.string[match.end() :].split(maxsplit=_BEHIND)[:_BEHIND]
    last, noun = before[-1] if before else "", match.group()
    if last == "the" and len(before) > 1 and before[-2] in _beside("each"):
        # "Grouped by the month it happened".
        last = before[-2]
    many = last in _beside("each_of_many") and noun not in _ONE_TIME
    if last in _EVERY and behind and behind[0] in _beside("where"):
        # "Every state where all is unknown" asks for those of which it is so.
        return None
    in_order = division is Division.DAY and noun.startswith(("date", "дат"))
    if in_order and (last in _beside("each") or many):
        # "By date" is an order.
        return None
    if last in _beside("each") or many or (len(behind) > 1 and (behind[0], behind[1]) == ("by", noun)):
        return Form.EACH
    if division is Division.DAY:
        one = last in _beside("same_as_one") or (last in {"же", "ж"} and len(before) > 1)
        if last in _beside("same") or one:
            return Form.SAME
    near = _MOST_IN_NUMBER.sub("most ", _BOUND.sub("", " ".join([*before, "_", *behind]))).split()
    having = bool(behind) and behind[0] in _beside("having") and division in OF_TIME
    asked = having or not _beside("asks").isdisjoint(before)
    if asked and not _beside("most").isdisjoint(near):
        return Form.MOST
    return Form.FEWEST if asked and not _beside("fewest").isdisjoint(near) else None


def _meant(division: Division, question: Question) -> Division:
    """The year in which ties were made, where that is asked and nothing that was done."""
    narrowing = question.narrowing
    done = narrowing.kinds or narrowing.decided or any(STANDINGS[it].decision for it in question.standings)
    if division is Division.YEAR and _WERE_MADE.search(question.joined) and not narrowing.kinds:
        return Division.YEAR_MADE
    made = _ASKED_MADE.search(question.joined) is not None or bool(question.intents & _MADE)
    return Division.YEAR_MADE if division is Division.YEAR and made and not done else division
