"""What lookups say that is of no one subject, a function a sentence. Pure.

What is said where a question cannot be answered as it was asked, what one can do, and what the answers are made from.
Places, premises, speakers, searches and Ukraine have a ``…_sentences.py`` of their own. A ``Line`` begins in bold;
``marks`` are the numbers of sources, ``" [1][2]"`` or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cogs.wording.act_phrases import who_and_when
from cogs.wording.blocks import Line
from cogs.wording.dates import day
from cogs.wording.english import (
    capital,
    clip,
    either,
    either_apart,
    listed,
    paragraph,
    plural,
    series,
    series_apart,
)
from db.record.grades import Grade
from db.record.models import Act, Recipient
from db.record.standings import STANDINGS, Standing

# So much of a clause is quoted.
_LONGEST_CLAUSE = 120

# What an answer says where the question could not be answered as it was asked.

SCOPE = "I only know about sister-city ties between the United States and Russia."
HINT = "Ask me about a place, for example “is Portland still paired with Khabarovsk?”, or “which ties in Oregon?”."
NO_QUESTION = f"I cannot find a question in that. {HINT}"
NO_SUBJECT = f"I found no place or subject that I know in that. {HINT}"
OFF_TOPIC = f"{SCOPE} {HINT}"
UNSURE = "I am not sure what you mean. It may be one of these; if not, please put it in other words."
NEAREST = "The general questions nearest to yours that I can answer are these."
HELLO = "Hello."
WELCOME = "You are welcome."
IF_MEANT = "If you would like to know how its tie stands, choose it below, or ask me about any other place."
NOT_OF_A_TIE = (
    f"{SCOPE} This does not look like a question about one. If you mean how a tie stands, choose it below, or ask, "
    "for example, “is Portland still paired with Khabarovsk?”."
)
UNSURE_OF_A_TIE = (
    f"{SCOPE} I am not sure that this is a question about one; I can say how a tie stands, why, since when and by "
    "whose word, for example “is Portland still paired with Khabarovsk?”."
)
UNSURE_OF_ITS_QUESTION = (
    "I cannot tell what you ask of this tie, or it is not on record. This is what is; you can ask how the tie stands, "
    "why, since when and by whose word."
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

PICK_FIRST = "I do not know yet which of these you mean. Pick one, and ask me again about it."
NOT_NARROWED = "I do not understand by what this list is to be narrowed, so this is all of it."
ONE_AT_A_TIME = (
    "I tell that of one tie at a time. Pick one of these, or name it: “why did Dallas do it?”, "
    "“what did Liccardo say?”."
)
NO_MORE_IN_GENERAL = (
    "This is what I have on it in general. To see who said or did what, name a place or a person: "
    "“what did Liccardo say?”."
)


def told_above(when: str) -> str:
    """In the line on how a tie stands: that what was done or said then is told above."""
    return f"What is on record of {when} is told above." if when else "What it rests on is told above."


# Headings.

WHICH_ONE = "Which one?"
NOTES = "Notes"
WHAT_YOU_CAN_DO = "What you can do"
ABOUT = "About these answers"


# A tie's history and sources.


def sources_by_grade(counts: Mapping[Grade, int]) -> str:
    """How many sources there are, how many of each grade, and what a grade says."""
    told = listed(f"{count} of grade {grade}" for grade, count in sorted(counts.items()))
    scale = (
        "A grade says how near a page is to the decision: from A, a resolution or minutes, to E, a list or a repost."
    )
    return f"{plural(sum(counts.values()), 'source')}: {told}. {scale}"


def reprint(number: int, first: int, outlet: str) -> str:
    """That a source carries a text of the outlet that one before it is of: which of its texts, is not on record."""
    return f"[{number}] carries a text of {outlet}, as [{first}] does: they count as one."


def one_outlet(numbers: Sequence[int], publisher: str) -> str:
    """That some sources are of one outlet."""
    together = listed(f"[{number}]" for number in numbers)
    every = "both" if len(numbers) == 2 else "all"
    return f"{together} are {every} from {publisher}, and count as one."


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
        f"That is too much at once: I answer at most {of_a_person} messages a minute from one person, and "
        f"{in_a_channel} in one channel. Please ask again in a minute, or use `/ask`."
    )


def too_many_files(files: int, seconds: int) -> str:
    """That somebody took as many files as one may, and when there is another."""
    return f"You took {plural(files, 'file')} just now. Please try again in {plural(seconds, 'second')}."


def asked_to_check(who: str, message: str) -> str:
    """Above a check that was posted for everybody; ``message`` is a link."""
    return f"{who} asked me to check {message}."


NOTHING_TO_SHARE = "No tie is in that list any longer. Please ask again."
ASK_IN_YOUR_OWN_WORDS = "For a question in your own words, use /ask."


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


def vote_on_it(act: Act, marks: str) -> str:
    """The newest vote on a tie: ``The newest vote on record, by the commission on 9 March 2022: 5–0.``"""
    return f"The newest vote on record, by {who_and_when(act)}: {act.vote}{marks}."


def no_vote(votes: Sequence[str]) -> str:
    """That no decision was voted like these, "9–0"."""
    known = "Votes that are known stand with each tie, for example “who voted in Juneau?”."
    return f"No vote of {either(votes)} is on record. {known}"


NO_PROPOSAL = "No proposal on this tie is on record."
NO_VOTE_ON_IT = "No vote on this tie is on record."
NOBODY_AGAINST = "Nobody is reported to have voted against it or abstained."
NO_ROLL_CALL = "Who voted how, name by name, is not on record here."
NOT_WHO_BEGAN = "How and why it began, and who began it, is not on record."


def no_hearing(pairs: Sequence[str]) -> str:
    """That nothing is to come on some ties."""
    return f"No hearing or vote on {either_apart(pairs)} is on record as coming."


# Explanations.


_LONGEST_LEFT_OUT = 30


def may_be_another(words: Iterable[str]) -> str:
    """That an explanation may not be what is asked for, and which words of the question it does not take in."""
    named = listed(f"“{clip(word, _LONGEST_LEFT_OUT)}”" for word in words)
    return f"This may not be what you ask: I did not take {named} into account."


def passed_over(words: Iterable[str]) -> str:
    """What was said beside what narrows a list, and was not understood."""
    return f"I did not take into account: {series(f'“{word}”' for word in words)}."


def if_you_mean(topic: str) -> str:
    """What an answer that follows is to, which may be what is meant."""
    return f"If you mean “{topic}”:"


def also_from(sources: Iterable[str]) -> str:
    """Sources that have no address."""
    return f"Also from: {series_apart(sources)}."


def commands_for_it(commands: Iterable[str]) -> str:
    """Commands that go with an explanation."""
    return f"Commands for this: {listed(commands)}."


def words_of_one(words: Sequence[str], standing: Standing) -> str:
    """That several words that are asked about are said here of one standing."""
    return f"{capital(_quoted(words))} are one thing here: {STANDINGS[standing].word}."


def words_of_several(words: Mapping[Standing, Sequence[str]]) -> str:
    """Which of some words that are asked about are said here of which standing."""
    told = [
        f"{_quoted(theirs)} {'is' if len(theirs) == 1 else 'are'} {STANDINGS[standing].word}"
        for standing, theirs in words.items()
    ]
    return f"They are different standings here: {series_apart(told)}."


def words_are_standings(words: Sequence[str]) -> str:
    """That words which are asked about are each a standing of its own here."""
    return f"{capital(_quoted(words))} are different standings here, not one."


def word_does_not_say(words: Sequence[str], denied: Sequence[str]) -> str:
    """That words do not mean what a question concludes from them."""
    does = "does" if len(words) == 1 else "do"
    return f"No: {_quoted(words)} {does} not say {either(denied)}."


def _quoted(words: Sequence[str]) -> str:
    return listed([f"“{word}”" for word in words])


def not_taken_up(clause: str) -> str:
    """That one of several questions in a text was understood too little to be sure that it is answered."""
    return f"I am not sure that this answers “{clip(clause, _LONGEST_CLAUSE)}”; please ask that by itself."


def not_my_subject(clause: str) -> str:
    """That one of several questions in a text is of something that the bot knows nothing of."""
    return f"I cannot help with “{clip(clause, _LONGEST_CLAUSE)}”: I only know about sister-city ties."
