"""What lookups say, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. A ``Line`` is a
sentence that begins in bold. ``marks`` are the numbers of sources, ``" [1][2]"`` or nothing; ``names`` are phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cogs.wording.act_sentences import act_told
from cogs.wording.blocks import Line
from cogs.wording.dates import day, on, when
from cogs.wording.english import (
    capital,
    clip,
    closed,
    either,
    listed,
    listed_apart,
    paragraph,
    plural,
    series,
    series_apart,
    small,
    with_article,
)
from cogs.wording.sentences import who_and_when
from db.record.authorities import AUTHORITIES, Authority
from db.record.grades import Grade
from db.record.models import Act, Listing, PartialDate, PlaceKind, Recipient, Side, TalkingPoint, UkraineTie
from db.record.standings import STANDINGS, Standing
from db.record.text import key

# What an answer says where the question could not be answered as it was asked.

SCOPE = "I only know about sister-city ties between the United States and Russia."
HINT = "Ask me about a place, for example “is Portland still paired with Khabarovsk?”, or “which ties in Oregon?”."
NO_QUESTION = f"I cannot find a question in that. {HINT}"
NO_SUBJECT = f"I found no place or subject that I know in that. {HINT}"
OFF_TOPIC = f"{SCOPE} {HINT}"
UNSURE = "I am not sure what you mean. It may be one of the questions below; if not, please put it in other words."
NEAREST = "The general questions nearest to yours that I can answer are below."
HELLO = "Hello."
WELCOME = "You are welcome."
IF_MEANT = "If you would like to know how its tie stands, choose it below, or ask me about any other place."
NOT_OF_A_TIE = (
    f"{SCOPE} This does not look like a question about one. If you mean how a tie stands, choose it below, or ask, "
    "for example, “is Portland still paired with Khabarovsk?”."
)
WHICH_PLACE = (
    "Which place do you mean? I do not know where you live. Please name the city, county or state, "
    "for example “is Tacoma, Washington still paired?”."
)
WHERE_YOU_LIVE = (
    "I do not know where you live. Name your city or state, and I will say how its ties stand. Here are all of them:"
)
NO_PLACE = (
    "I cannot find the name of a place in that. Give a city, county, state or region, for example “Portland, Oregon”."
)
STILL_TO_COME = "That time is still to come, so nothing of that date can be on record."

# Headings.

WHICH_ONE = "Which one?"
TIES_BY_STATE = "Ties by state"
NOTES = "Notes"
UKRAINIAN_PARTNERS = "Ukrainian partners"
WHAT_YOU_CAN_DO = "What you can do"
ABOUT = "About these answers"
FOR_ENDING = "For ending the ties: what people said"
FOR_KEEPING = "For keeping the ties: what people said"
_WANTED = {Side.END: "ending", Side.KEEP: "keeping"}


def other_side(side: Side) -> str:
    """That there is another side than the one that was asked for."""
    wanted = "want the ties ended" if side is Side.END else "want the ties kept"
    return f"Others {wanted}: ask me for “both sides”, or see /talking-points."


def said_elsewhere(side: Side, *, some: bool) -> str:
    """That for one side no words from the place that was asked about are on file, or too few."""
    words = "No more words" if some else "No words"
    return f"{words} from there are on file for {_WANTED[side]} the ties; this was said elsewhere:"


# A tie's history and sources.


def sources_by_grade(counts: Mapping[Grade, int]) -> str:
    """How many sources there are, and how many of each grade."""
    told = listed(f"{count} of grade {grade}" for grade, count in sorted(counts.items()))
    return f"{plural(sum(counts.values()), 'source')}: {told}."


def reprint(number: int, first: int) -> str:
    """That a source carries the same text as one before it."""
    return f"[{number}] carries the same text as [{first}], and counts with it as one."


def one_outlet(numbers: Sequence[int], publisher: str) -> str:
    """That some sources are of one outlet."""
    together = listed(f"[{number}]" for number in numbers)
    every = "both" if len(numbers) == _A_PAIR else "all"
    return f"{together} are {every} from {publisher}, and count as one."


_A_PAIR = 2

# Places, and who they are paired with.


def partner_and_standing(name: str, standing_word: str) -> str:
    """A partner of a place: ``Khabarovsk, Russia (active)``."""
    return f"{name} ({small(standing_word)})"


def one_partner(place: str, partner: str) -> str:
    """A place's one tie."""
    return f"The one tie on record for {closed(place)} is with {partner}."


def several_partners(place: str, partners: Sequence[str]) -> str:
    """A place's several ties."""
    return f"The {len(partners)} ties on record for {closed(place)} are with {series_apart(partners)}."


# What cannot be done, and why.

GONE = "That is no longer in the record. Please ask again."
NOT_YOURS = "Only the person who asked can remove this answer."
MAY_NOT_POST = "You may not post in this channel, so I cannot post here for you. You can copy the answer instead."
NO_WORD_OF_A_NAME = "There is no word in this text that a name could hold. Try the beginning of a name, such as “Mosc”."
HOW_TO_CHECK = (
    "I cannot see the message that you reply to. To check what it says, hold or right-click it, then choose Apps and "
    "**Check this claim**. Or ask me here about a place, such as “is Portland still paired with Khabarovsk?”"
)
NOT_ALL_ON_RECORD = "This is not all that is on record. Ask about one of them for more."
TOO_LONG_TO_TURN = "There is more, but this search is too long for a button to hold: try fewer words or places."
NO_ROOM_TO_TURN = (
    "The question names more than a button can hold, so there is no other page and no file of this list here. "
    "Ask for fewer states or places at a time."
)
FILE_OF_A_LIST = "The list as a file for a spreadsheet."


def too_many_messages(of_a_person: int, in_a_channel: int) -> str:
    """That somebody, or a channel, has asked too often within a minute."""
    return (
        f"That is too much at once: in a minute I answer {of_a_person} messages of one person, and "
        f"{in_a_channel} in one channel. Please ask again in a minute, or use `/ask`."
    )


def too_many_files(files: int, seconds: int) -> str:
    """That somebody took as many files as one may, and when there is another."""
    return f"You took {plural(files, 'file')} just now. Please try again in {plural(seconds, 'second')}."


def no_tied_place(name: str) -> str:
    """That no place with a tie has a name; it is safe to be shown."""
    return f"I know no place with a tie by the name “{name}”."


def no_such_state(name: str | None) -> str:
    """That a name is no state's; None where no name was read. It is safe to be shown."""
    how = "Try “Oregon”, “OR” or “New England”, or several with commas between them."
    if name is None:
        return f"I know no state or part of the country by that name. {how}"
    return f"I know no state or part of the country called “{name}”. {how}"


def asked_to_check(who: str, message: str) -> str:
    """Above a check that was posted for everybody; ``message`` is a link."""
    return f"{who} asked me to check {message}."


def all_ties_of(number: int, place: str) -> str:
    """On a button that goes back from one tie of a place to all of them."""
    return f"Both ties of {place}" if number == 2 else f"All {number} ties of {place}"


IT_DEPENDS = "That depends on which tie is meant."


def goes_for_all(place: str, partners: Sequence[str]) -> str:
    """Behind a yes or no: that it is the answer for each of a place's ties."""
    every = "both" if len(partners) == 2 else f"all {len(partners)}"
    return f"That goes for {every} ties on record for {place}: with {series_apart(partners)}."


def answer_for_one(partner: str, answer: str) -> str:
    """A yes or no for one of a place's ties."""
    return f"With {partner}: {small(answer)}"


def which_place(number: int) -> str:
    """That several places share a name."""
    return f"{plural(number, 'place')} on record share this name. Which one do you mean?"


def namesake(name: str, partners: Iterable[str]) -> Line:
    """One of them, with its partners."""
    return Line(f": {series_apart(partners)}.", name)


def no_tie_between(one: str, other: str) -> str:
    """Two places that were taken for partners and are not."""
    return f"No tie between {closed(one)} and {closed(other)} is on record."


def no_tie_in_states(name: str, states: Iterable[str]) -> str:
    """A Russian place that has no tie in the states named with it."""
    return f"No tie between {closed(name)} and a place in {either(states)} is on record."


def no_tie_with_russia(name: str) -> str:
    """A known American place without a tie."""
    return f"There is no tie on record between {closed(name)} and a Russian place."


def no_tie_with_america(name: str) -> str:
    """A known Russian place without a tie."""
    return f"There is no tie on record between {closed(name)} and an American place."


def nor_for_namesakes(names: str) -> str:
    """That other places of the name have none either."""
    return f"Nor is there one for the other places that I know by that name: {names}."


def nearest_place(name: str, partners: Iterable[str]) -> str:
    """The nearest place that has a tie."""
    return f"The nearest place with a tie on record is {name}: {series_apart(partners)}."


def nearest_place_to(place: str, name: str, partners: Iterable[str]) -> str:
    """The same where several places share the name that was asked for."""
    return f"The nearest place to {closed(place)} with a tie on record is {name}: {series_apart(partners)}."


NO_NAMESAKE_WITH_RUSSIA = "There is no tie on record between a Russian place and any place of this name."
NO_NAMESAKE_WITH_AMERICA = "There is no tie on record between an American place and any place of this name."


def which_namesake(names: str) -> str:
    """Which places of a name are known, and that it takes one of them."""
    return f"I know {names}. Tell me which one you mean, and I will name the nearest place with a tie."


def some_places(names: Sequence[str], more: int) -> str:
    """Places by name, and how many smaller ones there are besides."""
    return listed_apart([*names, plural(more, "smaller place")] if more else names)


def not_known_in(state: str) -> str:
    """A name that was said to lie where none is known."""
    return f"There is no tie on record for a place of that name in {state}, and I know of no such place there."


UNKNOWN_NAME = "I know of no place by that name in the United States or in Russia."

NO_SUCH_SPEAKER = "Nothing of that kind is on record. What is said in general: /talking-points."
WHAT_IS_SAID, WHAT_IS_ANSWERED = "What is said", "What the other side answered"
ON_NO_SIDE = "Neither for ending nor for keeping: what people said"
OF_SINGLE_TIES = "What the Russian side said of single ties"


def partner_not_known(name: str) -> str:
    """That a name that is said with a Russian place is not known, and what follows is without it."""
    return (
        f"I do not know “{name}” as a place in the United States. This record is of U.S. ties alone: a city of another "
        "country is not in it. What is on record for the Russian place follows."
    )


NOTHING_TO_SHARE = "No tie is in that list any more. Please ask again."
ASK_IN_YOUR_OWN_WORDS = "For a question in your own words, use /ask."


def unknown_place(typed: str) -> str:
    """The same of what was typed for a place."""
    return f"I know of no place called “{typed}” in the United States or in Russia."


def nearest_names(names: Iterable[str]) -> str:
    """Names that are like one that is not known."""
    return f"The nearest names with a tie on record: {series_apart(names)}."


def read_as(typed: str, name: str) -> str:
    """How a name was read that is far from what was typed."""
    return f"Reading “{typed}” as {name}."


def larger_namesakes(name: str, others: Sequence[str]) -> str:
    """That places without a tie share the name of the one that is told of, and are larger."""
    if len(others) == 1:
        return f"This is {name}. A larger place of that name has no tie on record: {others[0]}."
    return f"This is {name}. Larger places of that name have no tie on record: {series_apart(others)}."


def belongs_to(kind: PlaceKind, name: str) -> str:
    """That the tie is of the county, metro area or borough of the city that was named."""
    return f"The tie is that of {_WIDER[kind]}, {name}."


_WIDER = {PlaceKind.METRO: "the metro area", PlaceKind.COUNTY: "the county", PlaceKind.BOROUGH: "the borough"}
WIDER_KINDS = frozenset(_WIDER)

# What is put right in a question.


def _word(standing: Standing) -> str:
    return STANDINGS[standing].word


def _either(standings: Iterable[Standing]) -> str:
    return either(map(_word, standings))


def was_changed_later(was: Standing, value: PartialDate) -> str:
    """Asked of a suspension or ending that a later act lifted."""
    return f"It was {_word(was)} {on(value)}, and a later act changed that."


def nothing_says_so(standings: Iterable[Standing]) -> str:
    """Asked of an unconfirmed tie."""
    return f"Nothing on record says that it was {_either(standings)}."


def not_so(standings: Iterable[Standing]) -> str:
    """Asked of an active, dormant or disputed tie."""
    return f"It was not {_either(standings)}, as far as the record shows."


def not_so_but(standings: Iterable[Standing], now: Standing) -> str:
    """Asked of a tie on which another decision was taken: "It was not ended: it was suspended."."""
    return f"It was not {_either(standings)}: it was {_word(now)}."


def in_other_words(own: str) -> str:
    """Asked of a decision that the record tells in words of its own: ``suspended or ended``."""
    return f"The record's own words for it are “{own}”."


def not_only(standings: Iterable[Standing]) -> str:
    """Asked of a suspension that became an ending."""
    return f"It was not only {_either(standings)}: it was {_word(Standing.ENDED)}."


def other_date(value: PartialDate) -> str:
    """That the date in the question is not the one on record."""
    return f"The date on record is {when(value)}, not the one in the question."


def other_decider(asked: Iterable[Authority], actor: str) -> str:
    """That it was not who the question says that decided."""
    names = either(AUTHORITIES[authority].name for authority in asked)
    return f"No decision by {names} is on record; what is on record comes from {actor}."


def other_vote(recorded: str, claimed: str) -> str:
    """That the vote in the question is not the one on record; ``recorded`` is empty where none is."""
    if not recorded:
        return f"No vote on the tie is on record, {claimed} or other."
    return f"The vote on record is {recorded}, not {claimed}."


# Lists.


def most_ties(state: str, number: int, total: int) -> str:
    """The state with the most ties."""
    return f"{state} has the most ties on record: {number} of {total}."


def by_state(counts: Iterable[tuple[str, int]]) -> str:
    """How many ties each state has."""
    return f"{series_apart(f'{name} {count}' for name, count in counts)}."


def with_several_ties(counts: Iterable[tuple[str, int]]) -> str:
    """Russian places that have more than one."""
    return f"Russian places with more than one tie: {series_apart(f'{name} {count}' for name, count in counts)}."


# Ties with Ukraine.

_OF_STATE = "(state)"
_AS_OF_SOURCE = {
    "active": "active",
    "intent": "announced as an intention",
    "unknown": "whether it stands is not known",
}


def ukrainian_partner(tie: UkraineTie, marks: str) -> Line:
    """A tie with Ukraine, as of its source."""
    partner = f"{tie.ua_name}, Ukraine ({tie.ua_note})" if tie.ua_note else f"{tie.ua_name}, Ukraine"
    status = _AS_OF_SOURCE.get(tie.status, tie.status)
    if tie.since:
        told = f"{partner}, since {when(tie.since)}; by its source, {status}{marks}."
    else:
        told = f"{partner}; by its source, {status}{marks}."
    weak = "This rests on one weak source." if tie.weak else ""
    place = f"State of {tie.us_state}" if tie.us_name.endswith(_OF_STATE) else f"{tie.us_name}, {tie.us_state}"
    return Line(f" {paragraph([told, weak])}", f"{place}:")


def ukrainian_ties(number: int) -> str:
    """How many are known."""
    return f"On record are {plural(number, 'U.S. tie')} with Ukraine, each as its source has it and not as of today."


def ukrainian_ties_of_a_time(number: int, undated: int) -> str:
    """How many of them were made in the time asked for, and of how many it is not known when they were made."""
    made = (
        f"Made in the time that you ask about: {number}." if number else "None is dated in the time that you ask about."
    )
    return f"{made} Of {undated} no date is on record."


NONE_OF_PLACES_ASKED_FOR = "None of them is of a place that you asked about; others are, for example:"


def in_ukraine(name: str) -> str:
    """That a place is Ukrainian."""
    return f"{closed(name)} is in Ukraine, not in Russia."


def ukrainian_partners_of(name: str) -> str:
    """What comes before the partners of a Ukrainian place."""
    return f"On record as U.S. partners of {name}, each as its source has it:"


# What one can do.

WRITE = Line(
    " A short personal letter to the office that decides counts for more than a copied one. "
    "Say who you are, ask for one thing, give one dated fact, and stay fair to the other view.",
    "Write.",
)
ASK_FOR_A_VOTE = Line(" Speak at a council meeting, or ask that the tie be put on the agenda.", "Ask for a vote.")
SIGN = Line(" Sign it, and invite five friends; ask me about “the petition”.", "The petition.")
UKRAINIAN_PARTNER = Line(
    " Ask your city about a partner in Ukraine; ask me about “Ukrainian partners”.", "A Ukrainian partner."
)


def office(recipient: Recipient, place: str) -> Line:
    """An office that decides, and its page."""
    if recipient.verified_on:
        told = f"{recipient.office}; {recipient.body} (checked on {day(recipient.verified_on)})."
    else:
        told = f"{recipient.office}; {recipient.body} (the usual office: check it before you write)."
    return Line(f" {paragraph([told, recipient.page or ''])}", f"{place}:")


# Talking points.

SPEAKERS_OWN_WORDS = "These are the speakers' own words and claims; Tiewatch does not make them its own."


def talking_point(point: TalkingPoint, marks: str) -> Line:
    """What somebody said, word for word where the words are known, with what the quotation needs to be understood."""
    office = point.office_then or point.office
    speaker = f"{point.speaker}, {office}" if office else point.speaker
    dated = when(point.date) if point.date else "undated"
    if not point.quote:
        return Line(f" {point.gist}{marks}", f"{speaker}, {dated}:")
    if point.lead:
        return Line(f", {point.lead}: “{point.quote}”{marks}", f"{speaker}, {dated}")
    return Line(f" “{point.quote}”{marks}", f"{speaker}, {dated}:")


def narrowed_to(only: Sequence[str], where: Sequence[str], time: str, without: Sequence[str]) -> str:
    """To whom, where and when an answer is narrowed: ``Only what mayors said at a meeting, without Zelenskyy.``"""
    said = f"what {listed(only)} said" if only else "what was said"
    told = series(filter(None, (" ".join(filter(None, (said, either(where)))), _without(without))))
    whose = f"Only {told}." if only or where or without else ""
    return paragraph([whose, f"Only words {time}." if time else ""])


def _without(names: Sequence[str]) -> str:
    return f"without {listed(names)}" if names else ""


def cannot_tell_of_speakers(unknown: Sequence[str]) -> str:
    """What a question narrows speakers by and the record does not say of them."""
    return f"I cannot narrow by {either(unknown)}: the record does not say that of speakers."


def petition_says_nothing_of(words: Sequence[str]) -> str:
    """That nothing is on record of the petition in some words of a question."""
    return f"Of {listed(f'“{word}”' for word in words)} nothing is on file here about the petition. What is:"


def more_points(number: int) -> str:
    """That more was said than is shown."""
    return f"{number} more: /talking-points."


# The answers themselves.


def known_from(ties: int, sources: int) -> Line:
    """What the answers are made from."""
    return Line(
        f" {plural(ties, 'tie')} and {plural(sources, 'source')}: council papers, cities' own pages, news reports, "
        "associations, lists. Each answer names its sources and says what kind of page each is.",
        "What I know from.",
    )


def how_sure(searched: str) -> Line:
    """How a standing is found, and how old the words are; ``searched`` is the sentence about the last searches."""
    return Line(
        " A standing follows from dated acts by written rules; I never guess one. Most words are old, so I give their "
        f"dates. What is not known I call unconfirmed. {searched}",
        "How sure it is.",
    )


WHAT_I_CAN_ANSWER = Line(
    " Ask me about a place, a state, a standing or a year: “is Portland still paired with Khabarovsk?”, “which ties in "
    "Oregon?”, “what was suspended in 2023?”, “what can I do?”.",
    "What I can answer.",
)


# What a search of the record found.

_MOST_WORDS, _LONGEST_WORD = 4, 30
WHAT_CAN_BE_ASKED = (
    "You can ask about a place, a state, a standing, a time or a person, what both sides say, the petition and "
    "partners in Ukraine, for example “is Portland still paired with Khabarovsk?”."
)
# A summary is left out where so much of it was said already.
_MOST_SAID = 0.9


def found_in_record(words: Sequence[str]) -> str:
    """The heading above what was found for some words."""
    return f"On record: {listed(f'“{word}”' for word in words)}" if words else "On record"


def vote_on_it(act: Act, marks: str) -> str:
    """The newest vote on a tie: ``The newest vote on record, by the commission on 9 March 2022: 5–0.``"""
    return f"The newest vote on record, by {who_and_when(act)}: {act.vote}{marks}."


def no_vote(vote: str) -> str:
    """That no decision was voted like this."""
    return (
        f"No vote of {vote} is on record. Votes that are known stand with each tie, for example “who voted in Juneau?”."
    )


def words_of_nobody(words: Sequence[str]) -> str:
    """That nobody on record said something in these words."""
    named = either(f"“{clip(word, _LONGEST_WORD)}”" for word in words[:_MOST_WORDS])
    return f"Nobody on record said {named}, as far as the record shows. {WHAT_CAN_BE_ASKED}"


def words_not_said(words: Sequence[str]) -> str:
    """Which of the words that were asked for nobody on record said; the others are told below."""
    named = either(f"“{clip(word, _LONGEST_WORD)}”" for word in words[:_MOST_WORDS])
    return f"Nobody on record said {named}, as far as the record shows. The other words stand here:"


def not_on_record(people: Sequence[str]) -> str:
    """That nothing which these people said or did about ties is on record."""
    return f"Nothing that {either(people)} said or did about these ties is on record here. {WHAT_CAN_BE_ASKED}"


def search_heading(text: str, found: int, most: int) -> str:
    """The heading of a search, with how many entries were found."""
    number = f"{most} or more entries" if found >= most else plural(found, "entry", "entries")
    return f"“{text}”: {number} on record"


def not_found(text: str) -> str:
    """That nothing was found for a text, and what can be asked instead."""
    return (
        f"I did not find “{text}” in the record. It holds decisions, statements, votes and conditions, what both sides "
        "said, pages that list partners, the petition and Ukrainian partners. Try fewer words, or the name of a place."
    )


def words_not_found(words: Sequence[str]) -> str:
    """That the record has nothing in these words, and what can be asked."""
    named = either(f"“{clip(word, _LONGEST_WORD)}”" for word in words[:_MOST_WORDS])
    return f"I did not find {named} in the record. {WHAT_CAN_BE_ASKED}"


def found_act(pair: str, act: Act, marks: str) -> Line:
    """An act that was found: in its own public wording, and what the summary says beyond that."""
    return found_of_pair(pair, act_in_full(act), marks)


def found_of_pair(pair: str, told: str, marks: str) -> Line:
    """Whole sentences that were found about a pair."""
    return Line(f" {told}{marks}", f"{pair}:")


def act_in_full(act: Act) -> str:
    """An act in its own public wording, and what the summary says beyond that."""
    told = act_told(act)
    return paragraph([told, "" if _says(told, act.summary) else act.summary])


def _says(told: str, more: str) -> bool:
    """Whether most words of one text stand in the other."""
    words = key(more).split()
    return sum(f" {word} " in f" {key(told)} " for word in words) >= _MOST_SAID * len(words)


def found_explanation(topic: str, told: str, marks: str) -> Line:
    """An explanation that was found."""
    return Line(f" {told}{marks}", f"{topic}:")


def found_listing(pair: str, listing: Listing, marks: str) -> Line:
    """A page that was found."""
    dated = f"a page of {when(listing.date)}" if listing.date else "an undated page"
    return Line(f" {listing.says}{marks}", f"{pair}, {dated}:")


def found_note(pair: str, note: str, marks: str) -> Line:
    """A note that was found."""
    return Line(f" {note}{marks}", f"{pair}:")


def found_point(point: TalkingPoint, marks: str) -> Line:
    """What somebody said, with what it was about, as far as it is known word for word."""
    who = f"{point.speaker}, {point.office_then}" if point.office_then else point.speaker
    strong = f"{who}, {when(point.date)}:" if point.date else f"{who}, undated:"
    quote = f"“{point.quote}”" if point.quote else ""
    return Line(f" {paragraph([point.gist, quote])}{marks}", strong)


SIDE_OF_TIE = {Side.END: "For ending the tie", Side.KEEP: "For keeping the tie"}
ALSO_ON_RECORD = "Also on record"
NO_MORE_REASONS = (
    "No other reason is on record for this tie, from either side. What is said in general: /talking-points."
)


def nothing_else_there(sides: Sequence[Side]) -> str:
    """That of a tie no more is on record for these sides: an act may say which side somebody took."""
    wanted = either(_WANTED[side] for side in sides)
    return f"Nothing else is on record there for {wanted} the tie. What is said in general: /talking-points."


NO_PROPOSAL = "No proposal on this tie is on record."
NO_VOTE_ON_IT = "No vote on this tie is on record."
NOBODY_AGAINST = "Nobody is told to have voted against or abstained."
NO_ROLL_CALL = "Who voted how, name by name, is not on record here."
HOW_THEY_STAND = "How the ties stand that were named"


def nobody_in_office(office: str) -> str:
    """That nobody on record spoke or acted on some ties in an office that is asked for."""
    return f"Nobody is on record by name who spoke or acted on these ties as a {office}."


GOVERNORS = "What governors said and did"
NO_OTHER_GOVERNOR = "No other governor's word or act is on record here."
NOT_WHO_BEGAN = "How it began, and who began it, is not on record."
NO_REASON = "No reason is on record for this tie, from either side. What is said in general: /talking-points."
NO_HEARING = "No hearing or vote on it is on record as coming."


# People and bodies.


def speaker(name: str, offices: Sequence[str]) -> Line:
    """Who somebody was when they spoke or acted."""
    if not offices:
        return Line(" On record with these words and acts.", f"{name}.")
    return Line(f" {capital(series_apart(offices))}.", f"{name}.")


def office_then(office: str, place: str, dated: str) -> str:
    """An office that an act names, with its tie's American place and the date: the office as it was then."""
    return f"{office}, {dated} ({place})"


def more_of_speaker(number: int, name: str) -> str:
    """That there is more on record of somebody."""
    entries = "There is 1 more entry" if number == 1 else f"There are {number} more entries"
    return f"{entries}: search for “{name}” with /search."


OFFICES_THEN = "These are the offices of that time; who holds them today is not in the record."


# Explanations.


def also_from(sources: Iterable[str]) -> str:
    """Sources that have no address."""
    return f"Also from: {series_apart(sources)}."


def commands_for_it(commands: Iterable[str]) -> str:
    """Commands that go with an explanation."""
    return f"Commands for this: {listed(commands)}."


# Other countries.


def no_american_partner(name: str) -> str:
    """That a Ukrainian place has no partner in the United States on record."""
    return f"No U.S. partner of {name} is on record here."


def no_ukrainian_partner(name: str) -> str:
    """That a U.S. place has no Ukrainian partner on record."""
    return f"No Ukrainian partner of {name} is on record here."


def is_abroad(name: str, country: str) -> str:
    """That a place is neither American nor Russian."""
    return (
        f"{name} is in {with_article(country)}, and this record is only of ties between the United States and Russia."
    )


def other_country(country: str) -> str:
    """That a country's ties are not in the record."""
    ties = f"Ties of {with_article(country)}"
    return f"{ties} are not in this record: it is only of those between the United States and Russia."
