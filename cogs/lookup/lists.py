"""Lists: whether a question asks for one, which ties belong in it, and the sentence above it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from cogs.lookup.intents import Intent
from cogs.lookup.model import AnswerPart, Line, SortOrder, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.periods import within
from cogs.lookup.question import Question
from cogs.wording.standing_text import last_searches
from cogs.wording.words import day, place_name, plural
from db.record.authorities import AUTHORITIES
from db.record.levels import LEVELS
from db.record.models import PartialDate, Tie
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import Standing
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
        where=" and ".join(region.name for region in question.regions),
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
    if chosen.standings and status.standing not in chosen.standings:
        return False
    if chosen.authorities and (basis is None or basis.authority not in chosen.authorities):
        return False
    if chosen.levels and tie.level not in chosen.levels:
        return False
    if tie.us in chosen.without or tie.ru in chosen.without:
        return False
    if chosen.text and not _named(tie, key(chosen.text), register):
        return False
    if chosen.since is None and chosen.until is None:
        return True
    if chosen.founded:
        return tie.since is not None and within(PartialDate.parse(str(tie.since)), chosen.since, chosen.until)
    return basis is not None and within(basis.date, chosen.since, chosen.until)


def _named(tie: Tie, typed: str, register: Register) -> bool:
    places = (register.place(tie.us), register.place(tie.ru))
    return any(
        f" {typed}" in f" {key(name)}" for place in places for name in (place.name, place.region or "", *place.aliases)
    )


def _day(tie: Tie, chosen: TieFilter, register: Register) -> date | None:
    if chosen.founded:
        return date(tie.since, 1, 1) if tie.since else None
    basis = register.status(tie.id).basis
    return basis.date.last if basis else None


def list_part(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> AnswerPart:
    """How many of how many, by what filter, and when they were last searched for."""
    searched = f" {said}" if (said := last_searches(ties)) else ""
    lines = [Line(_sentence(chosen, len(ties), register) + searched)]
    if ties and chosen.founded:
        names = (
            f"{place_name(register.place(ties[0].us), register)} and {place_name(register.place(ties[0].ru), register)}"
        )
        lines.append(Line(f"The first on this list, between {names}, was made in {ties[0].since}."))
    if ties and len(chosen.standings) != 1:
        lines.append(Line(counts_line(register, ties)))
    return AnswerPart(tuple(lines))


def by_state_part(register: Register) -> AnswerPart:
    """How many ties each state has on record, most first."""
    counted = Counter(register.state_of(tie) for tie in register.record.ties.values())
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    told = "; ".join(f"{register.record.states[code].name} {count}" for code, count in ranked)
    most, number = ranked[0]
    lead = f"{register.record.states[most].name} has the most ties on record: {number} of {len(register.record.ties)}."
    partners = Counter(tie.ru for tie in register.record.ties.values())
    several = [f"{register.place(name).name} {count}" for name, count in partners.most_common() if count > 1]
    lines = [Line(lead), Line(f"{told}.")]
    if several:
        lines.append(Line(f"Russian places with more than one tie: {'; '.join(several)}."))
    return AnswerPart(tuple(lines), "Ties by state")


def counts_line(register: Register, ties: Sequence[Tie] | None = None) -> str:
    """``Of 90 ties on record: 19 active, 20 suspended, …``; standings that none has are left out."""
    counts = register.counts(ties)
    told = ", ".join(f"{count} {standing}" for standing, count in counts.items() if count)
    return f"Of {plural(sum(counts.values()), 'tie')}: {told}." if told else "No tie is on record here."


def _sentence(chosen: TieFilter, shown: int, register: Register) -> str:
    total = plural(len(register.record.ties), "tie")
    what = " or ".join([*chosen.standings, *(LEVELS[level].label for level in chosen.levels)])
    limits = [_place_words(chosen, register), _basis_words(chosen), _text_words(chosen)]
    told = "".join(f", {words}" for words in limits if words)
    if what:
        return f"On record as {what}: {shown} of {total}{told}."
    return f"{shown} of {total} on record{told}." if told else f"All {total} on record."


def _place_words(chosen: TieFilter, register: Register) -> str:
    names = [register.record.states[code].name for code in chosen.states if code in register.record.states]
    if not names:
        return ""
    told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"in the {chosen.where} ({told})" if chosen.where else f"in {told}"


def _basis_words(chosen: TieFilter) -> str:
    """What is asked of the act behind the standing: whose it is, and from when."""
    by = " or ".join(AUTHORITIES[authority].name for authority in chosen.authorities)
    dated = _period_words(chosen)
    if by:
        return f"by the word of {by}{', ' + dated if dated else ''}"
    act = "made by an agreement" if chosen.founded else "by an act"
    return f"{act} {dated}" if dated else ""


def _period_words(chosen: TieFilter) -> str:
    if chosen.since and chosen.until:
        whole = chosen.since == chosen.until
        return f"of {day(chosen.since)}" if whole else f"dated {day(chosen.since)} to {day(chosen.until)}"
    if chosen.since:
        return f"of {day(chosen.since)} or later"
    return f"of {day(chosen.until)} or earlier" if chosen.until else ""


def _text_words(chosen: TieFilter) -> str:
    return f"with “{chosen.text}” in a name" if chosen.text else ""
