"""What a question asks of, and so which explanations cannot be meant by it. Pure."""

from __future__ import annotations

from cogs.lookup.explanations.explanation_phrases import phrased_by_alone, phrased_by_words
from cogs.lookup.lists.division_reading import OF_TIME, Form, division_asked
from cogs.lookup.reading.framing import is_where_the_asker_is
from cogs.lookup.reading.intents import INTENTS, SIGNED, WHYS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, FoundExplanation, meaning
from db.record.text import tokens

# How it is asked for an explanation, whatever ties are named in it; and what asks for ties all the same.
_EXPLAINS = said_in_all("explains")
_OF_TIES = frozenset({Intent.COUNT, Intent.LATEST, Intent.EARLIEST, Intent.BY_STATE})
_SUBJECT_INTENT = {"petition": Intent.PETITION, "bot": Intent.BOT}
# With a place named, these are asked of its tie.
OF_ONE_TIE = frozenset({Intent.BEGINNING, Intent.VOTE})
# What argues for or against the ties asks nothing of the bot.
ARGUED_OF = frozenset({Intent.ARGUING, Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES})
_WHO_WROTE = said_for("questions", "explanation_fit", "who_wrote")
_A_LIST = said_for("questions", "explanation_fit", "a_list")
_HOW_TO_TELL = said_for("questions", "explanation_fit", "how_to_tell")
_NEWS = "report-change"
_COUNTRIES = frozenset({"=russia", "=ukraine"})
# Beside an answer about these nothing but its card is told of a place.
_OF_HELP = frozenset({"bot", "act"})


def asks_who_wrote(question: Question) -> bool:
    """Whether it is asked who wrote or sent something: no help with a letter of one's own."""
    return _WHO_WROTE.search(question.joined) is not None


def names_what_is_asked_of(question: Question) -> bool:
    """Whether a place, a state or somebody is named: not only where somebody is who asks, "I'm from Belgorod"."""
    spots = [mention.start for mention in question.mentions]
    named = [start for start in spots if not is_where_the_asker_is(question.words, start, question.joined)]
    return bool(named or (question.states and not spots) or question.speakers)


def is_of_the_other_country(found: FoundExplanation) -> bool:
    """Whether an answer is about Russia, and the question speaks of Ukraine, or the other way round."""
    topic = {meaning(word.norm) for word in tokens(found.explanation.topic)}
    asked, other = found.unshared & _COUNTRIES, topic & _COUNTRIES
    return bool(asked and other and not asked & other)


def asks_of_a_pair(question: Question) -> bool:
    """Whether it is asked how the tie of two places began or was voted on, or which came first: of those alone."""
    placed = sum(bool(mention.places) for mention in question.mentions)
    asked = question.intents & {*OF_ONE_TIE, Intent.SEQUENCE, Intent.SAID}
    return placed > 1 and bool(asked) and not question.intents & {Intent.PETITION, Intent.ACT}


def asks_why_of_a_place(question: Question) -> bool:
    """Whether it is asked why the place that is named decided, or did not decide: its own reasons answer that."""
    placed = any(mention.places and not mention.weak for mention in question.mentions)
    decided = bool(question.standings or question.excluded_standings)
    why = (Intent.REASONS in question.intents and decided) or bool(question.intents & {*WHYS, Intent.BOTH_SIDES})
    return placed and (why or ActKind.PROPOSED in question.narrowing.kinds or asks_of_a_pair(question))


def asks_for_figures(question: Question) -> bool:
    """Whether so much of a list is asked for that nothing on file says it: a share of what was done, or in a time, or
    what is first of it in some order.
    """
    if question.narrowing.by_order or question.narrowing.to_come or _asks_for_a_peak(question):
        return True
    acts = question.standings or question.narrowing.kinds
    one_of_both = question.narrowing.share is not (question.period is not None)
    return bool(acts) and one_of_both and Intent.ARGUING not in question.intents


def asks_to_list_standings(question: Question) -> bool:
    """Whether a list of those that stand in some way is asked for by that word: of none of them is the meaning asked.

    "Draw up a list of those that ended it for good", but not "why is there a list of dormant ties".
    """
    named = question.standings and _A_LIST.search(question.joined)
    return bool(named) and Intent.ARGUING not in question.intents and not wants_explaining(question)


def _asks_for_a_peak(question: Question) -> bool:
    """Whether it is asked in which year or month most was made or done, or least."""
    divided = division_asked(question)
    return divided is not None and divided.by in OF_TIME and divided.form in {Form.MOST, Form.FEWEST}


def asks_to_explain(question: Question) -> bool:
    """Whether it is asked why, how, what one may or what is the difference, of ties in general: for no list of them."""
    narrowing = question.narrowing
    narrowed = question.all_states or question.period or question.authorities
    of_some = narrowing.traits or narrowing.kinds or narrowing.compares
    return not (narrowed or of_some or question.intents & _OF_TIES) and wants_explaining(question)


def wants_explaining(question: Question) -> bool:
    """Whether a question is put as one that wants explaining: why, how, what is the difference."""
    return _EXPLAINS.search(question.joined) is not None


def is_of_another_subject(explanation: Explanation, question: Question) -> bool:
    """Whether an answer is about the petition or the bot, and the question has no word of those."""
    intent = _SUBJECT_INTENT.get(explanation.subject)
    return intent is not None and intent not in question.intents


def asked_of_help(question: Question) -> Explanation | None:
    """What a phrase asks of the bot or of taking part, beside which a place that is named gets its card alone."""
    found = phrased_by_words(question)
    if found is None or found.subject not in _OF_HELP or (found.subject == "bot" and found.of_place):
        return None
    return None if asks_of_a_pair(question) or question.intents & ARGUED_OF else found


def brings_news(question: Question) -> bool:
    """Whether a text tells what somebody heard to ask how the editors are told, and claims nothing of the record."""
    if _HOW_TO_TELL.search(question.joined) is None:
        return False
    found = phrased_by_alone(question)
    return found is not None and found.id == _NEWS


def may_be_of_petition(explanation: Explanation, question: Question) -> bool:
    """Whether an answer is about the petition, where that is meant and not named; any answer, where it is not meant."""
    return explanation.subject == "petition" or not is_meant_by_signing(question)


def is_meant_by_signing(question: Question) -> bool:
    """Whether the petition is meant and not named: "link to sign?"."""
    return Intent.PETITION in question.intents and INTENTS[Intent.PETITION].search(question.joined) is None


def meant_of_petition(question: Question) -> Explanation | None:
    """What is asked of the petition by who speaks of it.

    Who has signed asks what comes then; where another country is named, whether one may sign there.
    """
    if SIGNED.search(question.joined):
        return shipped().by_id("petition-after")
    return shipped().by_id("petition-who") if question.abroad else None


def subject_of(question: Question) -> str:
    """What a question is about that is about no tie: the petition, the bot; else empty."""
    if Intent.PETITION in question.intents:
        return "petition"
    return "bot" if Intent.BOT in question.intents and not question.asks_of_ties else ""
