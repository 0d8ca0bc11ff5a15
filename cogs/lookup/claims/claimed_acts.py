"""Which act of a tie a text says that somebody did, and who is said to have done it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.reading.framing import is_of_a_teller
from cogs.lookup.reading.intents import DECIDERS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import of_all_languages
from db.record.act_kinds import ActKind
from db.record.authorities import AUTHORITIES, Authority
from db.record.caching import of_the_last
from db.record.derivation import acts_in_force
from db.record.models import Act, Country, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import Token, fold, normalise, sound

# What else a text may seem to ask for that only says something: "all" and "the first" are words of lists as well.
_SEEMS_ASKED = frozenset({
    Intent.LIST, Intent.EVERYTHING, Intent.SAID, Intent.EARLIEST, Intent.LATEST, Intent.SEQUENCE, Intent.FOUNDED,
    Intent.BY_STATE, Intent.VOTE, Intent.STORY, Intent.GREETING, Intent.CLAIM, Intent.KEEP_CASE, Intent.END_CASE,
})  # fmt: skip
# Words that ask or bid.
ASKS = frozenset(map(normalise, [*of_all_languages("claims", "bids"), *of_all_languages("claims", "asks_else")]))
_JOINS_CLAUSES = LATE.compile(r"\b(?:тог|том|так|тод|перед тим|до тех пор) (?:як|как|когд\w*|кол\w*)\b")
_KINDS = {Standing.ENDED: ActKind.ENDED, Standing.SUSPENDED: ActKind.SUSPENDED}
_OF_ACTS = frozenset({ActKind.ENDED, ActKind.SUSPENDED, ActKind.KEPT, ActKind.RESUMED})
_KEEPING = LATE.compile(r"kept|keep\w*|retain\w*|зберег\w*|збериг\w*|сохран\w*|остав\w*|залиш\w*|лишил\w*|лишив")
# Behind these stands no Russian place that did something: "the tie with Vladimir was suspended by …".
_BEFORE_PARTNERS = frozenset(map(normalise, "with of to for and с со з із зі и і та до к в у".split()))
_PASSIVE = frozenset("was is were been being has got tie ties s partner partners twin twins all".split())
# Between who acts and the act these make it the act of somebody else: "the mayor asked the council to end it".
_OF_OTHERS = frozenset(map(normalise, """
    asked asks wanted wants urged urges called calls proposed tried refused declined said says told named hoped vowed
    promised threatened recommended should would could must might may who whom whose that council mayor governor
    попросив попросила хотів хотела просив просил просила призвал закликав закликала хотел предложил запропонував
    сказав сказала сказал сказала сказали відмовився отказался
""".split()))  # fmt: skip
# How those end in Ukrainian and Russian by whose decision something was done: "мером", "рішенням мера", "советом".
_INSTRUMENTAL = re.compile(r"\w+(?:ом|ем|ою|ею|ой|ею)")
_DECISION = frozenset(
    map(normalise, "рішенням указом розпорядженням голосуванням решением распоряжением голосованием волею".split())
)
_NOMINATIVE = frozenset("мер мэр губернатор рада совет міськрада горсовет".split())
_HIMSELF = frozenset("сам сама само сами самі саме именно".split())
_ASKS_WHETHER = LATE.compile(
    r"\b(?:did|does|is|was|are|were|has|have) (?:they|it|he|she)\b"
    # "Does any state have every category" asks without its mark.
    r"|^(?:(?:so|and|but|ok|okay|hey|hi) )*(?:do|did|does|is|was|are|were|has|have) (?:any|anyone|anybody|there)\b"
    r"|\bor (?:nah|not|no|nope)$|\b(?:чи ни|или нет|или не|чи не)$"
)
# What is refused was not done; who gives up a partner ("відмовився від", "отказался от") did it.
_REJECTS = LATE.compile(
    r"\b(?:reject\w*|voted down|refus\w*|declin\w*|block\w*|видхил\w*|отклон\w*"
    r"|видмов\w*(?!(?: \w+)? вид\b)|отказ\w*(?!(?: \w+)? от\b))\b"
)
_UNTRUE = LATE.compile(
    r"\b(?:not true|untrue|isnt true|not the case|false that|a myth|a lie|неправда|не правда|миф|брехня|ложь|вранье)\b"
)
_NEAR, _NEAREST, _BEHIND = 5, 3, 2
# "It was the mayor who ended it" says that the mayor did.
_IT_WAS = LATE.compile(r"\b(?:it|that|this) (?:was|is|s) (?:\S+ ){0,3}$")
# Words by which an actor is named who has an authority.
_NAMED = {
    Authority.MAYOR: ("mayor",),
    Authority.STATE: ("governor", "state of"),
    Authority.COUNCIL: ("council", "commission", "assembly", "supervisors"),
}
DECIDERS_SAID = PhraseTable[Authority]({it: words for it, words in DECIDERS.items() if it in _NAMED})


# It is asked of the same question for each tie that is told.
@of_the_last
def asks_nothing(question: Question) -> bool:
    """Whether a text neither asks nor bids anything."""
    return (
        "?" not in question.text
        and question.intents <= _SEEMS_ASKED
        and not (question.has_any_of(ASKS) and _asks_besides_joining(question))
        and _ASKS_WHETHER.search(question.joined) is None
    )


def _asks_besides_joining(question: Question) -> bool:
    """Whether a word asks that does not only join two clauses: "після того як вигнав"."""
    return not ASKS.isdisjoint(_JOINS_CLAUSES.sub(" ", question.joined).split())


def claims_keeping(question: Question) -> bool:
    """Whether a text says that a tie was kept, and not that it stands."""
    return ActKind.KEPT in question.narrowing.kinds or any(_KEEPING.fullmatch(it) for it in question.claimed)


def act_claimed(tie: Tie, question: Question) -> Act | None:
    """The newest act of the one kind that a text says was done on a tie; None where there is none, or several kinds."""
    kinds = {kind for kind in question.narrowing.kinds if kind in _OF_ACTS}
    if not kinds and not question.excluded_standings:
        kinds = {_KINDS[it] for it in question.standings if it in _KINDS}
        kinds |= {ActKind.KEPT} if Standing.ACTIVE in question.standings and claims_keeping(question) else set()
    if kinds & {ActKind.ENDED, ActKind.SUSPENDED} and _REJECTS.search(question.joined):
        kinds = {ActKind.KEPT}
    if len(kinds) != 1:
        return None
    cuts = {ActKind.ENDED, ActKind.SUSPENDED}
    acts = acts_in_force(tie.acts)
    alike = [act for act in acts if act.kind in kinds] or [act for act in acts if kinds <= cuts and act.kind in cuts]
    return alike[-1] if alike else None


def act_denied(tie: Tie, question: Question) -> Act | None:
    """The act on record that a text says was not done: "Chicago has not suspended Moscow"; None for no such act.

    Where it is said not to be true that it was not done, nothing is denied.
    """
    untrue = _UNTRUE.search(question.joined) is not None
    if untrue is bool(question.excluded_standings):
        return None
    denied = question.excluded_standings or question.standings
    kinds = {_KINDS[it] for it in denied if it in _KINDS}
    kinds |= {ActKind.KEPT} if Standing.ACTIVE in denied and claims_keeping(question) else set()
    acts = [act for act in acts_in_force(tie.acts) if act.kind in kinds]
    return acts[-1] if acts else None


def who_is_said(tie: Tie, question: Question, act: Act, register: Register) -> tuple[str, bool] | None:
    """Who a text says did an act that was not theirs, or not theirs alone; None where it names nobody, or is right.

    The second of the pair tells that they are named in the act beside who decided.
    """
    actor = act.actor.casefold()
    if len({place.id for named in question.mentions for place in named.places if place.country is Country.US}) > 1:
        # What one of several places did is not held against another.
        return None
    for speaker in (it for it in question.speakers if it.is_person and _does(question, it.surnames)):
        named = any(word in actor for word in speaker.surnames)
        if not named or act.authority is Authority.COUNCIL:
            return speaker.name, named
    for authority, matches in DECIDERS_SAID.found(question.joined).items():
        if act.authority is not authority and any(_acts(question, match) for match in matches):
            return AUTHORITIES[authority].name, names_office(act, authority)
    if (place := _russian_doer(tie, question)) is not None and act.authority is not Authority.PARTNER:
        return register.place(place).name, False
    return None


def names_office(act: Act, office: Authority) -> bool:
    """Whether an office or a body is named in an act, whether or not it decided: "on Mayor Dailey's motion"."""
    # "…, which holds the authority under a council decision" tells why it may decide.
    who = act.actor.casefold().split(", which ")[0]
    return any(word in who for word in _NAMED.get(office, ()))


def _acts(question: Question, office: re.Match[str]) -> bool:
    """Whether an office stands where who did it stands: "the council suspended", "suspended by the council"."""
    if is_of_a_teller(office):
        return False
    i = office.string[: office.end()].count(" ")
    by_case = question.words[i].cyrillic and (_is_instrument(question.words, i) or _stands_behind(question, i))
    return by_case or _does_it(question, i) or _is_by(question, i)


def _does(question: Question, names: Collection[str]) -> bool:
    return any(
        _is_called(word, names) and (_does_it(question, i) or _is_by(question, i) or _is_behind_its_verb(question, i))
        for i, word in enumerate(question.words)
    )


def _is_called(word: Token, names: Collection[str]) -> bool:
    """Whether a word is one of some surnames, in Cyrillic as it sounds as well: "Броуди" is Brody."""
    if word.norm in names or not word.cyrillic:
        return word.norm in names
    return sound(fold(word.raw.casefold()).replace("оу", "о")) in map(sound, names)


def _is_behind_its_verb(question: Question, who: int) -> bool:
    """Whether somebody's name stands right behind what was done, as in Ukrainian and Russian: "приостановил Броуди"."""
    before = question.words[max(0, who - _BEHIND) : who]
    return question.words[who].cyrillic and any(it.norm in question.claimed and not _is_passive(it) for it in before)


def _does_it(question: Question, who: int) -> bool:
    """Whether a claim of what was done follows a word that names somebody, and is of nobody between them."""
    after = question.words[who + 1 : who + 1 + _NEAR]
    if after and after[0].norm in {"who", "that"} and _IT_WAS.search(_joined_before(question, who)):
        after = question.words[who + 2 : who + 2 + _NEAR]
    for word in after:
        if word.norm in question.claimed and word.norm not in _OF_OTHERS:
            return True
        if word.norm in _OF_OTHERS:
            return False
    return False


def _joined_before(question: Question, word: int) -> str:
    return "".join(f"{each.norm} " for each in question.words[max(0, word - _NEAR) : word])


def _is_by(question: Question, who: int) -> bool:
    """Whether "by" stands before a word that names somebody, behind what was done."""
    before = question.words[max(0, who - _NEAREST) : who]
    claimed = any(word.norm in question.claimed for word in question.words[:who])
    return claimed and any(word.norm == "by" for word in before)


def _stands_behind(question: Question, i: int) -> bool:
    """Whether an office stands right behind what it did, as in Ukrainian and Russian: "призупинив губернатор"."""
    before = question.words[i - 2 : i] if i > 1 and question.words[i - 1].raw in _HIMSELF else question.words[i - 1 : i]
    return question.words[i].raw.casefold() in _NOMINATIVE and any(word.norm in question.claimed for word in before)


def _is_instrument(words: Sequence[Token], i: int) -> bool:
    """Whether something was done by an office, as Ukrainian and Russian say it: "мером", "рішенням ради"."""
    before = words[i - 1].norm if i else ""
    return before in _DECISION or _INSTRUMENTAL.fullmatch(words[i].raw.casefold()) is not None


def _russian_doer(tie: Tie, question: Question) -> str | None:
    """The Russian place of a tie, where it stands first and right before what was done, or behind it in Cyrillic."""
    first = min(question.mentions, key=lambda mention: mention.start, default=None)
    if first is None or tie.ru not in {place.id for place in first.places} or first.countries != {Country.RU}:
        return None
    behind = question.words[first.end : first.end + _NEAREST]
    done = next((word for word in behind if word.norm in question.claimed), None)
    between = [word.norm for word in behind[: behind.index(done)]] if done is not None else []
    # "Yekaterinburg was cut by San Jose" is no act of Yekaterinburg.
    # Nor is "when was Kaliningrad suspended".
    before = [word.norm for word in question.words[max(0, first.start - 1) : first.start]]
    if _BEFORE_PARTNERS.intersection(before):
        return None
    if done is not None and any(
        _stands_behind(question, i) for i in range(question.words.index(done) + 1, len(question.words))
    ):
        # "Пятигорск приостановил сам горсовет": the body did, whatever the order of the words.
        return None
    if done is not None and done is not behind[0] and behind[0].capital:
        # "They renamed Pyatigorsk Park and ended the tie" is of a park.
        return None
    after = [word.norm for word in behind[behind.index(done) + 1 :]] if done is not None else []
    passive = _PASSIVE & {*before, *between} or after[:1] == ["by"]
    return tie.ru if done is not None and not passive and not _is_passive(done) else None


def _is_passive(word: Token) -> bool:
    return word.cyrillic and re.fullmatch(r"\w+(?:[еао]но|[еаяи]н[аоы]?|ны|ні|то)", word.raw.casefold()) is not None
