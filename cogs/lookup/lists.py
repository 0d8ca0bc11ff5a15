"""Lists: whether a question asks for one, which ties belong in it, and the sentence above it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from cogs.lookup import sentences
from cogs.lookup.intents import Intent
from cogs.lookup.model import SortOrder, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.periods import within
from cogs.lookup.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import listed, paragraph
from cogs.wording.names import place_name
from cogs.wording.standing_text import last_searches
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import acts_in_force
from db.record.levels import LEVELS
from db.record.models import Act, PartialDate, Tie
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import STANDINGS, Standing
from db.record.text import key

SUBJECT_INTENTS = frozenset(
    {Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES, Intent.PETITION, Intent.UKRAINE, Intent.ACT}
)
_LISTING = frozenset({Intent.LIST, Intent.COUNT})
_SEVERAL = phrases("""
    ties; cities; citys; towns; places; ones; partnerships; partners; relationships; pairs; pairings; counties; states
    anyone; anybody; everyone; who
    города; городов; міста; міст; побратимы; побратимов; побратими; побратимів; связи; звязки
""")


def asks_for_list(question: Question, found: Resolution) -> bool:
    """Whether ties are asked for by state, region, standing, time or count rather than by name."""
    if (
        found.paired
        or found.wrong
        or found.named_below_state
        or question.intents & {Intent.MEANING, Intent.ABOUT, Intent.BY_STATE}
    ):
        return False
    noun = _SEVERAL.search(question.joined) is not None
    several = noun or bool(question.intents & _LISTING)
    narrowed = bool(question.standings or question.authorities or question.period or question.levels)
    if found.alone and not several and not (question.states_within and narrowed):
        return False
    if question.all_states:
        return not question.intents & SUBJECT_INTENTS or Intent.COUNT in question.intents
    if question.intents & SUBJECT_INTENTS or found.untied or found.elsewhere or (question.unknown and not noun):
        return False
    if narrowed:
        return question.on_subject or several or len(question.asides) <= 2
    if question.intents & {Intent.LATEST, Intent.EARLIEST, Intent.FOUNDED}:
        return question.on_subject or not question.asides
    if Intent.EVERYTHING in question.intents and not question.asides:
        return True
    return noun and question.on_subject and bool(question.intents & _LISTING)


def list_filter(question: Question, denied: frozenset[str] = frozenset()) -> TieFilter:
    """What a question narrows a list to; ``denied`` are ids of places that were ruled out."""
    period = question.period
    return TieFilter(
        states=question.all_states,
        standings=_standings(question),
        authorities=question.authorities,
        levels=question.levels,
        since=period.since if period else None,
        until=period.until if period else None,
        founded=Intent.FOUNDED in question.intents,
        without=tuple(sorted(denied)),
        where=listed(region.name for region in question.regions),
        order=_order(question),
    )


def _standings(question: Question) -> tuple[Standing, ...]:
    denied = question.excluded_standings
    wanted = tuple(standing for standing in question.standings if standing not in denied)
    return wanted or tuple(standing for standing in Standing if denied and standing not in denied)


def _order(question: Question) -> SortOrder:
    if question.intents & {Intent.EARLIEST, Intent.FOUNDED} and Intent.LATEST not in question.intents:
        return SortOrder.OLDEST
    return SortOrder.NEWEST if Intent.LATEST in question.intents or question.period else SortOrder.RECORD


def chosen_ties(chosen: TieFilter, register: Register) -> list[Tie]:
    """The ties that fit, in the filter's order."""
    fitting = [tie for tie in register.record.ties.values() if _fits(tie, chosen, register)]
    if chosen.order is SortOrder.RECORD:
        return fitting
    days = {tie.id: day for tie in fitting if (day := _day(tie, chosen, register))}
    dated = [tie for tie in fitting if tie.id in days]
    return sorted(dated, key=lambda tie: days[tie.id], reverse=chosen.order is SortOrder.NEWEST)


def _fits(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    status = register.status(tie.id)
    basis = status.basis
    if chosen.states and register.state_of(tie) not in chosen.states:
        return False
    past = _asks_of_the_past(chosen)
    if chosen.standings and not past and status.standing not in chosen.standings:
        return False
    if chosen.authorities and not past and (basis is None or basis.authority not in chosen.authorities):
        return False
    if chosen.levels and tie.level not in chosen.levels:
        return False
    if tie.us in chosen.without or tie.ru in chosen.without:
        return False
    if chosen.text and not _named(tie, key(chosen.text), register):
        return False
    if past:
        return bool(_decisions(tie, chosen))
    if chosen.since is None and chosen.until is None:
        return True
    if chosen.founded:
        return tie.since is not None and within(PartialDate.parse(str(tie.since)), chosen.since, chosen.until)
    return basis is not None and within(basis.date, chosen.since, chosen.until)


def _asks_of_the_past(chosen: TieFilter) -> bool:
    """Whether it asks what was suspended or ended in a time: that looks at acts, whatever came of them since."""
    timed = chosen.since is not None or chosen.until is not None
    return (
        timed
        and not chosen.founded
        and bool(chosen.standings)
        and all(STANDINGS[standing].decision for standing in chosen.standings)
    )


def _decisions(tie: Tie, chosen: TieFilter) -> list[Act]:
    """The acts in force, within the filter's time, that made the standings asked for."""
    return [
        act
        for act in acts_in_force(tie.acts)
        if ACT_KINDS[act.kind].leads_to in chosen.standings
        and (not chosen.authorities or act.authority in chosen.authorities)
        and within(act.date, chosen.since, chosen.until)
    ]


def _named(tie: Tie, typed: str, register: Register) -> bool:
    places = (register.place(tie.us), register.place(tie.ru))
    return any(
        f" {typed}" in f" {key(name)}" for place in places for name in (place.name, place.region or "", *place.aliases)
    )


def _day(tie: Tie, chosen: TieFilter, register: Register) -> date | None:
    if chosen.founded:
        return date(tie.since, 1, 1) if tie.since else None
    if _asks_of_the_past(chosen):
        return max((act.date.last for act in _decisions(tie, chosen)), default=None)
    basis = register.status(tie.id).basis
    return basis.date.last if basis else None


def list_part(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> TextBlock:
    """How many of how many, by what filter, and when they were last searched for."""
    lines = [
        paragraph([_sentence(chosen, len(ties), register), _since_then(chosen, ties, register), last_searches(ties)])
    ]
    if ties and chosen.founded and ties[0].since:
        us, ru = (place_name(register.place(name), register) for name in (ties[0].us, ties[0].ru))
        lines.append(sentences.first_made(us, ru, ties[0].since))
    if ties and len(chosen.standings) != 1:
        lines.append(sentences.counted(register.counts(ties)))
    return TextBlock(tuple(map(Line, lines)))


def _since_then(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How many stand otherwise by now than the acts asked for made them."""
    if not _asks_of_the_past(chosen):
        return ""
    return sentences.stand_otherwise(sum(register.status(tie.id).standing not in chosen.standings for tie in ties))


def by_state_part(register: Register) -> TextBlock:
    """How many ties each state has on record, most first."""
    counted = Counter(register.state_of(tie) for tie in register.record.ties.values())
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    states = [(register.record.states[code].name, count) for code, count in ranked]
    partners = Counter(tie.ru for tie in register.record.ties.values())
    several = [(register.place(name).name, count) for name, count in partners.most_common() if count > 1]
    lines = [sentences.most_ties(*states[0], len(register.record.ties)), sentences.by_state(states)]
    if several:
        lines.append(sentences.with_several_ties(several))
    return TextBlock(tuple(map(Line, lines)), sentences.TIES_BY_STATE)


def _sentence(chosen: TieFilter, shown: int, register: Register) -> str:
    total = len(register.record.ties)
    what = [
        *(STANDINGS[standing].word for standing in chosen.standings),
        *(LEVELS[level].label for level in chosen.levels),
    ]
    limits = list(_limits(chosen, register))
    if _asks_of_the_past(chosen):
        return sentences.ties_that_were(what, shown, total, limits)
    if what:
        return sentences.ties_that_are(what, shown, total, limits)
    return sentences.some_ties(shown, total, limits) if limits else sentences.all_ties(total)


def _limits(chosen: TieFilter, register: Register) -> Iterator[str]:
    """What narrows a list besides standing and level: where, whose act and of what time, what name."""
    names = [register.record.states[code].name for code in chosen.states if code in register.record.states]
    if names:
        yield sentences.in_states(names, chosen.where)
    dated = sentences.dated_within(chosen.since, chosen.until)
    if chosen.authorities:
        yield sentences.by_word_of(chosen.authorities, dated)
    elif dated:
        yield sentences.by_agreement(dated) if chosen.founded else sentences.by_act(dated)
    if chosen.text:
        yield sentences.with_in_name(chosen.text)
