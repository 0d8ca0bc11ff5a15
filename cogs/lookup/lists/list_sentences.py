"""What is said above a list and of its rows, a function a sentence. Pure.

The phrases in them are those of ``filter_phrases``; what is held against each other is in ``comparison_sentences``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cogs.lookup.lists.filter_phrases import joined
from cogs.wording.dates import day
from cogs.wording.english import (
    capital,
    closed,
    either,
    listed,
    listed_apart,
    plural,
    series,
    series_apart,
    small,
)
from db.record.act_kinds import ActKind
from db.record.authorities import AUTHORITIES, Authority
from db.record.figures import per_cent
from db.record.standings import STANDINGS, Standing

DONE_THERE = "What is on record of the first of these"
ALSO_THAT_DAY = "Proposed or said on that day"
MOST_ROUGH = 4
# So many ties of a list are named once more, where some of it are asked for.
_MOST_NAMED = 12


# The sentence above a list.
CONDITIONS_SAY = "Conditions that speak of this"
NONE_LIFTS_BY_ITSELF = "None of these suspensions is known to lift by itself."
CLOSEST_FIRST = "The votes, the closest first"
EACH_ALONE = "Suspensions and endings, each alone"
OF_CUTTING = {ActKind.SUSPENDED: "Suspensions:", ActKind.ENDED: "Endings:"}
EACH_STANDING_ALONE = "Each standing alone"


def none_by_the_word_of(decider: Authority) -> str:
    """That those whose conditions are asked for set none of the ones that are told."""
    return f"None of these is by the word of {AUTHORITIES[decider].name}."


def all_ties(total: int, counts: Mapping[Standing, int]) -> str:
    """Above a list that nothing narrows."""
    return f"All {plural(total, 'tie')} on record ({counted(counts)})."


def some_ties(phrases: Iterable[str], shown: int, base: int, *, there: bool, counts: str, share: str) -> str:
    """How many of how many: ``Not ended, in Iowa: 6 of 7 ties on record there (2 suspended, 4 unconfirmed).``

    ``there``: the whole is that of a place. ``counts`` and ``share`` are empty or as ``counted`` and ``part`` say them.
    """
    where = "on record there" if there else "on record"
    beside = series(number for number in (share, counts) if number)
    told = f"{capital(series(phrases))}: {shown} of {plural(base, 'tie')} {where}"
    return f"{told} ({beside})." if beside else f"{told}."


def counted(counts: Mapping[Standing, int]) -> str:
    """``19 active, 20 suspended``; standings that none has are left out."""
    return series(f"{count} {STANDINGS[standing].word}" for standing, count in counts.items() if count)


def counted_in_percent(counts: Mapping[Standing, int], base: int) -> str:
    """The share of each standing: ``Of all, 19 percent are suspended and 8 percent are ended.``"""
    told = [
        f"{part(per_cent(count, base))} are {STANDINGS[standing].word}" for standing, count in counts.items() if count
    ]
    return f"Of all, {listed(told)}." if len(told) > 1 else ""


def now(counts: Mapping[Standing, int]) -> str:
    """How ties stand today that are listed by what was: ``now 1 suspended, 2 ended``."""
    return f"now {counted(counts)}"


def decided_and_now(decided: Sequence[tuple[str, int]], by_now: Mapping[Standing, int]) -> str:
    """What was decided in a time, and how the ties stand by now: ``then 9 suspended, 5 ended, 9 kept; now …``."""
    return f"then {series(f'{number} {word}' for word, number in decided)}; {now(by_now)}"


def others_on_list(number: int, *, on: bool) -> str:
    """How many more ties were found elsewhere than on the Chamber's list; ``on``: how many are on it."""
    if on:
        return f"{plural(number, 'other')} are on that list."
    return f"{plural(number, 'other')} were found elsewhere and are not on that list."


def part(share: int) -> str:
    """A share in percent."""
    return f"{share} percent"


def part_of(share: int, number: int, standing: str, of_all: str) -> str:
    """A share in percent of those alone that stand so, beside that of all: ``25 percent of the 20 suspended``."""
    return f"{share} percent of the {number} {standing}, {of_all} of all"


def part_of_such(share: int, number: int, says: Sequence[str]) -> str:
    """A share in percent of those that are so, however they stand: ``100 percent of the 3 made as sister states``."""
    return f"{share} percent of the {number} {listed(says)}"


def part_of_such_and_all(of_such: str, part: str) -> str:
    """What part a list is of all that are so, and of all ties: ``30 percent of the 69 …, 20 percent of all``."""
    return f"{of_such}, {part} of all"


def dated_too_roughly(number: int) -> str:
    """That of some ties it cannot be said how they stood on a day."""
    if number == 1:
        return "1 more may have stood so: the act around that day is dated too roughly to say."
    return f"{number} more may have stood so: the acts around that day are dated too roughly to say."


def may_be_of_that_time(first: Sequence[tuple[str, str]], number: int) -> str:
    """Which acts may be of a time as well, of so many the first: ``Dated too roughly to say, but perhaps from that
    time: … (June 2022).``
    """
    named = [f"{pair} ({dated})" for pair, dated in first]
    more = [f"{number - len(named)} more"] if number > len(named) else []
    return f"Dated too roughly to say, but perhaps from that time: {series_apart((*named, *more))}."


def nth(number: int, pair: str, told: str, near: Sequence[str]) -> str:
    """The second, third and so on in the order of a list, and which may stand there as well by their dates."""
    place = f"Number {number} in this order is {pair}: {told}"
    return f"{place} By their dates the same may be said of {listed_apart(near)}." if near else place


def half_by(value: date, done: int, total: int, rough: Sequence[str]) -> str:
    """By when half of what is counted was done: ``Half had happened by 28 March 2022: 14 of 28 by then.``"""
    told = f"Half had happened by {day(value)}: {done} of {total} by then."
    return f"{told} On which side of that day {listed_apart(rough)} falls is not on record." if rough else told


def wait_for_an_end(pairs: Sequence[str]) -> str:
    """Which suspensions wait for an end of hostilities, where those are asked for that speak of peace."""
    speak = "speaks" if len(pairs) == 1 else "speak"
    told = f"{len(pairs)} more {speak} of an end of hostilities or of the conflict, without the word peace"
    return f"{told}: {listed_apart(pairs)}."


def they_are(pairs: Sequence[str], most: int = MOST_ROUGH) -> str:
    """The ties that were counted, by their names, the first few: at most ``most``."""
    more = [f"{len(pairs) - most} more"] if len(pairs) > most else []
    return f"{series_apart((*pairs[:most], *more))}."


# Of ties of a list, whatever was decided.
DECIDED = "with a decision on record since the invasion"


def of_these(phrases: Iterable[str], pairs: Sequence[str], number: int) -> str:
    """Which of the ties listed are as is asked of them: ``Suspended or ended: 1 of these 3: …``"""
    said = capital(series(phrases))
    if not pairs:
        return f"{said}: none of these."
    if len(pairs) == number:
        return f"{said}: all of these." if number > 1 else f"{said}: yes."
    told = f"{said}: {len(pairs)} of these {number}"
    return f"{told}: {series_apart(pairs)}." if len(pairs) <= _MOST_NAMED else f"{told}."


def before_the_war(unknown: int) -> str:
    """What is to be known of ties on a day before the invasion: what is on record begins later."""
    told = "Decisions on record begin with the invasion: none before it is known that ended or suspended a tie."
    return f"{told} When the tie was made is not on record for {unknown} more." if unknown else told


def made_in_that_year(number: int, years: Sequence[int]) -> str:
    """How many more ties are of a year that lies in the time asked for only in part."""
    were = "was" if number == 1 else "were"
    return f"{number} more {were} made in {either(map(str, years))}; on which side of that day is not on record."


def no_tie(phrases: Iterable[str], standing: str, *, surely: bool = True) -> str:
    """That there is none: ``No tie in Nevada is on record.``; ``No tie in Texas is on record as ended.``; not surely,
    where some may be of the time that is asked for: ``By what is dated closely enough, no tie with …``
    """
    named = joined("No tie" if surely else "By what is dated closely enough, no tie", *phrases, "is on record")
    return f"{named} as {standing}." if standing else f"{named}."


def kept_by_a_split_vote(votes: Sequence[str]) -> str:
    """Which votes not to cut it were not unanimous either; each is a whole sentence."""
    return f"Not unanimous either, but to keep it: {' '.join(votes)}"


def suspended_besides(number: int, *, then: bool) -> str:
    """How many more are suspended, where ended ties are asked for by a word that people say of both: "cut"; ``then``:
    they were at that time.
    """
    if then:
        return f"{number} more {'was' if number == 1 else 'were'} suspended then, and not ended."
    return f"{number} more {'is' if number == 1 else 'are'} suspended, and not ended."


def another_place(name: str) -> str:
    """That a place that has a tie is called like a state whose ties are told."""
    return f"{closed(name)} is another place, and has a tie of its own."


def city_without(name: str) -> str:
    """That a city that is called like its state has no tie."""
    return f"{name} itself has no tie on record."


def no_hearing(phrases: Iterable[str]) -> str:
    """That no hearing is to come."""
    return f"{joined('No hearing or vote on a tie', *phrases)} is on record as coming."


def none_left(where: str, base: int) -> str:
    """That all ties of a place have ended."""
    if base == 1:
        return f"{capital(where)}, no tie is left: the one on record ended."
    return f"{capital(where)}, no tie is left: all {base} on record ended."


def they_were(names: Sequence[str]) -> str:
    """The ties that have all ended, by name."""
    return f"{'It was' if len(names) == 1 else 'They were'} {listed_apart(names)}."


def all_are(where: str, base: int, standing: str) -> str:
    """That the ties of a place all stand in the one way that is ruled out: ``In Ohio, all 5 ties are unconfirmed.``"""
    return (
        f"{capital(where)}, the one tie is {standing}."
        if base == 1
        else f"{capital(where)}, all {base} ties are {standing}."
    )


def what_there_is(where: str, base: int, counts: Mapping[Standing, int]) -> str:
    """What ties a place has, where none is as asked."""
    return f"{capital(where)}: {plural(base, 'tie')} ({counted(counts)})."


def were_before(standing: str, by_now: Mapping[Standing, int]) -> str:
    """That more ties were once so, and how they stand ``by_now``."""
    number = sum(by_now.values())
    if number > 1:
        return f"{number} more were {standing} earlier, and by now stand so: {counted(by_now)}."
    now = next(each for each, many in by_now.items() if many)
    since = "has since ended" if now is Standing.ENDED else f"is {STANDINGS[now].word} now"
    return f"1 more was {standing} earlier, and {since}."


def in_all_not_ended(not_ended: int, total: int, counts: Mapping[Standing, int]) -> str:
    """What is left, beside a list of the active ones."""
    return f"Not ended, all told: {not_ended} of {total} ({counted(counts)})."


def left_out(number: int, why: str, names: Sequence[str] = ()) -> str:
    """That some of the ties that were counted lack what is sorted by, and are not on the list; which, if few."""
    told = f"{number} of them {'has' if number == 1 else 'have'} {why} and {'is' if number == 1 else 'are'} left out"
    return f"{told}: {listed_apart(names)}." if names else f"{told}."


def may_be_as_well(number: int, why: str) -> str:
    """How many ties that are not on a list of a time lack what it is narrowed by, and may belong on it."""
    return f"{number} {'tie has' if number == 1 else 'ties have'} {why} and may be of that time."


def noted_on(pair: str, note: str) -> str:
    """What is noted on when a tie began that has no year on record."""
    return f"Noted on {pair}: {note}"


def first_so_many(number: int, of: int) -> str:
    """That a list is cut."""
    return f"The first {number} of {of} are shown."


def as_far_as_the_last(number: int) -> str:
    """That the last of a cut list has others beside it that began in the same year."""
    return f"{plural(number, 'other')} began in the same year as the last of them."


# The first of a list, and its rows.


def newest_act(pair: str, dated: str, act: str) -> str:
    """The newest act that a list looks at."""
    return f"The newest is of {dated}, on {pair}: {act}"


def first_act(pair: str, dated: str, act: str) -> str:
    """The first act that a list looks at."""
    return f"The first is of {dated}, on {pair}: {act}"


def oldest_made(us: str, ru: str, year: int) -> str:
    """When the oldest tie of a list was made."""
    return f"The oldest tie on this list, between {closed(us)} and {ru}, began in {year}."


def of_the_same_year(names: Sequence[str]) -> str:
    """Which other ties were made in the year of the first of a list: ``In the same year: Eugene, Oregon – Irkutsk.``"""
    return f"In the same year: {series_apart(names)}."


def of_that_standing(word: str, told: str) -> str:
    """The first among the ties of one standing, which is not that of the whole list: ``Ended: the oldest tie, between
    …``"""
    alone = told.replace(" on this list", "")
    return f"{capital(word)}: {alone[0].lower()}{alone[1:]}"


def newest_made(us: str, ru: str, year: int) -> str:
    """When the newest tie of a list was made."""
    return f"The newest tie on this list, between {closed(us)} and {ru}, began in {year}."


def largest(name: str, people: int) -> str:
    """The largest U.S. place of a list."""
    return f"The largest place on this list is {name}, with {people:,} people."


def largest_russian(name: str, people: int) -> str:
    """The largest Russian place of a list."""
    return f"The largest Russian place on this list is {name}, with {people:,} people."


def smallest_russian(name: str, people: int) -> str:
    """The smallest Russian place of a list."""
    return f"The smallest Russian place on this list is {name}, with {people:,} people."


def smallest(name: str, people: int) -> str:
    """The smallest U.S. place of a list."""
    return f"The smallest place on this list is {name}, with {people:,} people."


def searched_last(pair: str, dated: str) -> str:
    """The tie for which news was searched last."""
    return f"The last search for news was on {pair}, {dated}."


def searched_longest_ago(pair: str, dated: str) -> str:
    """The tie for which nobody has searched for longest."""
    return f"Searched for longest ago: {pair}, {dated}."


def next_hearing(pair: str, dated: str) -> str:
    """The first hearing of a list."""
    return f"The first hearing is on {pair}, {dated}."


def made(year: int) -> str:
    """When a tie began, in its row."""
    return f"Began in {year}."


def people(number: int) -> str:
    """How many people the U.S. place has, in its row."""
    return f"{number:,} people."


def people_there(name: str, number: int) -> str:
    """How many people the Russian place has, in its row."""
    return f"{name}: {number:,} people."


def without(lacking: str) -> str:
    """What is not on record of a tie that is asked of each, in its row: ``No founding year on record.``"""
    return f"{capital(lacking)}."


def searched_on(dated: str) -> str:
    """When news was last searched for, in its row."""
    return f"Searched {dated}."


def hearing_on(dated: str) -> str:
    """When a hearing is, in its row."""
    return f"Hearing: {dated}."


NO_PARTNER_IN_UKRAINE = "No Ukrainian partner on record."


def partners_in_ukraine(names: Sequence[str]) -> str:
    """Whom the U.S. place has as partners in Ukraine, in a row."""
    return f"Ukrainian partner on record: {listed(names)}."


def standing_and_act(word: str, clause: str) -> str:
    """How a tie stands now, and an act that came before: ``Ended. On 1 March 2022 the mayor suspended it.``"""
    return f"{word}. {clause}"


def by_now(word: str) -> str:
    """How a tie stands by now, before what was once decided otherwise: ``Now suspended.``"""
    return f"Now {small(word)}"


def earlier(clause: str) -> str:
    """What was done before a tie came to stand as it does, in its row."""
    return f"Earlier: {clause}"


# The legend, and what was not understood.


def kept_before(authorities: Iterable[Authority], pairs: Sequence[str]) -> str:
    """That more ties were kept by a decider, though the newest word on them is another's."""
    who = either(AUTHORITIES[authority].name for authority in authorities)
    return f"Kept by a decision of {who} as well, though the newest word is another's: {listed_apart(pairs)}."


def legend(standings: Iterable[Standing]) -> str:
    """What the shapes of a list mean: ``● active · ◐ suspended, not ended``."""
    return " · ".join(f"{STANDINGS[standing].shape} {STANDINGS[standing].label.lower()}" for standing in standings)


def own_and_others(state: str, standing: Standing, number: int, counts: Mapping[Standing, int]) -> str:
    """A state's own tie, and those of its places: ``Iowa's own tie ended; in Iowa 6 more ties are on record (…).``"""
    own = f"{state}'s own tie {STANDINGS[standing].predicate}"
    if number == 1:
        return f"{own}; in {state} 1 more tie is on record ({counted(counts)})."
    return f"{own}; in {state} {number} more ties are on record ({counted(counts)})."


WHAT_I_CAN = (
    "I can sort by the newest or the first act, by the year a tie was made, by the size of the place, by the last "
    "search, by standing and by name; and narrow by place, standing, kind of act, time, who decided and how."
)


def cannot_sort_by(words: Sequence[str]) -> str:
    """What a list was to be sorted by and cannot be."""
    return f"I cannot sort by {_quoted(words)}. {WHAT_I_CAN}"


def cannot_narrow_by(words: Sequence[str]) -> str:
    """What a list was to be narrowed by and cannot be."""
    return f"I do not know which ties {_quoted(words)} would leave. {WHAT_I_CAN}"


ROUGHLY_ENDS = "The next in this order may be of the same day as the last that is shown, or stand before it."
ROUGHLY_FIRST = "Its day is not known, so the next in this order may stand before it."


def of_no_known_vote(pairs: Sequence[str]) -> str:
    """On which ties a council decided without a vote on the tie itself being on record."""
    return f"The council chose so, and no vote on the tie itself is on record: {listed_apart(pairs)}."


def may_stand_before(others: Sequence[tuple[str, str]]) -> str:
    """Which ties, each with its date, are not dated to the day and may stand before the first of a list."""
    named = [f"{pair} ({dated})" for pair, dated in others[:MOST_ROUGH]]
    more = [f"{len(others) - MOST_ROUGH} more"] if len(others) > MOST_ROUGH else []
    return f"Not dated to the day, and perhaps before it: {series_apart([*named, *more])}."


CANNOT_LEAVE_OUT_A_TIME = "I cannot leave a time out of a list: each row gives its date."


def otherwise_there(stand: Sequence[str]) -> str:
    """How the other ties of a state stand that are in none of the ways asked for."""
    return f"The {'other' if len(stand) == 1 else 'others'} there: {listed_apart(stand)}."


def of_no_fixed_condition(names: Sequence[str], *, among: bool) -> str:
    """Of which of a list, or besides it, no fixed condition is reported: something was only said of lifting it."""
    told = listed_apart(names)
    if among:
        return f"Counted with them, though no fixed condition is reported there: {told}."
    return f"Nor is a fixed condition reported of {told}, where lifting it was only spoken of."


def ended_of_such(named: Sequence[str]) -> str:
    """Which ties besides those of a list ended."""
    return f"{len(named)} more ended: {listed_apart(named)}."


def not_on_record(properties: Mapping[str, str]) -> str:
    """What a list was to be narrowed by that the record does not hold, each with the words that asked for it."""
    told = series_apart(f"{said} (“{typed}”)" for said, typed in properties.items())
    return f"Not on record here, so that no tie is counted or left out by it: {told}."


def _quoted(words: Iterable[str]) -> str:
    return either(f"“{word}”" for word in words)


def then_and_now(then: Mapping[Standing, int], now: Mapping[Standing, int]) -> str:
    """How ties stood on a day, and how they stand by now."""
    return f"then {counted(then)}; now {counted(now)}"


def first_by_name(pair: str) -> str:
    """The first of a list that is sorted by the names of the U.S. places."""
    return f"By name, the first is {pair}."


def also_called_so(part: str, names: Sequence[str]) -> str:
    """Which ties lie beside a part of Russia that is taken as its federal district, and are often counted with it."""
    taken = "are" if part.endswith("s") else "is"
    district = f"{capital(part)} {taken} taken as Russia's federal district"
    return f"{district}; outside it, but often called so: {listed_apart(names)}."


# Questions that go on from what was shown.


NOTHING_TO_GO_ON_FROM = (
    "I do not see which ties you mean: each question stands alone, unless you reply to an answer of mine that shows a "
    "list or a few ties. Name the places, the state or how they stand."
)
