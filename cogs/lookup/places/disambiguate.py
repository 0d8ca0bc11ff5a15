"""Which of the names in a question are asked about, and what they come to. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cogs.lookup.claims.claimed_speeches import says_whom_zelenskyy_named
from cogs.lookup.lists.asked_list import ALL_BUT
from cogs.lookup.lists.regions_asked import is_typed_as_region
from cogs.lookup.phrases.leaving_words import words_of
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.places.names_in_talk import ON_THE_LIST, is_in_talk
from cogs.lookup.reading.intents import OF_OTHERS, SEVERAL, Intent
from cogs.lookup.reading.names_in_company import is_of_each
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import NAMED_IN_SPEECH, said_for, said_in_all
from cogs.lookup.ukraine.ukraine import is_named_with_partner, is_ukrainian
from db.record.mentions import Mention
from db.record.models import Country, PlaceKind
from db.record.register import Register
from db.record.resolver import Resolution, has_partner, match_names

# What leaves a name out of those that stand in some way: "ті що на паузі, крім Чикаго".
_LEAVES_OUT = phrases(f"""
    {words_of("before")}
    (throw|toss|leave|take|cross) ..4 (out|off|aside); (not|no|dont|do not|without) (count|counting|including|include)
    не (рахувати|рахуйте|рахуй|рахуємо|рахуючи|беремо|враховуйте); не (считать|считайте|считай|считаем|считая|берём)
""")
_KNOWN = said_for("questions", "disambiguate", "known")
# Whose partners are asked for, where a name is borne on both sides: "how many sister cities in the US does St.
# Petersburg have" is of the Russian one.
_PARTNERS_IN = {
    Country.US: said_in_all("partners_asked", "in_america"),
    Country.RU: said_in_all("partners_asked", "in_russia"),
}
_OURS = said_for("questions", "disambiguate", "ours")
_SUBURB, _NEAR = said_for("questions", "disambiguate", "suburb"), 2
_OTHER_SIDE = {Country.US: Country.RU, Country.RU: Country.US}


def resolve(question: Question, register: Register) -> Resolution:
    """Match the mentions of a question with each other, its states and its negations."""

    def is_talk(mention: Mention, others: Sequence[Mention]) -> bool:
        return is_in_talk(mention, others, question, register)

    several = Intent.LIST in question.intents or SEVERAL.search(question.joined) is not None
    of_a_list = several and bool(question.standings or question.narrowing.narrows)
    # "The youngest pair, and not Houston": of all the others one is asked for.
    of_a_list = of_a_list or question.narrowing.sort is not None
    of_a_list = of_a_list or ALL_BUT.search(question.joined) is not None
    of_a_list = of_a_list or _LEAVES_OUT.search(question.joined) is not None
    of_a_list = of_a_list or (several and _KNOWN.search(question.joined) is not None)
    mentions = [
        _as_whose_partners_are_asked_for(
            _as_named_in_speech(_as_region(_as_partner_of_ukrainian(it, question, register), question), question),
            question,
        )
        for it in map(partial(_as_missed, question=question), _with_partners_besides(question, register))
        if not _has_a_suburb_named(it, question, register)
    ]
    found = match_names(mentions, question.all_states, question.excluded_states, register, is_talk, of_a_list=of_a_list)
    return _with_each(found, question, register)


def _with_each(found: Resolution, question: Question, register: Register) -> Resolution:
    """The ties that were found, with those of all places of a name each of which is asked about beside a partner of
    one: "which Portland is Khabarovsk's, and did either of the two Portlands drop theirs".
    """
    of_each = [it for it in question.mentions if is_of_each(it, question.words)]
    if not (of_each and found.paired):
        return found
    ties = [tie for it in of_each for place in it.places for tie in register.ties_of(place.id)]
    return replace(found, paired=tuple({tie.id: tie for tie in (*found.paired, *ties)}.values()))


def _has_a_suburb_named(mention: Mention, question: Question, register: Register) -> bool:
    """Whether a Russian city is named only as the one whose suburb a named place has: "Tulsa's Moscow suburb"."""
    around = (
        question.words[max(0, mention.start - _NEAR) : mention.start] + question.words[mention.end : mention.end + 1]
    )
    if Country.RU not in mention.countries or not any(_SUBURB.search(word.norm) for word in around):
        return False
    own = (place for it in question.mentions for place in it.places if place.country is Country.US)
    regions = [register.place(tie.ru).region or "" for place in own for tie in register.ties_of(place.id)]
    return any(place.name in region for place in mention.places for region in regions)


def _as_missed(mention: Mention, question: Question) -> Mention:
    """A place without a tie that is said not to be listed, as one that is asked about: "Peoria isn't listed, why"."""
    alone = mention.negated and len(question.mentions) == 1 and not mention.places
    return replace(mention, negated=False) if alone and ON_THE_LIST.search(question.joined) else mention


def _as_partner_of_ukrainian(mention: Mention, question: Question, register: Register) -> Mention:
    """A name of several places as the one of them that is the partner of a Ukrainian place named with it."""
    if len(mention.places) <= 1 or mention.qualified:
        return mention
    ukrainian = [each for each in question.mentions if is_ukrainian(each)]
    fits = [
        place
        for place in mention.places
        if any(is_named_with_partner(each, [mention.only([place])], register) for each in ukrainian)
    ]
    return mention.only(fits) if len(fits) == 1 else mention


def _as_region(mention: Mention, question: Question) -> Mention:
    """A name of a region and its city as the region, where its ending tells: "Ставрополье" is not "Ставрополь"."""
    regions = [place for place in mention.places if place.kind is PlaceKind.REGION]
    if len(mention.places) <= 1 or len(regions) != 1 or mention.end != mention.start + 1:
        return mention
    return mention.only(regions) if is_typed_as_region(question.words[mention.start]) else mention


def _as_named_in_speech(mention: Mention, question: Question) -> Mention:
    """A name of several places as the one that President Zelenskyy named, where it is said that he named it."""
    if (
        len(mention.places) <= 1
        or mention.qualified
        or is_of_each(mention, question.words)
        or not says_whom_zelenskyy_named(question)
    ):
        return mention
    named = [place for place in mention.places if place.id in NAMED_IN_SPEECH]
    return mention.only(named) if len(named) == 1 else mention


def _as_whose_partners_are_asked_for(mention: Mention, question: Question) -> Mention:
    """A name of places in both countries as those of the one whose partners in the other are asked for."""
    if len(mention.countries) <= 1 or mention.qualified or len(question.mentions) > 1:
        return mention
    if Country.UA in mention.countries and _OURS.search(question.joined):
        # "Наша Одесса" is Ukraine's, and no namesake of hers.
        return mention.only([place for place in mention.others if place.country is Country.UA])
    asked = [country for country, words in _PARTNERS_IN.items() if words.search(question.joined)]
    if len(asked) != 1:
        return mention
    if mention.places:
        return mention.only([place for place in mention.places if place.country is _OTHER_SIDE[asked[0]]])
    # "Одесса с кем побратим в Штатах" is Ukraine's.
    return mention.only([place for place in mention.others if place.country is not asked[0]])


def _with_partners_besides(question: Question, register: Register) -> Sequence[Mention]:
    """The names of a question; a Russian place besides which others are asked for is named with its partner: "what
    other sister cities does Portland have besides Khabarovsk".
    """
    if not any(mention.negated for mention in question.mentions) or OF_OTHERS.search(question.joined) is None:
        return question.mentions
    return [
        replace(mention, negated=False)
        if mention.negated and mention.countries == {Country.RU} and has_partner(mention, question.mentions, register)
        else mention
        for mention in question.mentions
    ]
