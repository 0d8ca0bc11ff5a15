"""What stands beside the question in a text: what somebody told the asker, and sentences that ask nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.intents import ASKED_AUTHORITIES, ASKED_STANDINGS, ASKER_IS, Intent
from cogs.lookup.reading.vocabulary import said_in_all
from db.record.gazetteer import Match
from db.record.mentions import Mention, Names, StateMention
from db.record.text import Token

# What asks of a place or a part of the country that was named before: "I cover the South. Who suspended there".
POINTS_BACK = LATE.compile(
    r"\b(?:there|here|with us|(?:our|my|this|that|the same) (?:state|region|area)|тут|там|(?:у|в) нас|(?:з|із|с) нам\w*"
    r"|(?:наш|мо|мог|моем|нашег|нашем|нашом|нашог|цьом|цьог|этом|этог|том)\w{0,2} (?:штат|регион)\w*)\b"
)
_ENDS_SENTENCE = LATE.compile(r"[.?!;\n]\s")
# What somebody says of why they ask has these as well.
_OF_FRAMING = frozenset({Intent.SAID, Intent.GREETING, Intent.BOT, Intent.OWN, Intent.ARGUING, Intent.REASONS})
_TOLD_ME = said_in_all("offices", "told_me")
# What the asker says of themselves, in words that would narrow a list: "on deadline", "I keep hearing".
_OF_ASKER = said_in_all("lists", "of_asker")
_LETTER = LATE.compile(r"\w")
_ASKS_WHAT = LATE.compile(
    r"\b(?:what|whatever|why|when|did|does|do|has|have|who|which|що|что|чому|почему|коли|когда|чи|хто|кто"
    r"|котор) (?:\w+ ){0,2}$"
)
# So many words before a name are looked at for who is there.
_FEW_BEFORE = 6
# The mayors to whom Zelenskyy spoke: "after his address to the mayors, who acted".
_SPOKEN_TO = LATE.compile(
    r"\b(?:spoke|talked|address\w*|speech|appeal\w*|appealed|call|video|zoom|промов\w*|виступ\w*|звернен\w*|звернувс\w*|звертавс\w*"
    r"|выступ\w*|обращен\w*|обратил\w*|реч|речи) (?:\w+ ){0,2}(?:to|before|with|к|до|перед) (?:the |us |american "
    r"|американськ\w* |американск\w* )*(?:mayors|мер)\b|\baddressed (?:the |us |american )*mayors\b"
    # "До промови Зеленського мерам": without its ending, what follows tells the dative from those who then acted.
    r"|\b(?:промов|виступ|звернен|выступлен|обращен|реч)\w* (?:президент\w* )?(?:зелен\w+|украин\w*)"
    r" (?:американськ\w* |американск\w* |сша )*мер\b"
    r"(?! (?:вже |уже |яких|каких|призуп|приост|розир|разорв|припин|прекрат|дал|дальш|зробил|сделал))"
    # "The six that Zelensky named to the mayors", "що їх Зеленський назвав мерам".
    r"|\b(?:named|mentioned|listed|called out|singled out|brought up|read out) (?:\w+ ){0,3}"
    r"(?:to|before|for|in front of) (?:the |us |american |assembled )*mayors\b"
    r"|\b(?:зелен\w+|президент\w*) (?:\w+ ){0,2}(?:назв\w+|назива\w+|называ\w+|згад\w+|упом\w+|перелич\w+|перечисл\w+"
    r"|говор\w+|сказа\w+|каза\w+) (?:перед |американськ\w* |американск\w* |сша )*мер\b"
    r"|\b(?:назв\w+|назван\w+|згад\w+|упом\w+|перелич\w+|перечисл\w+) (?:президент\w* )?(?:зелен\w+|украин\w*) перед "
    r"(?:американськ\w* |американск\w* |сша )*мер\b"
)
# Before those whose wish it was not: "suspended over the mayor's objections", "попри мера".
_AGAINST = LATE.compile(
    r"\b(?:against|despite|in spite of|notwithstanding|попри|всупереч|вопреки|наперекор|несмотря на|незважаючи на"
    r"|против|проти) (?:(?:the|a|its|their|own|вол|воли|бажанн\w*|желани\w*|слов\w*|порад\w*|совет\w*) )*$"
)
# Before the office of who asks: "a question from a tired volunteer", "as a council clerk".
_ASKER_AS = LATE.compile(
    r"\b(?:(?:question|greetings|hello|hi|request|note) from|(?:asking|speaking|writing) as|as|im|i am|i m|я"
    r"|пишу як) "
    r"(?:just |only )?(?:a|an|one|your|of)? ?(?:\w+ ){0,2}$"
)
_ASKED_FOR = (Intent.COUNT, Intent.LIST)


def words_found(hits: Mapping[str, Iterable[re.Match[str]]], patterns: Container[str]) -> frozenset[str]:
    """The words that some patterns matched."""
    return words_matched(match for key, found in hits.items() if key in patterns for match in found)


def is_where_the_asker_is(words: Sequence[Token], start: int, joined: str) -> bool:
    """Whether the name that begins at a word is only where the asker is, or comes from: "I'm from Belgorod".

    ``joined`` are the words of the whole text: where these cannot say so, those before the name are not looked at.
    """
    if not ASKER_IS.may_be_in(joined):
        return False
    before = " ".join([word.norm for word in words[max(0, start - _FEW_BEFORE) : start]])
    return ASKER_IS.search(before) is not None


def without_talk_of_asker(joined: str) -> tuple[str, frozenset[str]]:
    """The normalised words, as long as they were, without what the asker says of themselves; and these words."""
    found = [*_OF_ASKER.finditer(joined)]
    for match in found:
        joined = joined[: match.start()] + _LETTER.sub("_", match.group()) + joined[match.end() :]
    return joined, words_matched(found)


# Besides where who asks is: "who else, besides us".
BUT_US = LATE.compile(
    r"\b(крім|окрім|кроме|besides|beside|except(?: for)?|apart from|other than|aside from) (нас|us|me|мене|меня)\b",
    re.IGNORECASE,
)


def is_framed(joined: str) -> bool:
    """Whether an official is named as who told the asker something: "my mayor says it is over"."""
    return next(framings(joined), None) is not None


def is_of_a_teller(match: re.Match[str]) -> bool:
    """Whether an office that is found in a question decided nothing there: its holder told the asker something, or was
    spoken to by somebody else.
    """
    before = match.string[: match.start()]
    if _ASKER_AS.search(before) or _AGAINST.search(before):
        return True
    told = (*framings(match.string), *_spoken_to(match.string))
    return any(each.start() <= match.start() < each.end() for each in told)


def _spoken_to(joined: str) -> list[re.Match[str]]:
    """Where mayors are named as those whom somebody spoke to; a text that names none is not looked through."""
    return [*_SPOKEN_TO.finditer(joined)] if "mayors" in joined or "мер" in joined else []


def framings(joined: str) -> Iterator[re.Match[str]]:
    """Where normalised words say that an official told the asker something."""
    found = _TOLD_ME.finditer(joined)
    return (match for match in found if not _ASKS_WHAT.search(joined[: match.start()]))


def without_what_was_told(
    hits: dict[str, list[re.Match[str]]], words: Sequence[Token], joined: str, text: str
) -> dict[str, list[re.Match[str]]]:
    """What is found, without the standings and deciders in what somebody told the asker, who then asks for a list.

    "My mayor says they all ended. How many are there?" asks for no ended ones.
    """
    tellers = {key for key in ASKED_AUTHORITIES if key in hits and all(map(is_of_a_teller, hits[key]))}
    hits = {key: found for key, found in hits.items() if key not in tellers}
    telling = [*framings(joined)]
    if not telling and not _spoken_to(joined):
        return hits
    told: set[int] = set()
    for match in telling:
        first = joined[: match.start()].count(" ")
        ends = (
            i for i in range(first + 1, len(words)) if _ENDS_SENTENCE.search(text, words[i - 1].end, words[i].start)
        )
        told.update(range(first, next(ends, len(words))))
    asked = (match for key in _ASKED_FOR for match in hits.get(key, ()))
    if not told or all(joined[: match.start()].count(" ") in told for match in asked):
        return hits
    claimed = {
        key
        for key, found in hits.items()
        if (key in ASKED_STANDINGS or key in ASKED_AUTHORITIES)
        and all(joined[: match.start()].count(" ") in told for match in found)
    }
    return {key: found for key, found in hits.items() if key not in claimed}


def beside_the_question(
    names: Names, hits: Mapping[str, Iterable[re.Match[str]]], read: frozenset[str], text: str
) -> frozenset[Token]:
    """The words of sentences that ask and name nothing, beside one that does: "Asking for a friend"."""
    if any(named.places for named in names.mentions):
        # Beside a place, it tells whether that is asked about at all.
        return frozenset()
    told = words_found(hits, {key for key in hits if key not in _OF_FRAMING}) | read
    spans: list[Mention | StateMention | Match] = [*names.states, *names.matches]
    named = {i for span in spans for i in range(span.start, span.end)}
    sentences: list[list[Token]] = [[]]
    asking: list[bool] = [False]
    for i, word in enumerate(names.words):
        if i and _ENDS_SENTENCE.search(text, names.words[i - 1].end, word.start):
            sentences.append([])
            asking.append(False)
        sentences[-1].append(word)
        asking[-1] = asking[-1] or i in named or word.norm in told
    if all(asking) or not any(asking):
        return frozenset()
    return frozenset(word for sentence, asks in zip(sentences, asking, strict=True) if not asks for word in sentence)
