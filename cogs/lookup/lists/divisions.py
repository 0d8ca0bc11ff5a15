"""By what the ties of a list are divided, where a question asks for groups: each, the most, those that share one. Pure.

A division is a row: how a tie, or the act by which it is on the list, is labelled. Which one is asked for is read
in ``division_reading``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from cogs.lookup.lists import division_sentences, filter_phrases
from cogs.lookup.lists.division_reading import OF_TIME, STATES_ASKED, Divided, Division, Form, division_asked
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.parts_of_the_country import part_of_the_country
from cogs.lookup.lists.rankings import with_so_many
from cogs.lookup.lists.sorting import newest_looked_at
from cogs.lookup.model import SortOrder, TieFilter, Trait
from cogs.lookup.reading.asked_numbers import Test, so_many_asked
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import day
from cogs.wording.names import pair_name, short_name
from db.record.levels import LEVELS
from db.record.models import Act, Precision, Tie
from db.record.months import MONTHS
from db.record.register import Register

_A_PAIR = 2
_GROUPED = said_for("lists", "divisions", "grouped")
# So many groups are told one by one.
_MOST_GROUPS = 24


# A label of a group, and what sorts it: groups of a time stand in its order, others by their size.
_Label = tuple[str, str]
_Labels = Callable[[Tie, TieFilter, Register], "_Label | None"]


def _plain(label: str) -> _Label | None:
    return (label, label) if label else None


def _of_act(tie: Tie, chosen: TieFilter, register: Register) -> Act | None:
    """The act by which a tie is on a list; of several the last."""
    return newest_looked_at(tie, replace(chosen, order=SortOrder.NEWEST), register)


def _year_of_act(tie: Tie, chosen: TieFilter, register: Register) -> _Label | None:
    act = _of_act(tie, chosen, register)
    return _plain(str(act.date.first.year)) if act else None


def _month_of_act(tie: Tie, chosen: TieFilter, register: Register) -> _Label | None:
    act = _of_act(tie, chosen, register)
    if act is None or act.date.precision is Precision.YEAR:
        return None
    first = act.date.first
    return f"{MONTHS[first.month - 1]} {first.year}", f"{first:%Y-%m}"


def _day_of_act(tie: Tie, chosen: TieFilter, register: Register) -> _Label | None:
    act = _of_act(tie, chosen, register)
    if act is None or act.date.precision is not Precision.DAY:
        return None
    return day(act.date.first), act.date.first.isoformat()


_LABELS: Mapping[Division, _Labels] = {
    Division.STATE: lambda tie, _, register: _plain(register.record.states[register.state_of(tie)].name),
    Division.US_REGION: lambda tie, _, register: _plain(part_of_the_country(tie, register)),
    Division.RUSSIAN_REGION: lambda tie, _, register: _plain(register.place(tie.ru).region or ""),
    Division.RUSSIAN_PLACE: lambda tie, _, register: _plain(register.place(tie.ru).name),
    Division.AMERICAN_PLACE: lambda tie, _, register: _plain(short_name(register.place(tie.us), register)),
    Division.YEAR: _year_of_act,
    Division.MONTH: _month_of_act,
    Division.DAY: _day_of_act,
    Division.YEAR_MADE: lambda tie, _, __: _plain(str(tie.since or "")),
    Division.DECADE: lambda tie, _, __: _plain(f"{tie.since // 10 * 10}s" if tie.since else ""),
    Division.LEVEL: lambda tie, _, __: _plain(LEVELS[tie.level].label),
}

_OF_SEVERAL = {Trait.SEVERAL_RUSSIAN: Division.RUSSIAN_PLACE, Trait.SEVERAL: Division.AMERICAN_PLACE}


def division_of(question: Question, chosen: TieFilter) -> Divided | None:
    """By what a list is divided: as a question asks, or by the places that have several ties, where it is of those."""
    if asked := division_asked(question):
        of_several = next((division for trait, division in _OF_SEVERAL.items() if trait in chosen.traits), None)
        # "US cities with two Russian sisters": whoever has so many is counted, and not those that they have.
        return replace(asked, by=of_several) if of_several and asked.form is Form.SO_MANY else asked
    if question.standings and not question.states and STATES_ASKED.search(question.joined):
        return Divided(Division.STATE, Form.EACH)
    for trait, division in _OF_SEVERAL.items():
        if trait in chosen.traits:
            return Divided(division, Form.EACH)
    return None


def counted_by(division: Division, chosen: TieFilter, register: Register) -> Counter[str]:
    """How many ties of a list each group has, by its name."""
    labels = (_LABELS[division](tie, chosen, register) for tie in fitting(chosen, register))
    return Counter(label[0] for label in labels if label)


def divided_part(divided: Divided, question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The groups of a list's ties, the largest or each; None for an empty list."""
    if divided.form is Form.SO_MANY and (so_many := so_many_asked(question.joined, question.text)):
        such = filter_phrases.standing_as(chosen.standings, None)
        told = with_so_many(counted_by(divided.by, chosen, register), *so_many, such)
        grouped = _grouped(divided, chosen, so_many, register) if _GROUPED.search(question.joined) else []
        return replace(told, lines=(*told.lines, *grouped))
    ties = fitting(chosen, register)
    label = _LABELS[divided.by]
    groups: dict[_Label, list[Tie]] = defaultdict(list)
    unknown = 0
    for tie in ties:
        if found := label(tie, chosen, register):
            groups[found].append(tie)
        else:
            unknown += 1
    if not groups:
        return None
    lines = _told(divided, groups, register)
    if unknown:
        lines.append(division_sentences.unknown(unknown))
    return TextBlock(tuple(map(Line, lines)), division_sentences.HEADINGS[divided.by])


def so_many_part(question: Question, chosen: TieFilter, register: Register) -> tuple[TextBlock, list[str]] | None:
    """The places that have as many ties as is asked for, each with them, and their ids; None where two will
    do: of these the list itself tells.
    """
    divided, so_many = division_of(question, chosen), so_many_asked(question.joined, question.text)
    if so_many is None or divided is None or divided.by not in _OF_SEVERAL.values() or so_many[1](_A_PAIR, so_many[0]):
        return None
    if divided.form is not Form.SO_MANY or not _OF_SEVERAL.keys() & {*chosen.traits}:
        return None
    counted = counted_by(divided.by, chosen, register)
    told = with_so_many(counted, *so_many, filter_phrases.standing_as(chosen.standings, None))
    ties = _groups_of_so_many(divided, chosen, so_many, register)
    lines = _grouped(divided, chosen, so_many, register)
    return replace(told, lines=(*told.lines, *lines)), [tie.id for of_it in ties.values() for tie in of_it]


def _groups_of_so_many(
    divided: Divided, chosen: TieFilter, so_many: tuple[int, Test], register: Register
) -> dict[str, list[Tie]]:
    """The ties of each group that has as many as is asked for, by its name."""
    number, fits = so_many
    counted = counted_by(divided.by, chosen, register)
    ties: dict[str, list[Tie]] = {name: [] for name in sorted(counted) if fits(counted[name], number)}
    for tie in fitting(chosen, register):
        if (name := _name_of(tie, divided, register)) in ties:
            ties[name].append(tie)
    return ties


def _grouped(divided: Divided, chosen: TieFilter, so_many: tuple[int, Test], register: Register) -> list[Line]:
    """The ties of each such group in a line."""
    shown = islice(_groups_of_so_many(divided, chosen, so_many, register).items(), _MOST_GROUPS)
    return [Line(division_sentences.together(name, _names(of_it, register))) for name, of_it in shown]


def _name_of(tie: Tie, divided: Divided, register: Register) -> str:
    label = _LABELS[divided.by](tie, TieFilter(), register)
    return label[0] if label else ""


def _told(divided: Divided, groups: Mapping[_Label, list[Tie]], register: Register) -> list[str]:
    by_size = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0][1]))
    in_order = sorted(groups.items(), key=lambda group: group[0][1]) if divided.by in OF_TIME else by_size
    if divided.form is Form.SAME:
        several = [(label[0], _names(ties, register)) for label, ties in in_order if len(ties) > 1]
        return [division_sentences.together(name, names) for name, names in several] or [
            division_sentences.NONE_TOGETHER
        ]
    counted = [(label[0], len(ties)) for label, ties in in_order]
    total = sum(number for _, number in counted)
    lines = []
    if divided.form is not Form.EACH:
        wanted = len(by_size[0][1]) if divided.form is Form.MOST else len(by_size[-1][1])
        first = [label[0] for label, ties in in_order if len(ties) == wanted]
        lines.append(division_sentences.most(first, wanted, total, fewest=divided.form is Form.FEWEST))
    told = counted if divided.by in OF_TIME else [pair for pair in counted if pair[1] > 1] or counted
    lines.append(division_sentences.each(told[:_MOST_GROUPS]))
    if len(told) < len(counted):
        lines.append(division_sentences.with_one([name for name, number in counted if number == 1]))
    return lines


def _names(ties: Sequence[Tie], register: Register) -> list[str]:
    return [pair_name(tie, register) for tie in ties]
