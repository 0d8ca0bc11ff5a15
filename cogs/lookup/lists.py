"""Lists: whether a question asks for one, what it narrows it to, and the sentences above it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup import list_sentences, sentences
from cogs.lookup.asked_filters import Narrowing
from cogs.lookup.filters import Part, fitting, set_rows
from cogs.lookup.intents import Intent
from cogs.lookup.model import Look, SortBy, SortOrder, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question
from cogs.lookup.sorting import SORTS, in_order, sort_of
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import listed, paragraph
from cogs.wording.standing_text import last_searches
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import acts_in_force
from db.record.figures import figures, per_cent
from db.record.models import Tie
from db.record.parts_of_russia import PARTS_OF_RUSSIA
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import STANDINGS, Standing

SUBJECT_INTENTS = frozenset(
    {Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES, Intent.PETITION, Intent.UKRAINE, Intent.ACT}
)
_LISTING = frozenset({Intent.LIST, Intent.COUNT})
_SEVERAL = phrases("""
    ties; cities; citys; towns; places; ones; partnerships; partners; relationships; pairs; pairings; counties; states
    anyone; anybody; everyone; who; them; those; these
    города; городов; міста; міст; побратимы; побратимов; побратими; побратимів; связи; звязки
""")
# What says that a tie stands, where it is asked of a time.
_STANDING_KINDS = (ActKind.CONFIRMED, ActKind.KEPT, ActKind.RESUMED)
# Words that are no filter: without them a list is the same.
_HARMLESS = frozenset(
    "всього всего вже ещё gimme far good work still exist exists overall altogether sofar progress later".split()
)
_MOST_WORDS = 3
_MOST_COMPARED = 6
_NOT_ENDED = tuple(standing for standing in Standing if standing is not Standing.ENDED)
_ASKED_PARTS = {
    "Central Russia": phrases("central russia; центральн* росси*; центральн* росі*"),
    "Northwestern Russia": phrases(
        "(north ?west|northwestern) ..1 russia; северо запад*; північно захід*; північн* захід*"
    ),
    "Southern Russia": phrases("southern russia; south of russia; юг* росси*; південь росі*; півдні росі*"),
    "the North Caucasus": phrases("(north )?caucasus; caucasian; кавказ*"),
    "the Volga region": phrases("volga region; (along|on) the volga; поволж*; поволзьк*"),
    "the Urals": phrases("(the )?urals?; урал*"),
    "Siberia": phrases("siberia; siberian; сибир*; сибір*"),
    "the Russian Far East": phrases("far east; far eastern; дальн* восток*; далек* сход*"),
}
assert _ASKED_PARTS.keys() == PARTS_OF_RUSSIA.keys()


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
    narrowed = bool(
        question.standings
        or question.authorities
        or question.period
        or question.levels
        or question.narrowing.narrows
        or _part_of_russia(question)
    )
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


def list_filter(question: Question, today: date, denied: frozenset[str] = frozenset()) -> TieFilter:
    """What a question narrows and sorts a list by; ``denied`` are ids of places that were ruled out."""
    period, narrowing = question.period, question.narrowing
    chosen = TieFilter(
        states=question.all_states,
        standings=_NOT_ENDED if narrowing.left else _standings(question),
        authorities=question.authorities,
        levels=question.levels,
        since=period.since if period else None,
        until=period.until if period else None,
        without=tuple(sorted(denied)),
        where=listed(region.name for region in question.regions),
        how=narrowing.how,
        most=narrowing.most,
        region=_part_of_russia(question),
        traits=narrowing.traits,
        over=narrowing.over,
        under=narrowing.under,
        share=narrowing.share,
    )
    return _sorted_by(question, _looking_at(chosen, question, today))


def _looking_at(chosen: TieFilter, question: Question, today: date) -> TieFilter:
    """The filter with what it looks at: hearings, acts of some kinds, changes, anything in a time, or what is now."""
    narrowing, timed = question.narrowing, question.period is not None
    if narrowing.hearing:
        return _looking_at_hearings(chosen, narrowing, today)
    if narrowing.sort and narrowing.sort[0] is SortBy.SEARCHED:
        return replace(chosen, look=Look.SEARCHES) if timed else chosen
    if Intent.FOUNDED in question.intents or (narrowing.sort and narrowing.sort[0] is SortBy.FOUNDED):
        return replace(chosen, founded=True)
    if timed and narrowing.as_of and chosen.standings:
        return replace(chosen, as_of=chosen.until or chosen.since, since=None, until=None)
    if narrowing.kinds and not narrowing.left:
        return replace(chosen, look=Look.ACTS, kinds=narrowing.kinds, standings=())
    kinds = kinds_of(chosen.standings)
    ranked = bool(question.intents & {Intent.LATEST, Intent.EARLIEST})
    decided = bool(narrowing.how) and all(STANDINGS[standing].decision for standing in chosen.standings)
    if kinds and (timed or ranked or decided) and not question.excluded_standings:
        return replace(chosen, look=Look.ACTS, kinds=kinds, standings=())
    if chosen.standings or not (timed or ranked):
        return chosen
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS)


def _looking_at_hearings(chosen: TieFilter, narrowing: Narrowing, today: date) -> TieFilter:
    if chosen.since or chosen.until:
        return replace(chosen, look=Look.HEARINGS)
    if narrowing.past:
        return replace(chosen, look=Look.HEARINGS, until=today - timedelta(days=1))
    return replace(chosen, look=Look.HEARINGS, since=today)


def kinds_of(standings: Sequence[Standing]) -> tuple[ActKind, ...]:
    """The kinds of act by which ties come to stand so; none where that takes no act."""
    if any(standing in {Standing.UNCONFIRMED, Standing.DISPUTED} for standing in standings):
        return ()
    made = [kind for kind in ActKind if ACT_KINDS[kind].leads_to in standings]
    return tuple(kind for kind in made if ACT_KINDS[kind].leads_to is not Standing.ACTIVE or kind in _STANDING_KINDS)


def _standings(question: Question) -> tuple[Standing, ...]:
    denied = question.excluded_standings
    wanted = tuple(standing for standing in question.standings if standing not in denied)
    return wanted or tuple(standing for standing in Standing if denied and standing not in denied)


def _part_of_russia(question: Question) -> str:
    """The part of Russia that a question names, in any of three languages; empty for none."""
    return next((name for name, asked in _ASKED_PARTS.items() if asked.search(question.joined)), "")


def _sorted_by(question: Question, chosen: TieFilter) -> TieFilter:
    narrowing = question.narrowing
    if narrowing.sort:
        sort, order = narrowing.sort
        return replace(chosen, sort=sort, order=order)
    if chosen.look is Look.HEARINGS:
        return replace(chosen, sort=SortBy.HEARING, order=SortOrder.OLDEST)
    latest, earliest = Intent.LATEST in question.intents, Intent.EARLIEST in question.intents
    if (earliest or chosen.founded) and not latest:
        return replace(chosen, order=SortOrder.OLDEST)
    timed = chosen.since is not None or chosen.until is not None
    looks = chosen.look in {Look.ACTS, Look.CHANGES} and not chosen.share
    return replace(chosen, order=SortOrder.NEWEST) if latest or timed or (looks and timed) else chosen


def chosen_ties(chosen: TieFilter, register: Register) -> list[Tie]:
    """The ties that fit, in the filter's order, and no more than it asks for."""
    ties = in_order(fitting(chosen, register), chosen, register)
    return ties[: chosen.most] if chosen.most else ties


def list_part(chosen: TieFilter, register: Register) -> TextBlock:
    """How many of how many, by what filter; the first, where they are sorted; and when they were last searched for."""
    fits = fitting(chosen, register)
    ties = in_order(fits, chosen, register)
    if not fits:
        return TextBlock(tuple(map(Line, _none(chosen, register))))
    told = [
        list_sentence(chosen, fits, register),
        _since_then(chosen, fits, register),
        *_sorting(chosen, fits, ties, register),
    ]
    return TextBlock((Line(paragraph(told)), Line(last_searches(ties))))


def _sorting(chosen: TieFilter, fits: Sequence[Tie], ties: Sequence[Tie], register: Register) -> Iterator[str]:
    """The first of a sorted list, what is left out of it, and that it is cut."""
    if chosen.order is not SortOrder.RECORD:
        row = SORTS[sort_of(chosen)]
        if ties:
            yield row.first(ties[0], chosen, register)
        if len(ties) < len(fits):
            yield list_sentences.left_out(len(fits) - len(ties), row.without)
    if 0 < chosen.most < len(ties):
        yield list_sentences.first_so_many(chosen.most, len(ties))


def list_sentence(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How many of how many fit a filter, and how they stand; ``ties`` are those that fit. Zero is a sentence too."""
    if not ties:
        return next(_none(chosen, register))
    rows = set_rows(chosen, register)
    said = [row.says(chosen, register) for row in rows]
    counts = register.counts(ties)
    if not said:
        return list_sentences.all_ties(len(ties), counts)
    places = [row for row in rows if row.part is Part.WHERE]
    base = fitting(chosen, register, Part.WHERE) if len(places) < len(rows) else tuple(register.record.ties.values())
    one_standing = len(chosen.standings) == 1 and chosen.as_of is None
    past = chosen.look in {Look.ACTS, Look.CHANGES} or chosen.as_of is not None
    told = list_sentences.now(counts) if past else list_sentences.counted(counts)
    return list_sentences.some_ties(
        said,
        len(ties),
        len(base),
        there=0 < len(places) < len(rows),
        counts="" if one_standing else told,
        share=list_sentences.part(per_cent(len(ties), len(base))) if chosen.share else "",
    )


def _none(chosen: TieFilter, register: Register) -> Iterator[str]:
    """That no tie fits; what ties the places asked for have, or the newest that is on record before a time."""
    rows = set_rows(chosen, register)
    where = [row.says(chosen, register) for row in rows if row.part is Part.WHERE]
    base = fitting(chosen, register, Part.WHERE)
    if chosen.standings == _NOT_ENDED and base and where:
        yield list_sentences.none_left(list_sentences.traits(where), len(base))
        return
    if chosen.look is Look.HEARINGS and chosen.until is None:
        yield list_sentences.no_hearing([*where])
    else:
        said = [*where, *(row.says(chosen, register) for row in rows if row.part is Part.WHAT)]
        standing = next((row.says(chosen, register) for row in rows if row.part is Part.STANDING), "")
        yield list_sentences.no_tie(said, standing)
    if where and base and len(where) < len(rows):
        yield list_sentences.what_there_is(list_sentences.traits(where), len(base), register.counts(base))
    elif chosen.look in {Look.ACTS, Look.CHANGES} and (chosen.since or chosen.until):
        yield from _newest_of_all(replace(chosen, since=None, until=None, order=SortOrder.NEWEST), register)


def _newest_of_all(chosen: TieFilter, register: Register) -> Iterator[str]:
    ties = chosen_ties(chosen, register)
    if ties:
        yield SORTS[SortBy.ACT].first(ties[0], chosen, register)


def _since_then(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How the ties stand by now on which the acts asked for were taken; what else was once as asked, or is left."""
    if chosen.look in {Look.ACTS, Look.CHANGES}:
        return ""
    if chosen.standings == (Standing.ACTIVE,) and len(set_rows(chosen, register)) == 1 and chosen.as_of is None:
        found = figures(register)
        left: dict[Standing, int] = {standing: found.standings[standing] for standing in _NOT_ENDED}
        return list_sentences.in_all_not_ended(found.not_ended, found.ties, left)
    if len(chosen.standings) != 1 or not STANDINGS[chosen.standings[0]].decision or chosen.as_of:
        return ""
    once = [
        tie for tie in fitting(replace(chosen, standings=()), register) if _was_once(tie, chosen.standings[0], register)
    ]
    return list_sentences.were_before(len(once), STANDINGS[chosen.standings[0]].word) if once else ""


def _was_once(tie: Tie, standing: Standing, register: Register) -> bool:
    if register.status(tie.id).standing is standing:
        return False
    return any(ACT_KINDS[act.kind].leads_to is standing for act in acts_in_force(tie.acts))


def state_part(own: Tie, others: Sequence[Tie], register: Register) -> TextBlock:
    """How a state's own tie stands, and that its places have others."""
    name, standing = register.place(own.us).name, register.status(own.id).standing
    return TextBlock((Line(list_sentences.own_and_others(name, standing, len(others), register.counts(others))),))


def not_understood(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """What a list was to be sorted or narrowed by that it cannot be; None where all was understood."""
    said = []
    if unsortable := question.narrowing.unsortable:
        said.append(list_sentences.cannot_sort_by(unsortable))
    whole = not set_rows(chosen, register) and chosen.order is SortOrder.RECORD
    words = [word for word in question.asides if word.casefold() not in _HARMLESS]
    if whole and words and not unsortable:
        said.append(list_sentences.cannot_narrow_by(words[:_MOST_WORDS]))
    return TextBlock(tuple(map(Line, said))) if said else None


def compared_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """Two states or more side by side, where they are compared; None where they are not."""
    if not question.narrowing.compares or not 1 < len(question.states) <= _MOST_COMPARED:
        return None
    found = []
    for code in question.states:
        ties = fitting(replace(chosen, states=(code,), where="", most=0), register)
        found.append((register.record.states[code].name, len(ties), register.counts(ties)))
    return TextBlock(tuple(map(Line, list_sentences.compared(found))))


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
