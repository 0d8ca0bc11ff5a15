"""What a question rules out or only mentions: standings that are denied, and what stands aside. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT, SO_MANY
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.reading.framing import (
    words_found,
)
from cogs.lookup.reading.intents import (
    ASKED_STANDINGS,
    Intent,
)
from cogs.lookup.reading.leaving_out import left_out_before, not_wanted_behind
from db.record.elsewhere import Abroad
from db.record.mentions import Mention, Names, StateMention
from db.record.months import MONTHS
from db.record.standings import Standing
from db.record.stop_words import STOP_WORDS
from db.record.text import key

# Right before the side that ties are with.
_WITH_WHOM = LATE.compile(
    r"\b(?:with|to|of|in|between|us|and|against|с|со|з|из|зи|до|к|миж|между|проти|против"
    r"|лист|письм|звернен|обращен|написа\w*|wrote|write)(?: the)? $"
)
_DENIAL = LATE.compile(
    # "States, not cities, that ended it" denies no ending.
    # Nor does "the council, not the mayor, suspended it".
    r"\b(?:(?!(?:not|не) (?:the |just |only |their |its )?(?:cities|citys|towns|states|counties|мист|город|штат"
    r"|mayors?|councils?|governors?|commissions?|commissioners?|boards?|assembly|legislature|associations?|clubs?)\b)"
    r"(?:not|never|no longer|neither|nor"
    rf"|(?:all|everything) but(?!{SO_MANY})(?! one )"
    r"|(?:is|are|was|were|has|have|had|did|do|does|wo|would)nt|yet to|without being"
    r"|убра\w*|прибра\w*|откин\w*|видкин\w*"
    r"|(?:drop|ditch|nix|discard|forget|lose|remove|ignore|minus|scratch"
    r"|(?:take|leave|strip|toss|throw|kick|filter|weed) out)(?: the| those| all)?"
    # "Not by a mayor" denies who decided, and not what was done.
    r"|refus\w* to|declin\w* to|against|(?:missing|absent|gone) from"
    # "Кого вже немає серед активних".
    r"|(?:нема|нем|немае|нет|нету) (?:(?:уже|вже|больш|больше|бильш|бильше) )?(?:серед|сред|среди|в|у|з|из|сери)"
    r"|не(?! (?:бер|раху|врах|учит|включ|счит|цикав|треб|потрибн|нужн|интерес|над)\w* )"
    r"(?! (?:мер|мэр|рад|совет|горсовет|миськрад|губернатор|депутат)\w* )|ни) (?:\w+ ){0,2}"
    # "No contact in years, and yet nobody formally cut it".
    r"|\b(?:and|but|yet|though|although) (?:yet |still )?(?:nobody|no one|noone) (?:ever |has |have |had )?"
    r"(?:formally |officially |actually |really |ever )?"
    # "What is left that nobody suspended".
    r"|\b(?:that|which|where|ones|ties|pairs|cities|towns|places|whom) (?:nobody|no one|noone) "
    r"(?:ever |has |have |had |formally |officially |actually |really )*"
    # What these leave out stands right behind them: "besides Chicago suspended" leaves out Chicago.
    rf"|(?:{LEAVING_OUT}|rather than|instead of|as opposed to|unlike|вместо?|замисть?"
    # "Who pulled the plug, not the ones who just paused".
    r"|(?:not|не)(?= (?:the ones|those|тих|тех|ти|те) (?:who|that|which|хто|що|яки|котор|кто|что) )) "
    r"(?:for )?(?:the |those |any |all |тех |тих |ти |те )?(?:(?:ones?|ties|cities|places|towns|pairs) )?"
    r"(?:(?:that|which|who|they|it|have|has|had|are|were|is|was|been|already|ever|just|only|merely|simply|котор\w*"
    r"|яки|що|что|хто|кто|уже|вже|прост\w*|лиш\w*|тильк\w*|тольк\w*|поставив на|поставил\w* на) )*)$"
)
_LEFT_OUT_WITH = LATE.compile(
    rf"\b{LEAVING_OUT} "
    r"((?:\w+ ){1,6})(?:and|or|nor|та|и|и|й|або|или) (?:the |any |all |those )?$"
)
# What is left out beside a standing by a word of command: "drop the wikipedia ones and the ended ones".
_LEFT_OUT_TOGETHER = LATE.compile(
    r"\b(?:drop|ditch|discard|remove|delete|exclude|excluding|except|skip|ignore|minus|without|hide|omit|(?:take|leave|strip"
    r"|toss|throw|kick|filter|weed) out) (?:the |all |any |those )?(?:\w+ ){1,3}(?:ones|ties|entries|links) "
    r"(?:and|or|nor|plus) (?:the |any |all |those )?(?:ones )?$"
    r"|\b(?:прибер|убер|викин|выкин|видкин|откин|исключ|виключ|сховаи|скрои)\w* (?:(?:вси|уси|все|тих|тех) )?"
    r"(?:\w+ ){1,3}(?:и|та|або|или) (?:(?:вси|уси|все|тих|тех) )?$"
)
_SMALL_WORDS = frozenset("the of state states for in з у".split())
# What rules out a decider that stands behind it.
_RULED_OUT = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|not|no|nor|neither|drop|dropping|ditch|ditching|discard"
    r"|(?:everybody|anyone|anybody|anything|nobody|none|no one) but"
    r"|kick out|filter out|take away"
    r"|видкин\w*|прибер\w*|убер\w*|викин\w*|выкин\w*|отброс\w*|исключ\w*|виключ\w*|забуд\w*"
    r"|rather than|instead of|as opposed to|unlike"
    r"|(?:didnt|doesnt|dont|never|not) (?:use|used|need|needed|take|took|hold|held|get|got|involve|go through"
    r"|went through|wait for|bother with)"
    r"|arent|isnt|werent|wasnt|lack|lacks|lacked|lacking|missing|не|ни|ани|вместо?|замисть?"
    r"|бракуе|нема|немае|нет) "
    r"(?:(?:for|just|merely|even|a|the|any|any single|a single|жодн\w*|един\w*|одн\w*|участ\w*|involvement of"
    r"|input from|action by) )?"
    r"(?:(?:those|the ones|ones|them|everything|anything|all|whatever|what|усе|все|всьо|тех|тих|те|ти) )?"
    r"(?:(?:that|which|where|whose|где|де|що|что|яки|котор) )?"
    r"(?:(?:were |was )?(?:decided|made|done|suspended|ended|cut|come|came|coming|stem|result|go|gone|issued"
    r"|said|says|казал|сказал|говорил|решил|виришил|принял|приостановил|разорвал|призупинил|розирвал) )?"
    r"(?:(?:by|from|of|through|via|вид|от|з|из|чере[зс]) )?(?:a |the |any |other )?"
    r"(?:(?:ришен\w*|решен\w*|голосуван\w*|голосован\w*|воле|decision of|vote of) (?:the |a )?)?"
    r"(?:\w+ (?:\w+ )?(?:or|and|nor|чи|або|или|и|та|ни) (?:a |the |any )?)?"
    r"(?:(?:city|county|town|local|formal|elected|actual|full|whole|entire"
    r"|городск|городског|окружн|окружног|миськ|миськог|мисцев) )?$"
)
_A_WORD = re.compile(r"\w+")
_NOT_OF_THOSE = LATE.compile(
    r"\b(?:крим|кром|окр(?:им)?|except|excluding|besides|leave out|leaving out|skip|without|не счит|не рахуюч)"
    r" (?:\w+ ){1,6}(?:а|and|but) (?:не|not) (?:(?:the|a|by|any|in) )*$"
)
# Between two standings that one "not" denies.
_OR = LATE.compile(r" (?:or|nor|and also not|чи|або|или|ни|ани) (?:(?:even|been|its|it|they|was|were|not|не|та) )*$")
# Between two standings that one "not" denies as well.
_AND = LATE.compile(
    r" (?:(?:and|or|nor|та|и|чи|або|или|ни|ани) )+(?:(?:the|any|all|those|even|been|its|it|they|also|ones|тих|тех) )*"
)
_NEXT_TO = LATE.compile(r" (?:(?:the|any|those|also|ones|ties|тих|тех|not|не|ни) )*")
_OR_BEHIND = LATE.compile(r" (?:or|nor|чи|або|или|ни|ани) ")
# What rules it out within its own words: "призупинили не рішенням ради".
_NOT_WITHIN = LATE.compile(r"\b(?:не|not|rather than|instead of|without|без|кром|окр(?:им)?|крим) (?:\w+ ){0,2}\w+$")
# What leaves several out together: "except the unconfirmed and the dormant".
_LEAVING = LATE.compile(rf"(?:{LEAVING_OUT}|drop|убра|прибра|откин|видкин)")
_AND_THE = LATE.compile(r" (?:and|та|и|и) (?:(?:the|those|all|ones|тих|тех) )*$")
# Behind a standing, that it is not wanted: "разорванные не надо", "the ended ones are not needed".
_NOT_WANTED = LATE.compile(
    r" (?:(?:ones?|ties|зараз|мен|мне|нам|тут|сюд) )*"
    r"(?:не (?:над|нужн|треб|потрибн|цикав|цикавл|интересн|интересу|бер|вказу)\w*"
    r"|(?:are|is) (?:not|no) (?:needed|wanted|interesting|of interest)"
    r"|(?:not|arent|isnt) (?:needed|wanted|interesting))\b"
    # "Were active once but are not now".
    r"| (?:\w+ ){0,2}(?:but|and|а|але|но) (?:now |тепер |теперь |зараз |сеичас |already |вже |уже )*"
    r"(?:arent|isnt|are not|is not|not|no longer|ни|не|нет)(?: (?:now|anymore|any more|any longer|today|so))?$"
)
# Behind a standing, where nothing else follows that could be denied: "ended or not", "suspended or not in Ohio".
_EITHER_WAY = LATE.compile(r" or not(?:$| (?:in|from|across|all|any|yet|at all|anymore|still)\b)")
# Who did not decide, with what joins to it what was done.
_OF_A_DECIDER = LATE.compile(
    r" (?:the |a |any )?(?:рад|мер|мэр|совет|голосуван|голосован|votes?|councils?|mayors?)\w* "
    # "Without a council, suspended or ended".
    r"(?:(?:\w+ )?(?:or|and|чи|або|или|та|и|й) )?"
)
MONTHS_NAMED = frozenset(map(str.casefold, MONTHS))
_END_OF = LATE.compile(
    r"end of (?:the )?(?:\w+ ){0,2}(?:year|month|week|spring|summer|fall|autumn|winter"
    rf"|{'|'.join(sorted(MONTHS_NAMED))}|(?:19|20)\d\ds?|\d\ds?|decade|century|seventies|eighties|nineties)\b"
)
# "Dump the whole list" asks to be shown one.
_ALL_OF_IT = LATE.compile(r" (?:me|us|it|them|all|the (?:whole|full|entire|complete|list|lot)|your|everything|every)\b")
# Who keeps something else than a tie: "kept mum", "keep the dormant ones out", "people keep asking".
_KEPT_ELSE = LATE.compile(
    r"(?:keep|keeps|kept|keeping) (?:mum|quiet|silent|asking|saying|hearing|seeing|reading|telling|wondering|in mind"
    r"|track|score|count|tabs|an eye|(?:the |those |any |all )?(?:\w+ ){1,2}(?:ones |ties )?out\b)"
)
_GONE_QUIET = LATE.compile(
    r" (?:quiet|silent|dark|dormant|cold|asleep|missing|to sleep|through|over|back|and|longest|the longest|so long|ages"
    r"|without|unchecked|unsearched|unverified|(?:\w+ )?(?:weeks|months|years) without)\b"
)
# "Drop the ones you know nothing about" leaves out of a list, and ends nothing.
_LEFT_OUT_BY = frozenset({"drop", "dropping", "cut", "dump", "scrap", "ditch", "ditching", "nix", "axe"})
_THOSE = LATE.compile(
    r" (?:out )?(?:(?:the|all|any|those|every) )+(?:ones?|unknowns?|mysteries|unconfirmed|dormant"
    r"|suspended|ended|active|dead|states?|counties|wikipedia|cities (?:that|which|you)|ties (?:that|which|you))\b"
    r"| (?:unknowns|unconfirmed|dormant|states|state governments|counties)\b"
    r"| (?:those|the (?:two|three|four|few)) "
    r"(?:ones|that|which|who|where|on|by|with|from|in|of|only|just|known|named) "
    r"| (?:whatever|anything|everything|what) (?:that|thats|which|comes|is|from|on|only|just|known|named)\b"
)
# "Without the council, suspensions only": these are asked for.
_ALONE = LATE.compile(r" (?:only|alone|лише|лиш|тильк|тольк)(?:$| (?:please|pls|in|from|of|since|before|after)\b)")
# What is cut, lost or left and is no tie: "lost the next election", "cut the budget", "left office".
_NO_TIES = LATE.compile(
    r" (?:(?:the|his|her|their|its|a|an|that|next|last|re|own|mayoral|city|council) )*"
    r"(?:elections?|reelection|race|races|seats?|jobs?|office|terms?|careers?|budgets?|funding|funds|money|taxes|war"
    r"|bid|lawsuit|case|вибор\w*|выбор\w*|посад\w*|пост\b|бюджет\w*)\b"
)
_OF_TROOPS = LATE.compile(r" (?:of )?(?:the |all |its )?(?:russian )?(?:troops?|forces|army|soldiers)\b")
# "Which would be easiest to end next" asks for none that ended.
_COULD_BE = LATE.compile(
    r"\b(?:easiest|easier|easy|hardest|harder|likeliest|likely|ripe|ripest|ready|next|легш\w*|легч\w*|прост\w*|легк\w*"
    r"|наилегш\w*|важч\w*|сложн\w*) (?:one |ones |tie |ties |for us |буде |было бы |було б )?(?:to )?$"
)
_A_DATE = LATE.compile(r" dates?\b")
# "How did it end up" asks for no ending.
_UP = LATE.compile(r"\s+(?:up|down|out by)\b")
# What ends or withdraws behind these is no tie.
_ENDS_NO_TIE = (
    "contact ",
    "contacts ",
    "communication ",
    "exchange ",
    "exchanges ",
    "you ",
    "u ",
    "war ",
    "troop ",
    "troops ",
    "army ",
    "forces ",
    "soldiers ",
)
# "Names and the Russian end": a side of a tie, and no ending.
_SIDES_OF_A_TIE = tuple(
    f" {side} " for side in "russian american us ukrainian other our their this that each either both far which".split()
)
_IS_NOT = LATE.compile(r"(?:not|never|\w+nt|не) ")
_STILL = LATE.compile(r"(?:still|ще|все ще|усе ще|дос|до сих пор|все еще) ")
_BEGINS_ANEW = LATE.compile(r" \w+ (?:still|but|yet|always|все ще|усе ще|дос|до сих пор|все еще) $")
# How far back a "not" may stand, and what else rules out.
_DENIAL_LENGTH, _RULING_OUT_LENGTH = 60, 300
_Key = TypeVar("_Key", bound=str)


def ruled_out(joined: str, match: re.Match[str]) -> bool:
    """Whether what is found in the normalised words of a question is ruled out there: "not from mayors"."""
    # "Призупинені, крім рішень мера": what leaves it out may stand within.
    last = match.start() + match.group().rfind(" ") + 1
    left_out = any(left_out_before(joined, start) for start in {match.start(), last})
    # Nearer than the beginning of a long text: of a hundred mayors each is asked this.
    begins = max(0, match.start() - _RULING_OUT_LENGTH)
    left_out = left_out or _LEFT_OUT_TOGETHER.search(joined, begins, match.start()) is not None
    if _NOT_OF_THOSE.search(joined, begins, match.start()):
        # "Except those by a mayor, and not a council": of what is left out it is said.
        return False
    # "Mayors aside, which were suspended": so may what says that it is not wanted.
    left_out = left_out or any(not_wanted_behind(joined, end) for end in _ends_of_words(match))
    return left_out or _RULED_OUT.search(joined, begins, match.start()) is not None


def _ends_of_words(match: re.Match[str]) -> Iterable[int]:
    """Where the words of what is found end."""
    return (match.start() + word.end() for word in _A_WORD.finditer(match.group()))


def are_ruled_out(found: Iterable[re.Match[str]]) -> bool:
    found = [match for match in found if not _NOT_OF_THOSE.search(match.string, 0, match.start() + len("не "))]
    return bool(found) and all(
        ruled_out(match.string, match)
        or _NOT_WITHIN.search(match.group())
        or match.group().startswith(("no ", "other than ", "не "))
        for match in found
    )


def keys_asked(patterns: Mapping[_Key, Phrases], hits: Mapping[Any, object]) -> tuple[_Key, ...]:
    return tuple(key for key in hits if key in patterns)


def passed_over(
    names: Names, mentions: Sequence[Mention], hits: Mapping[str, Iterable[re.Match[str]]], read: frozenset[str]
) -> tuple[str, ...]:
    spans: list[Mention | StateMention | Abroad] = [*mentions, *names.states, *names.abroad]
    told = {i for span in spans for i in range(span.start, span.end)}
    passed = dict.fromkeys(i for match in names.matches for i in range(match.start, match.end) if i not in told)
    words = [word for i in passed if (word := names.words[i]).norm not in STOP_WORDS]
    if not words:
        return ()
    called = (name for region in names.regions for name in (region.name, *region.aliases))
    known = words_found(hits, hits) | read | {word for name in called for word in key(name).split()}
    return tuple(word.raw for word in words if word.norm not in known)


# "April, I think", "I quote that in my piece": no words of anybody's; nor are those of a bound, "say up to 1987".
_IN_PASSING = LATE.compile(
    r"\b(?:(?:i|we|id|wed) (?:would |dont |do |really |just )?(?:think|thought|guess|believe|reckon|suppose|say)"
    r"|(?:lets )?say (?=up to|until|till|from|before|after|since|between|over|under|by|like|about|around|in|at least"
    r"|\d)|(?:i|we|im|ill|id) (?:will |am |are |want to |going to )*(?:quot|cit|print|publish)\w* (?:that|this|it)"
    r"(?: (?:in|for) (?:my|our|the|a) \w+)?"
    r"|(?:my|our) (?:notes?|calendar|files?|diary|timeline|draft|spreadsheet|editor|boss|outline) (?:say|said|claim)\w*"
    r"|(?:у|в) (?:мо\w+|наш\w+|мене в) (?:нотатк|записах|заметк|записях|чернетц|черновик)\w* (?:сказан|написан)\w*"
    r"|(?:я )?(?:думаю|кажется|наверно|здаеться|скажимо|скажем)(?! (?:що|что|про|о)\b))(?! (?:that|about|of|it)\b)"
)
_DID = LATE.compile(r"\b(?:did|does|do|have|has|would|could|will) (?!(?:i|we) )(?:\w+ ){1,4}$")


def without_words_in_passing(joined: str) -> str:
    """The same without what is said of the asking itself: "I think", "say, up to 1987"."""
    return _IN_PASSING.sub(lambda match: match.group() if _is_asked(match) else "", joined)


def _is_asked(match: re.Match[str]) -> bool:
    """Whether what may be said in passing is asked of somebody: "what did the mayors say about it"."""
    return match.group().startswith("say ") and _DID.search(match.string, 0, match.start()) is not None


def is_partner_of_others(match: re.Match[str]) -> bool:
    """Whether the side that is named before what was done is the one with which ties are: "which ties with Russia
    ended" says of nobody in Russia that they ended any.
    """
    return _WITH_WHOM.search(match.string, 0, match.start()) is not None


def is_aside(key: str, match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    if key == Intent.SAID:
        return _is_said_in_passing(match)
    if key in _OWN_ASIDES:
        return _OWN_ASIDES[key](match, before)
    if key not in ASKED_STANDINGS:
        return False
    if key == Standing.ENDED and (_ends_none(match, before) or before.endswith("open ")):
        # Open-ended is a suspension.
        return True
    if key == Standing.ENDED and match.group() == "end" and _A_DATE.match(match.string, match.end()):
        return True
    if key == Standing.ACTIVE and match.group().startswith("remain") and before.endswith(("what ", "whatever ")):
        return True
    if key == Standing.ACTIVE and _KEPT_ELSE.match(match.string, match.start()):
        return True
    ends_something_else = _END_OF.match(match.string, match.start()) or before.endswith(_ENDS_NO_TIE)
    if _OF_TROOPS.match(match.string, match.end()) or _NO_TIES.match(match.string, match.end()):
        return True
    if match.group() == "gone" and _GONE_QUIET.match(match.string, match.end()):
        return True
    behind = (key == Standing.ENDED and _UP.match(match.string, match.end())) or _EITHER_WAY.match(
        match.string, match.end()
    )
    return bool(ends_something_else or behind)


def _calls_nobody(match: re.Match[str], _before: str) -> bool:
    """Whether a word for the bot is one for some ties: "тільки ті, що …"."""
    return match.group() == "ти" and _RELATIVE.match(match.string, match.end()) is not None


def _is_decided(match: re.Match[str], before: str) -> bool:
    """Whether a word for what is unconfirmed says that it was decided: "decided something, one way or the other"."""
    return match.group().split()[-1] in {"other", "another"} and _DECIDED_SO.search(before) is not None


_DECIDED_SO = LATE.compile(
    r"(?<!not )(?<!never )\b(?:decided|acted|voted|ruled|did) (?:something |anything |on it |on theirs |it )?$"
)
_RELATIVE = LATE.compile(r" (?:що|яки|котр\w*|хто|де|в яких|з яких|з них|міст\w*|звязк\w*)\b")


def _claims_nothing(match: re.Match[str], before: str) -> bool:
    if match.group().startswith(("both ", "all things")):
        # "Took down the flags but kept the tie, both things true".
        return True
    if match.group() == "так":
        # "Есть такие?", and not "это так?".
        return before.split()[-1:] in (["ест"], ["е"])
    # "Which have a tie that somebody says stands" asks for no check.
    of_which = before.endswith(("that ", "which ", "whose ", "who ", "whom "))
    return of_which and match.group().startswith(("somebody", "someone", "people", "they"))


_OWN_ASIDES: Mapping[str, Callable[[re.Match[str], str], bool]] = {
    Intent.CLAIM: _claims_nothing,
    Intent.BOT: _calls_nobody,
    Standing.UNCONFIRMED: _is_decided,
}


def _is_said_in_passing(match: re.Match[str]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in _in_passing(match.string))


# It is asked of each place of the same text.
@lru_cache(maxsize=2)
def _in_passing(joined: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _IN_PASSING.finditer(joined) if not _is_asked(found))


def _ends_none(match: re.Match[str], before: str) -> bool:
    """Whether a word for an ending is said of a list, or of a side: "dump the list", "names and the Russian end"."""
    if match.group() in {"end", "ends"} and f" {before}".endswith(_SIDES_OF_A_TIE):
        return True
    if _COULD_BE.search(before):
        return True
    if match.group() == "dump" and _ALL_OF_IT.match(match.string, match.end()):
        return True
    return match.group() in _LEFT_OUT_BY and _THOSE.match(match.string, match.end()) is not None


def standings_denied(hits: Mapping[str, Iterable[re.Match[str]]], names: frozenset[str]) -> tuple[Standing, ...]:
    """The standings that are denied, and those that an "or" joins to one: "where it has not been cut or paused"."""
    asked = keys_asked(ASKED_STANDINGS, hits)
    if not asked:
        return ()
    spans = {key: [match.span() for match in hits[key]] for key in asked}
    # "That haven't let go, active only": the "not" of such words is their own.
    own = {key: [it.span() for it in hits[key] if _IS_NOT.match(it.group())] for key in asked}
    others = {key: [*own[key], *(span for other in asked if other != key for span in spans[other])] for key in asked}
    denied = {key for key in asked if _is_denied(hits[key], names, others[key])}
    ends = {match.end() for key in denied for match in hits[key] if _is_denied([match], names, others[key])}
    behind = {match.end() for key in denied for match in hits[key] if _is_left_out(match, others[key])}
    together = {
        key
        for key in asked
        if any(
            (and_ := _AND_THE.search(match.string[: match.start()])) and and_.start() in behind for match in hits[key]
        )
    }
    joined = {
        key
        for key in asked
        if any((or_ := _OR.search(match.string[: match.start()])) and or_.start() in ends for match in hits[key])
    }
    return tuple(key for key in asked if key in denied | joined | together)


def _is_left_out_with(found: re.Match[str], names: frozenset[str]) -> bool:
    """Whether a standing is left out beside a name or what else is left out: "everything except California and the
    unconfirmed ones", "drop the wikipedia ones and the ended ones".
    """
    if _LEFT_OUT_TOGETHER.search(found.string, 0, found.start()):
        return True
    before = _LEFT_OUT_WITH.search(found.string[: found.start()])
    return before is not None and set(before[1].split()) - _SMALL_WORDS <= names


def _is_denied(found: Iterable[re.Match[str]], names: frozenset[str], others: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of a standing stand under a "not": ``ties that are not suspended``.

    A "not" before a name, or before one of the ``others``, rules that out and nothing behind it: "not Texas,
    suspended", "not paused, gone".
    """
    found = [*found]
    if any(_is_left_out_with(match, names) or _is_not_wanted(match) for match in found) or all(map(_is_to_go, found)):
        return True
    if len(found) > 1 and min(match.start() for match in found) == 0:
        # "Чинні без тих, що тримаються на слові": the first word says which are asked for.
        return False
    denials = (_denial_before(match, _behind_others(match, others)) for match in found)
    return any(denial is not None and not names & set(denial.group().split()[1:]) for denial in denials)


def _is_left_out(match: re.Match[str], others: Sequence[tuple[int, int]]) -> bool:
    """Whether a standing is left out of a list, and with it what an "and" joins to it: "except those suspended"."""
    denial = _denial_before(match, _behind_others(match, others))
    return (denial is not None and _LEAVING.match(denial.group()) is not None) or _is_to_go(match)


def _is_not_wanted(match: re.Match[str]) -> bool:
    """Whether it is said behind a standing that it is not wanted, and nothing of its own denies what follows."""
    return _NOT_WANTED.match(match.string, match.end()) is not None or not_wanted_behind(match.string, match.end())


def _is_to_go(match: re.Match[str]) -> bool:
    """Whether a standing is to be left out by a word before it, which no other denies: "за винятком спящих"."""
    between = left_out_before(match.string, match.start())
    if between is not None and _OF_A_DECIDER.fullmatch(between.group()):
        # "Decided without the council, and suspended": what was done is not left out with who did not do it.
        return False
    return between is not None and not between[1] and _ALONE.match(match.string, match.end()) is None


def _behind_others(match: re.Match[str], others: Sequence[tuple[int, int]]) -> int:
    """Where a "not" must stand behind that denies a standing: behind the one before it, unless both are joined."""
    before = max((end for _, end in others if end < match.start()), default=0)
    next_to_it = _NEXT_TO.fullmatch(match.string, before, match.start()) or not before
    listed = next_to_it and _OR_BEHIND.match(match.string, match.end())
    # "Leave out the disputed and the unconfirmed", "not active, dormant or ended"; but "without the unconfirmed, is it
    # more kept or cut".
    return 0 if listed or _AND.fullmatch(match.string, before, match.start()) else before


def _denial_before(found: re.Match[str], behind: int) -> re.Match[str] | None:
    """The "not" before the words of a standing, but the first half of a double one: "ни разу не смогли подтвердить"."""
    denial = _DENIAL.search(found.string, max(behind, found.start() - _DENIAL_LENGTH), found.start())
    anew = denial is not None and len(denial.group().split()) > 1 and _STILL.match(found.group())
    if denial is not None and (anew or _BEGINS_ANEW.search(denial.group())):
        # "Never decided, still active": what still is so is not denied.
        return None
    is_double = denial is not None and denial.group().split()[0] in {"ни", "ні"} and found.group().startswith("не ")
    return None if is_double else denial
