"""By what the question of a list wants it sorted. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from cogs.lookup.lists.division_reading import Division, division_asked
from cogs.lookup.model import Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.standings import STANDINGS, Standing

SILENCES = frozenset({Trait.UNDECIDED, Trait.NO_WORD})
# Who came after all others: "who suspended last".
_LAST = said_for("lists", "list_order", "last")
# The suspension is the longest, and not the tie.
_LONGEST_SUSPENSION = said_for("lists", "list_order", "longest_suspension")
# "Three newest suspensions and three oldest": the oldest are suspensions as well.
_NEWEST_ACTS = said_for("lists", "list_order", "newest_acts")
_KEPT_UKRAINIAN = said_for("lists", "list_order", "kept_ukrainian")
# What is not active was so before.
_ONCE = said_for("lists", "list_order", "once")
_STILL_HAVE = frozenset({"still", "have", "has", "got", "had", "ещ", "ест", "ще", "мают"})
FOR_GOOD = said_for("lists", "list_order", "for_good")
_TIMELINE = said_for("lists", "list_order", "timeline")
# Which standing most ties have is asked for, and no largest place.
_LARGEST_STANDING = said_for("lists", "list_order", "largest_standing")
# "Are they all gone" asks of those that are listed how they stand, and lists no others.
_ARE_THEY = re.compile(
    r"\b(?:are|were|have|did|is) (?:they|these|those|(?:all|any) of (?:them|those)) (?:all |now |also |still |any )*"
    r"(?:been )?(\w+)"
)


def asks_for_a_timeline(question: Question) -> bool:
    """Whether acts are asked for one after the other: "timeline of endings"; not how each of a region turned out."""
    narrowing = question.narrowing
    of_acts = question.standings or narrowing.kinds or narrowing.decided or question.period
    return Intent.STORY in question.intents and (bool(of_acts) or _TIMELINE.search(question.joined) is not None)


def asks_for_the_largest_standing(question: Question) -> bool:
    """Whether it is asked which standing most ties have, or the fewest."""
    return _LARGEST_STANDING.search(question.joined) is not None


def waits_in_turn(question: Question) -> bool:
    """Whether "first" is said of what a suspension waits for, and of no order: "they want the troops out first"."""
    return bool(question.narrowing.conditions) and not question.narrowing.sort


def _denied(question: Question) -> tuple[Standing, ...]:
    """How the ties do not stand that are asked for; "only those where anything is known" names no standing."""
    only_known = question.narrowing.of_known and not question.standings
    return (*question.excluded_standings, Standing.UNCONFIRMED) if only_known else question.excluded_standings


def standings_asked(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are asked for, without what is denied: "not suspended"."""
    denied = _denied(question)
    aside = asked_of_listed(question)
    if aside and aside >= {*question.standings}:
        return ()
    if Trait.SPLIT in question.narrowing.traits:
        # "Contested" is said of votes there.
        aside = aside | {Standing.DISPUTED}
    if Trait.HEADLINES in question.narrowing.traits:
        # "They wrote cut, and it was a pause".
        aside = aside | {Standing.ENDED}
    if Trait.DATE_UNSURE in question.narrowing.traits:
        # "The day is unknown" says nothing of how they stand.
        read = question.narrowing.trait_words
        said = {it: words for it, words in question.said.items() if it is Standing.UNCONFIRMED}
        aside = aside | {it for it in question.standings if it in said and said[it] <= read}
    if question.narrowing.of_known:
        # "Toss out the unknowns": of what is known is asked.
        aside = aside | {Standing.UNCONFIRMED}
    if Standing.DORMANT in question.standings and question.said.get(Standing.ACTIVE, _STILL_HAVE) < _STILL_HAVE:
        # "Still have it on paper, and no activity at all".
        aside = aside | {Standing.ACTIVE}
    if _KEPT_UKRAINIAN.search(question.joined):
        # "Paused it, but kept the Ukrainian one": what was kept is that.
        aside = aside | {Standing.ACTIVE}
    if _is_for_good(question):
        aside = aside | {Standing.SUSPENDED}
    if Standing.ACTIVE in denied and _ONCE.search(question.joined):
        # "Were active once and are not now": of the unconfirmed nobody knows.
        return (Standing.SUSPENDED, Standing.ENDED, Standing.DORMANT)
    wanted = tuple(it for it in question.standings if it not in denied and it not in aside)
    return wanted or tuple(standing for standing in Standing if denied and standing not in denied)


def _is_for_good(question: Question) -> bool:
    """Whether what is said of suspended and ended ties alike was done for good: "slammed the door for good"."""
    said = question.said
    alike = said.get(Standing.SUSPENDED) is not None and said[Standing.SUSPENDED] == said.get(Standing.ENDED)
    return alike and FOR_GOOD.search(question.joined) is not None


def asked_of_listed(question: Question) -> set[Standing]:
    """The standings that are only asked of the ties that are listed for something else: "are they all gone"."""
    narrowing = question.narrowing
    if not (narrowing.traits or question.levels or question.all_states or narrowing.kinds):
        return set()
    asked = {match[1] for match in _ARE_THEY.finditer(question.joined)}
    # What a claim goes on to say of another place is in none of the words there.
    told = {it: said for it in question.standings if (said := question.said.get(it)) is not None}
    return {standing for standing, said in told.items() if asked and said <= asked}


def sorted_by(question: Question, chosen: TieFilter) -> TieFilter:
    narrowing = question.narrowing
    if Trait.NO_YEAR in chosen.traits and chosen.founded:
        # What has no year is in no order of years.
        return chosen
    of_acts = narrowing.sort is None or narrowing.sort[0] is SortBy.ACT
    if of_acts and {Trait.NO_WORD, Trait.NO_ACT} & {*chosen.traits}:
        # Nor what nothing was done on in one of acts: "no news since".
        return chosen
    if narrowing.sort and asks_for_the_largest_standing(question):
        return chosen
    if narrowing.sort and not (chosen.lacking and narrowing.sort[0] in {SortBy.ACT, SortBy.FOUNDED}):
        sort, order = sort_meant(question, *narrowing.sort)
        divided = division_asked(question)
        if divided and divided.by is Division.YEAR_MADE and sort is SortBy.ACT:
            # "The ended ones by year of founding, from old to new".
            sort = SortBy.FOUNDED
        return replace(chosen, sort=sort, order=order)
    if chosen.lacking or (chosen.founded and chosen.as_of) or waits_in_turn(question):
        return chosen
    if chosen.look is Look.HEARINGS:
        return replace(chosen, sort=SortBy.HEARING, order=SortOrder.OLDEST)
    last = Intent.SEQUENCE in question.intents and _LAST.search(question.joined) is not None
    latest = (last or Intent.LATEST in question.intents) and not narrowing.fates
    in_turn = Intent.SEQUENCE in question.intents and not SILENCES & set(chosen.traits)
    earliest = Intent.EARLIEST in question.intents or ((in_turn or asks_for_a_timeline(question)) and not latest)
    if earliest or (chosen.founded and not latest):
        return replace(chosen, order=SortOrder.OLDEST)
    timed = chosen.since is not None or chosen.until is not None
    looks = chosen.look in {Look.ACTS, Look.CHANGES} and not chosen.share
    return replace(chosen, order=SortOrder.NEWEST) if latest or timed or (looks and timed) else chosen


def sort_meant(question: Question, sort: SortBy, order: SortOrder) -> tuple[SortBy, SortOrder]:
    """What is sorted by: the newest of what was decided is the newest decision, not the youngest tie."""
    decided = any(STANDINGS[standing].decision for standing in standings_asked(question)) or question.narrowing.kinds
    if sort is not SortBy.FOUNDED or not decided or question.narrowing.both_ends or question.narrowing.by_order:
        return sort, order
    asked = (_NEWEST_ACTS, _LONGEST_SUSPENSION)
    first = "first" in question.narrowing.sort_words or any(it.search(question.joined) for it in asked)
    if first if order is SortOrder.OLDEST else Intent.FOUNDED not in question.intents:
        return SortBy.ACT, order
    return sort, order
