"""Which intents a question has: what its phrases ask, held against all else that was read of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from cogs.lookup.model import SortBy, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.denials import keys_asked
from cogs.lookup.reading.framing import is_where_the_asker_is
from cogs.lookup.reading.intents import INTENTS, SIGNS, SIGNS_ELSE, Intent
from cogs.lookup.reading.narrowing import Narrowing
from cogs.lookup.reading.over_the_war import is_of_the_war_alone
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.times.spans import Period
from db.record.derivation import INVASION
from db.record.mentions import Mention, Names
from db.record.models import Country
from db.record.standings import CUT, Standing
from db.record.text import Token
from db.record.values import value

# A text of which so much is quoted is a claim of somebody's.
_QUOTED = LATE.compile(r"[“\"«„][^“”\"«»„]{20,}[”\"»“]")
_MOST_OF = 0.6
# Beside a quotation: whose words it is, or what is answered to it, and not whether it is so.
_ASKS_OF_WORDS = LATE.compile(
    r"\b(?:repl|answer|respon|counter|rebut|who|whose|said|say|quote|line|відпов|ответ|возраз|заперечи|хто|кто|чи[йяї])",
    re.IGNORECASE,
)
_RECENT_OF_EACH = LATE.compile(r"\bmost recent\w* .{0,40}\b(?:in|for|of|per|by) (?:each |every )?state", re.IGNORECASE)
# Adjectives of places; the adverbs ask who has most ties.
_LARGEST = LATE.compile(
    r"\b(?:найбільш|найменш)(?:і|их|ими|ою|ого|ому|а|ий)\b|\bкрупнейш"
    r"|\b(?:найбільш|найменш)е (?:\w+ )?(?:міст|містечк|селищ)|\bсам\w+ (?:больш|крупн|мал|мелк)\w+ (?:\w+ )?город",
    re.IGNORECASE,
)
# "Де найбільше розірваних", but "найбільше місто".
_MOST_OF_ALL = LATE.compile(
    r"\b(?:де|де ж|хто|чого|кого) (?:\w+ )?най(?:більше|менше)\b(?! (?:\w+ )?(?:міст|містечк|селищ))", re.IGNORECASE
)
_FIRST_YEAR_OF_PETITIONS = 2014
_SIGNED_BY_OFFICE = LATE.compile(
    r"\b(?:mayors?|governors?|мер\w*|губернатор\w*) (?:s )?(?:\w+ )?"
    r"(?:signature|signed|signs|pen|подпис\w*|пидпис\w*)\b"
)
_SIGNED_AGREEMENT = LATE.compile(
    r"\b(?:agreements?|treat(?:y|ies)|accords?|pacts?|charters?|memorand\w*|соглашен\w*|договор\w*|угод\w*|меморанд\w*)"
    r" (?:\w+ ){0,3}(?:sign\w*|подпис\w*|пидпис\w*)"
    r"|\b(?:sign\w*|подпис\w*|пидпис\w*) (?:\w+ ){0,3}"
    r"(?:agreements?|treat(?:y|ies)|accords?|pacts?|memorand\w*|соглашен\w*|договор\w*|угод\w*|меморанд\w*)"
)
_WHO_SIGNED = LATE.compile(r"\b(?:who|кто|хто) (?:\w+ ){0,2}(?:sign|подпис|пидпис)\w*|\bsign\w* (?:\w+ ){1,3}away\b")
_WHEN_MADE = frozenset({Intent.FOUNDED, Intent.BEGINNING})
# What ends a tie or is sent to its partner is signed by who decides, and no agreement nor a petition.
_SIGNS_AN_ORDER = said_for("questions", "asked_intents", "signs_an_order")
# Whom an agreement is signed with: a petition is signed with nobody.
_SIGNS_WITH_UKRAINE = said_for("questions", "asked_intents", "signs_with_ukraine")
_FROM_UKRAINE = LATE.compile(r"\b(?:з|із|зі) україни\b|\bиз украины\b|\bfrom ukraine\b", re.IGNORECASE)
_PETITION_NAMED = LATE.compile(r"\bpetition|\bпетиц")


@value
class WhatWasRead:
    """What was read of a text before it is known what is asked.

    ``joined`` are its normalised words, joined by blanks; ``mentions`` the names that stand after all corrections;
    ``hits`` what was found of each key of the vocabulary; ``of_speech`` the numbers of the words for Zelenskyy's
    speech.
    """

    text: str
    joined: str
    names: Names
    mentions: Sequence[Mention]
    hits: Mapping[str, list[re.Match[str]]]
    narrowing: Narrowing
    period: Period | None
    of_speech: range


# "You" in Ukrainian and Russian, and how it is typed: "ті", "those", is the same word without its dots.
_YOU = "ти"
_YOU_TYPED = re.compile(r"\bт[иы]\b", re.IGNORECASE)


def intents_asked(read: WhatWasRead) -> frozenset[Intent]:
    """All that is asked in a text: by its phrases, by who signs, and as a claim that is quoted."""
    by_phrases = _intents(_besides_the_speech(read.hits, read.of_speech), read.narrowing, read.text)
    if is_of_the_war_alone(read.joined) or (signs_with_ukraine(read.joined) and is_in_ukraine(read.text)):
        by_phrases -= {Intent.UKRAINE}
    if _speaks_of_those(read):
        by_phrases -= {Intent.BOT}
    if _SIGNS_AN_ORDER.search(read.joined):
        # "Mayors who signed the order": no agreement.
        by_phrases -= _WHEN_MADE
    asked = _of_their_time(
        by_phrases | _means_petition(read.joined, read.names, read.period),
        read.joined,
        old=is_long_ago(read.period),
        agreements=_signs_agreements(read),
    )
    who_signed = asks_who_signed(read.hits, read.joined)
    return asked - (_WHEN_MADE if who_signed else frozenset()) | _claims(read.text)


def _speaks_of_those(read: WhatWasRead) -> bool:
    """Whether all that would speak to the bot is the Ukrainian "ті": without its dots it is "ти"."""
    found = read.hits.get(Intent.BOT, ())
    return bool(found) and all(it.group() == _YOU for it in found) and _YOU_TYPED.search(read.text) is None


def _signs_agreements(read: WhatWasRead) -> bool:
    """Whether what is signed is an agreement, and no petition."""
    return bool(
        # "The newest of those that were signed".
        (read.narrowing.by_order and read.narrowing.sort and read.narrowing.sort[0] is SortBy.FOUNDED)
        or _is_of_officials(read.joined)
        or _SIGNED_AGREEMENT.search(read.joined) is not None
        or asks_who_signed(read.hits, read.joined)
        or _SIGNS_AN_ORDER.search(read.joined) is not None
        or _is_with_ukraine(read.narrowing, read.hits)
        or signs_with_ukraine(read.joined)
        or _is_between_places(read.mentions, read.names.words, read.joined)
    )


def _intents(hits: Mapping[str, object], narrowing: Narrowing, text: str) -> frozenset[Intent]:
    """What is asked: not who has the most, where so many of the largest are asked for: "the three largest cities"."""
    asked = frozenset(keys_asked(INTENTS, hits))
    if narrowing.by_word or narrowing.rests:
        # "На каком основании" asks for no year.
        asked -= {Intent.FOUNDED}
    if Intent.LATEST in asked and _RECENT_OF_EACH.search(text):
        # "The most recent suspension in each state" asks for no state with the most.
        asked -= {Intent.BY_STATE}
    if narrowing.share:
        # "What percent are dead vs frozen vs still going".
        asked -= {Intent.MEANING}
    if narrowing.over or narrowing.under:
        # "Russian cities over 500k" counts people, and no ties of a city.
        asked -= {Intent.BY_STATE}
    if narrowing.by_order:
        # "The fewest people" and "most recently" count no ties; "who signed up first" signs no petition.
        signs = any(word.startswith(("sign", "подпис", "пидпис")) for word in narrowing.sort_words)
        asked -= {Intent.BY_STATE, *([Intent.PETITION] if signs else [])}
    by_people = narrowing.sort and (narrowing.sort[0] is SortBy.RUSSIAN_SIZE or _LARGEST.search(text))
    ranked = narrowing.sort and (narrowing.most or by_people)
    return asked - {Intent.BY_STATE} if ranked else asked


def without_size_of_most(narrowing: Narrowing, text: str) -> Narrowing:
    """What a list is narrowed by, without an order by size where the adverb asks of what there is most: "найбільше"."""
    by_size = narrowing.sort and narrowing.sort[0] is SortBy.SIZE
    return replace(narrowing, sort=None) if by_size and _MOST_OF_ALL.search(text) else narrowing


def _besides_the_speech(hits: Mapping[str, list[re.Match[str]]], of_speech: range) -> Mapping[str, object]:
    """What is found, without Ukraine where what asks for it ends among the words for Zelenskyy's speech."""
    found = hits.get(Intent.UKRAINE, ())
    if of_speech and found and all(it.string[: it.end()].count(" ") in of_speech for it in found):
        return {key: matches for key, matches in hits.items() if key != Intent.UKRAINE}
    return hits


def _claims(text: str) -> frozenset[Intent]:
    """That a text is a claim, where all or most of it stands in quotation marks."""
    found = _QUOTED.search(text)
    if found is None or len(found.group()) <= _MOST_OF * len(text):
        return frozenset()
    return frozenset() if _ASKS_OF_WORDS.search(text.replace(found.group(), "")) else frozenset({Intent.CLAIM})


def _means_petition(joined: str, names: Names, period: Period | None) -> frozenset[Intent]:
    """That the petition is meant, where somebody signs what is not named: "I already signed, now what".

    What was signed at a time that begins before the invasion is an agreement.
    """
    if SIGNS.search(joined) is None or SIGNS_ELSE.search(joined):
        return frozenset()
    named = (named.start for named in names.mentions if named.places)
    if any(not is_where_the_asker_is(names.words, start, joined) for start in named):
        return frozenset()
    older = period is not None and (period.since or period.until or INVASION) < INVASION
    return frozenset({Intent.FOUNDED} if older else {Intent.PETITION})


def is_long_ago(period: Period | None) -> bool:
    """Whether a time lies before there were petitions against ties: what was signed then is an agreement."""
    return period is not None and (period.until or period.since or INVASION).year < _FIRST_YEAR_OF_PETITIONS


def _is_of_officials(joined: str) -> bool:
    """Whether it is an official who signs: "one mayor's signature"."""
    return _SIGNED_BY_OFFICE.search(joined) is not None


def asks_who_signed(hits: Container[str], joined: str) -> bool:
    """Whether it is asked who signed what was ended or suspended: "сколько прекращено и кто подписал"."""
    return _WHO_SIGNED.search(joined) is not None and any(standing in hits for standing in CUT)


def asks_who_signed_something(joined: str) -> bool:
    """Whether it is asked who signed what is not named to be the petition: "і хто саме підписав"."""
    return _WHO_SIGNED.search(joined) is not None and _PETITION_NAMED.search(joined) is None


def signs_with_ukraine(joined: str) -> bool:
    """Whether it is asked in normalised words who signed something with Ukrainians: "хто підписав з українцями"."""
    return _SIGNS_WITH_UKRAINE.search(joined) is not None and _PETITION_NAMED.search(joined) is None


def is_in_ukraine(text: str) -> bool:
    """Whether somebody signs from Ukraine, as the ending tells: "підписати з України", and not "з Україною"."""
    return _FROM_UKRAINE.search(text) is not None


def _is_with_ukraine(narrowing: Narrowing, hits: Container[str]) -> bool:
    """Whether what is signed is an agreement with Ukraine, beside a tie with Russia that stands in some way."""
    return Trait.UKRAINIAN_PARTNER in narrowing.traits and any(standing in hits for standing in Standing)


def _of_their_time(intents: frozenset[Intent], joined: str, *, old: bool, agreements: bool) -> frozenset[Intent]:
    """What is asked, without the petition, where agreements are signed and a petition is not named."""
    if Intent.PETITION in intents and (old or agreements) and _PETITION_NAMED.search(joined) is None:
        return intents - {Intent.PETITION} | ({Intent.FOUNDED} if old else frozenset())
    return intents


def _is_between_places(mentions: Iterable[Mention], words: Sequence[Token], joined: str) -> bool:
    """Whether an American and a Russian place are named, or one in Ukraine that is not where somebody is who asks: what
    is signed between places is an agreement.
    """
    named = {place.country for mention in mentions for place in mention.places}
    if {Country.US, Country.RU} <= named:
        return True
    ukrainian = (it for it in mentions if not it.places and any(place.country is Country.UA for place in it.others))
    return any(not is_where_the_asker_is(words, mention.start, joined) for mention in ukrainian)
