"""The parts of an answer that is a list, and the rest of a state behind its own tie. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from operator import attrgetter

from cogs.lookup import searching, sentences
from cogs.lookup.explanations import glossary
from cogs.lookup.history import past_sentences, stories, which_first
from cogs.lookup.history.intervals import asks_how_long_ago, each_in_its_time_part, interval_part
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.asked_list import asks_by_state, asks_for_counts
from cogs.lookup.lists.beside_the_list import suspended_besides
from cogs.lookup.lists.comparisons import compared_part, counted_part, halves_part, largest_standing_part
from cogs.lookup.lists.conditions import conditions_part
from cogs.lookup.lists.division_reading import OF_TIME, Division, Form, division_asked
from cogs.lookup.lists.divisions import divided_part, division_of, so_many_part
from cogs.lookup.lists.filters import fitting, fitting_steps, looked_at, set_rows
from cogs.lookup.lists.groups import grouped_part
from cogs.lookup.lists.groups_by_standing import groups_by_standing_part, stateless_part
from cogs.lookup.lists.halfway import halfway_part, wave_part
from cogs.lookup.lists.lifetimes import asks_how_long_they_lived, lifetimes_part
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.listed_votes import kept_before_part, votes_part
from cogs.lookup.lists.lists import (
    chosen_ties,
    first_of,
    first_of_each_part,
    list_part,
    list_part_steps,
    list_sentence,
    own_of_region_part,
    region_part,
    state_part,
)
from cogs.lookup.lists.measured import measured_part
from cogs.lookup.lists.not_understood import NotUnderstood, counts_groups, denied_and_unread, not_understood, words_left
from cogs.lookup.lists.of_which import of_which_part
from cogs.lookup.lists.population_sums import people_part
from cogs.lookup.lists.rankings import listed_by_state_part
from cogs.lookup.lists.regions_asked import states_set_beside
from cogs.lookup.lists.sorting import newest_looked_at
from cogs.lookup.lists.state_namesakes import namesakes_of_state
from cogs.lookup.lists.wholes import others_part, whole_part
from cogs.lookup.model import Look, Outcome, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.parts.answer_draft import AnswerDraft
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.asked_filters import OTHER_SIDE_OF_TIME
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.times.spans import a_year_earlier, in_earlier_years
from cogs.wording.act_sentences import row_sentence
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, CUTTING, DECIDING, ActKind
from db.record.derivation import INVASION
from db.record.models import PlaceKind
from db.record.ordinary_words import is_common

_ID = attrgetter("id")
_NTH = {
    2: said_for("lists", "list_parts", "nth", "2"),
    3: said_for("lists", "list_parts", "nth", "3"),
    4: said_for("lists", "list_parts", "nth", "4"),
}
_BOTH_ENDS = said_in_all("lists", "both_ends")
_ONLY_ONE = said_for("lists", "list_parts", "only_one")
# Of a longer question single words tell too little.
_FEW_WORDS = 7
# What is asked of an act, and not of all ties of a state.
_OF_THE_ACT = said_for("lists", "list_parts", "of_the_act")

# A list of so few is near enough to one.
_FEW_ROWS = 2
# One of all is asked for, by what is on record of it alone; in Cyrillic the endings tell one from several.
_ASKS_FOR_ONE = LATE.compile(
    r"\bwhich (?:suspension|ending|city|town|county|state|place|council|commission|tie|vote|decision|resolution"
    r"|agreement|order|one|act|letter|association|report|partner|pair|community|group|nonprofit|organi[sz]ation"
    r"|alliance)\b|\bwhere (?:did|was|is|had)\b"
    r"|\b(?:what|whose) (?:vote|resolution|decision|order|letter|tie|agreement|city|town|council)\b"
    r"|\b(?:яке|яка|який|якому|якій|якого|якої|котре|котра|чия|чиє|чий|чиїй|чийому) \w"
    r"|\b(?:какой|какая|какое|каком|какого|чья|чьё|чей|чьей|чьём) \w|^(?:а |і |и )?(?:де|где) ",
    re.IGNORECASE,
)
# The size of the places on either side is asked for.
_EACH_SIDE = said_for("lists", "list_parts", "each_side")


class ListParts(AnswerDraft):
    """How a list is told that a question asks for, and what is held against each other in it."""

    def _list(self, denied: frozenset[str]) -> None:
        at_once(self._list_steps(denied))

    def _list_steps(self, denied: frozenset[str]) -> Steps[None]:
        if self.question.standings and len(self.question.words) == 1:
            self.parts.append(glossary.meaning_part(self.question.joined, self.citations))
        chosen = list_filter(self.question, self.today, denied)
        chosen = replace(chosen, region=self.region or chosen.region)
        if self._told_of_none(chosen):
            return
        divided = division_asked(self.question)
        if divided and divided.by not in OF_TIME and chosen.look is Look.ACTS and not _narrows_acts(chosen):
            # "In which states are most, the first five": of all ties, and of no acts.
            chosen = replace(chosen, look=Look.BEHIND, order=SortOrder.RECORD, most=0)
        if divided and divided.by is Division.DECADE and divided.form is Form.EACH and chosen.founded:
            # "The 70s, the 80s, the 90s": by decade, and not those of one.
            chosen = replace(chosen, since=None, until=None)
        in_its_year = self._in_its_year(chosen)
        guessed, chosen = chosen if in_its_year is not chosen else None, in_its_year
        if chosen.since and chosen.since > self.today and chosen.look is not Look.HEARINGS:
            self._say(Outcome.LIST, sentences.STILL_TO_COME)
        not_taken = not_understood(self.question, chosen, self.register)
        if not_taken.any and self._told_in_its_place(chosen, not_taken, divided=divided is not None):
            return
        yield
        if self._told_in_groups(chosen):
            return
        self._chronology(chosen)
        if own := own_of_region_part(chosen, self.register):
            self.parts.append(own)
        yield
        yield from self._compared_steps(chosen)
        # Of the last such month that has come there may be none: told behind what there is.
        self._tell_guessed(guessed)
        if not_taken.first is not None:
            self._told_in_rare_words(chosen)

    def _told_in_its_place(self, chosen: TieFilter, lacking: NotUnderstood, *, divided: bool) -> bool:
        """Say what of a question a list does not take in; whether there is no list then: what has these words is told
        in its place, or nothing is left that narrows it.
        """
        if self._told_of_one(chosen):
            return True
        self.not_taken_in = self.question.asides
        self.named_behind = lacking.behind
        if lacking.first is None:
            return False
        self.parts.append(lacking.first)
        counted = divided or counts_groups(self.question)
        whole = not set_rows(chosen, self.register) and chosen.order is SortOrder.RECORD and not counted
        if whole and not asks_for_counts(self.question):
            self.outcomes.append(Outcome.UNKNOWN)
            return True
        return False

    def _told_of_none(self, chosen: TieFilter) -> bool:
        """Say which states have no tie, or by which word that denies something no list can be narrowed; whether either
        is asked for.
        """
        if without := stateless_part(self.question, chosen, self.register):
            self.parts.append(without)
            self.outcomes.append(Outcome.LIST)
            return True
        if words := denied_and_unread(self.question, chosen):
            self._say(Outcome.UNKNOWN, list_sentences.cannot_narrow_by(words))
            self.not_taken_in = self.question.asides
            return True
        return False

    def _told_in_groups(self, chosen: TieFilter) -> bool:
        """Say which places or states a list comes to, where these are asked for and no ties; whether they are."""
        if asks_how_long_they_lived(self.question):
            return False
        if so_many := so_many_part(self.question, chosen, self.register):
            part, ties = so_many
            self.about += ties
        elif by_state := groups_by_standing_part(self.question, chosen, self.register):
            part = by_state
            self.subjects.add(Intent.BY_STATE)
        else:
            return False
        self.parts.append(part)
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def _in_its_year(self, chosen: TieFilter) -> TieFilter:
        """A list of a month that is named without its year: of the last year in which there is any, and that it is not
        the last that has come; before a month, of the first: "suspended by the 7th of March". What is new since a month
        is new since the last: "anything since August".
        """
        period = self.question.period
        if period is None or not period.guessed or chosen.founded:
            return chosen
        if period.since is None:
            return self._in_the_first_year(chosen)
        news = period.until is None and not (self.question.standings or self.question.narrowing.kinds)
        if chosen.as_of or news or fitting(chosen, self.register):
            return chosen
        spans = in_earlier_years(chosen.since, chosen.until)
        earlier = (replace(chosen, since=since, until=until) for since, until in spans)
        return next((each for each in earlier if fitting(each, self.register)), chosen)

    def _tell_guessed(self, guessed: TieFilter | None) -> None:
        """Say how many there are by the last such month that has come, where another year was taken, and there are
        any; none for None.
        """
        if guessed and (found := fitting(guessed, self.register)):
            self.parts.append(TextBlock.saying(list_sentence(guessed, found, self.register)))

    def _in_the_first_year(self, chosen: TieFilter) -> TieFilter:
        """A list of what came before a month without its year: of the first year in which there is any."""
        earlier = chosen
        while (earlier.as_of or earlier.until or INVASION) > INVASION and fitting(earlier, self.register):
            chosen = earlier
            as_of, until = a_year_earlier(chosen.as_of), a_year_earlier(chosen.until)
            earlier = replace(chosen, as_of=as_of, until=until)
        return chosen

    def _chronology(self, chosen: TieFilter) -> None:
        """What was done on the ties of a state, one after the other, or which of them came first, where that is asked
        and nothing narrows it.
        """
        if chosen.states and Intent.SEQUENCE in self.question.intents:
            ties = fitting(chosen, self.register)
            order = which_first.order_part(ties, self.question, self.register)
            apart = interval_part(ties, self.question, self.register, self.today) if order else None
            self.parts += [part for part in (order, apart) if part]
        if not chosen.states or not stories.tells_a_story(self.question) or chosen.standings or chosen.kinds:
            return
        self.parts += stories.together_parts(
            self._ties_in_states(), self.question.period, self.register, self.citations
        )

    def _told_of_one(self, chosen: TieFilter) -> bool:
        """Say what has the words by which one tie is asked for, and show no list without them: "which suspension speaks
        of being accountable"; whether one is asked for so, and anything has them.
        """
        few = 0 < len(fitting(chosen, self.register)) <= _FEW_ROWS
        if few or _ASKS_FOR_ONE.search(self.question.text) is None:
            return False
        return self._told_in_rare_words(chosen)

    def _told_in_rare_words(self, chosen: TieFilter) -> bool:
        """Say what is on record in words by which a list cannot be narrowed: of ties that fit, if of any of them;
        whether anything is.
        """
        few = len(self.question.words) <= _FEW_WORDS or _ASKS_FOR_ONE.search(self.question.text) is not None
        left = words_left(self.question, chosen)
        words = self.question.asides if few else [word for word in left if not is_common(word.casefold())]
        found, search = searching.in_rare_words(words, self.question, self.register)
        if not found:
            return False
        fits = {tie.id for tie in fitting(chosen, self.register)}
        return self._add_passages([each for each in found if each.about in fits] or found, search)

    def _compared_steps(self, chosen: TieFilter) -> Steps[None]:
        """A list with what is held against each other in it, its other end, and what is counted of it."""
        if halved := halves_part(self.question, chosen, self.register):
            chosen, names = halved
            self.parts.append(names)
        asked = (self.question, chosen, self.register)
        if compared := measured_part(*asked) or compared_part(*asked):
            self.parts.append(compared)
        if Trait.NAMED_IN_SPEECH in chosen.traits and not fitting(chosen, self.register):
            self.parts.append(list_part(chosen, self.register))
            chosen = replace(chosen, standings=(), look=Look.BEHIND, kinds=(), since=None, until=None)
        yield
        yield from self._group_steps(chosen)
        yield
        yield from self._in_all_its_time_steps(chosen)
        yield
        yield from self._show_steps(chosen)
        yield
        of_each = first_of_each_part(self.question, chosen, self.register)
        self.parts += [part for part in (of_each, kept_before_part(chosen, self.register)) if part]
        yield
        self._other_side_of_the_time(chosen)
        self._of_the_first(chosen)
        yield
        self._rest_of_the_day(chosen)
        self._nth(chosen)
        self._how_long_ago(chosen)
        both = self.question.intents >= {Intent.LATEST, Intent.EARLIEST} or self.question.narrowing.both_ends
        both = both or (chosen.order is not SortOrder.RECORD and _BOTH_ENDS.search(self.question.joined) is not None)
        of_size = chosen.sort in {SortBy.SIZE, SortBy.RUSSIAN_SIZE}
        latest = Intent.LATEST in self.question.intents and not of_size
        if both or (latest and chosen.order is SortOrder.OLDEST):
            self._show_last(replace(chosen, order=_other_end(chosen.order), most=0))
        if chosen.sort is SortBy.SIZE and _EACH_SIDE.search(self.question.joined):
            self._show_last(replace(chosen, sort=SortBy.RUSSIAN_SIZE, most=0))
        if {*chosen.kinds} == {*CUTTING} and chosen.order is not SortOrder.RECORD:
            firsts = [(kind, first_of(replace(chosen, kinds=(kind,), most=0), self.register)) for kind in chosen.kinds]
            lines = tuple(Line(f" {told}", list_sentences.OF_CUTTING[kind]) for kind, told in firsts if told)
            self.parts.append(TextBlock(lines, list_sentences.EACH_ALONE))
        if chosen.look is Look.CHANGES and not self.rows:
            self._show(replace(chosen, look=Look.ACTS))

    def _group_steps(self, chosen: TieFilter) -> Steps[None]:
        """How many there are of what is counted, and in which groups, before the list."""
        question, register = self.question, self.register
        fits = yield from fitting_steps(chosen, register)
        yield
        parts: tuple[Callable[[], TextBlock | None], ...] = (
            lambda: whole_part(question, chosen, register),
            lambda: others_part(question, fits, register),
            lambda: of_which_part(question, chosen, register, self.today),
            lambda: counted_part(question, fits, register),
            lambda: largest_standing_part(question, fits, register),
            lambda: grouped_part(question, fits, self.today, register),
            lambda: conditions_part(question, chosen, register),
            lambda: people_part(question, fits, register),
            lambda: votes_part(chosen, register),
        )
        for part_of in parts:
            if part := part_of():
                self.parts.append(part)
            yield
        if asks_by_state(question):
            self.parts.append(listed_by_state_part(fits, register))
            self.subjects.add(Intent.BY_STATE)
        elif divided := division_of(question, chosen):
            groups = divided_part(divided, question, chosen, register)
            self.parts += [groups] if groups else []
            self.subjects.add(Intent.BY_STATE)

    def _other_side_of_the_time(self, chosen: TieFilter) -> None:
        """What was done on the other side of the one day that bounds a list, where that is asked as well: "how many
        before the first anniversary, and how many after".
        """
        if chosen.as_of or chosen.look is not Look.ACTS or (chosen.since is None) is (chosen.until is None):
            return
        if OTHER_SIDE_OF_TIME.search(self.question.joined) is None:
            return
        since = chosen.until + timedelta(days=1) if chosen.until else None
        until = chosen.since - timedelta(days=1) if chosen.since else None
        other = replace(chosen, since=since, until=until, most=0)
        ties = fitting(other, self.register)
        names = [pair_name(tie, self.register) for tie in ties]
        told = [list_sentence(other, ties, self.register), *([list_sentences.they_are(names)] if names else [])]
        self.parts.append(TextBlock.saying(paragraph(told)))

    def _nth(self, chosen: TieFilter) -> None:
        """The second, third and so on of a list in the order of time, where that one is asked for."""
        number = next((place for place, said in _NTH.items() if said.search(self.question.joined)), 0)
        ties = chosen_ties(replace(chosen, most=0), self.register)
        if not number or chosen.sort is not SortBy.ACT or chosen.order is SortOrder.RECORD or len(ties) < number:
            return
        acts = [newest_looked_at(tie, chosen, self.register) for tie in ties]
        act = acts[number - 1]
        if act is None:
            return
        near = [
            pair_name(tie, self.register)
            for tie, other in zip(ties, acts, strict=True)
            if other and other is not act and other.date.first <= act.date.last and act.date.first <= other.date.last
        ]
        told = list_sentences.nth(number, pair_name(ties[number - 1], self.register), row_sentence(act), near)
        self.parts.append(TextBlock.saying(told))

    def _how_long_ago(self, chosen: TieFilter) -> None:
        """How long ago the first of a list in the order of time was, where that is asked."""
        if chosen.sort is not SortBy.ACT or chosen.order is SortOrder.RECORD or not asks_how_long_ago(self.question):
            return
        for tie in chosen_ties(chosen, self.register)[:1]:
            if act := newest_looked_at(tie, chosen, self.register):
                pair, what = pair_name(tie, self.register), ACT_KINDS[act.kind].label.lower()
                self.parts.append(TextBlock.saying(past_sentences.for_so_long(pair, what, act.date, self.today)))

    def _of_the_first(self, chosen: TieFilter) -> None:
        """What was done or said on the tie of the largest or smallest place, where it is asked what happened there."""
        sized = chosen.sort in {SortBy.SIZE, SortBy.RUSSIAN_SIZE} and chosen.order is not SortOrder.RECORD
        if not sized or HAPPENED.search(self.question.joined) is None:
            return
        for tie in chosen_ties(chosen, self.register)[:1]:
            lines = [
                past_sentences.step_of(pair_name(tie, self.register), act, self.citations.cite(act.sources))
                for act in self.register.index.acts(tie.id)
            ]
            self.parts += [TextBlock(tuple(lines), list_sentences.DONE_THERE)] if lines else []

    def _rest_of_the_day(self, chosen: TieFilter) -> None:
        """What was proposed or said on one day, beside the decisions of it, where it is asked who did what then."""
        asked = HAPPENED.search(self.question.joined) and not (self.question.standings or self.question.narrowing.how)
        decisions = chosen.look is Look.CHANGES or (chosen.look is Look.ACTS and {*chosen.kinds} == {*DECIDING})
        if not asked or not decisions or chosen.since is None or chosen.since != chosen.until:
            return
        kinds = tuple(kind for kind in ActKind if kind not in DECIDING)
        others = replace(chosen, look=Look.ACTS, kinds=kinds, most=0)
        lines = tuple(
            past_sentences.step_of(pair_name(tie, self.register), act, self.citations.cite(act.sources))
            for tie in chosen_ties(others, self.register)
            for act in looked_at(tie, others, self.register)
        )
        self.parts += [TextBlock(lines, list_sentences.ALSO_THAT_DAY)] if lines else []

    def _in_all_its_time_steps(self, chosen: TieFilter) -> Steps[None]:
        """By when half of it was done, how long all of it took, and each tie that was decided on twice, as asked."""
        half = halfway_part(self.question, chosen, self.register)
        yield
        wave = wave_part(chosen, self.question, self.register, self.today)
        yield
        lived = lifetimes_part(self.question, chosen, self.register)
        self.parts += [part for part in (half, wave, lived) if part]
        ties = chosen_ties(chosen, self.register) if Trait.CHANGED_COURSE in chosen.traits else []
        if timed := each_in_its_time_part(ties, self.question, self.register):
            self.parts.append(timed)

    def _show(self, chosen: TieFilter) -> None:
        at_once(self._show_steps(chosen))

    def _show_steps(self, chosen: TieFilter) -> Steps[None]:
        part = yield from list_part_steps(chosen, self.register)
        asked = (chosen, self.question, self.register)
        first, *others = part.lines
        suspended, namesakes = map(Line, suspended_besides(*asked)), map(Line, namesakes_of_state(*asked))
        self.parts.append(replace(part, lines=(first, *suspended, *others, *namesakes)))
        self.rows = tuple(map(_ID, chosen_ties(chosen, self.register)))
        self.filter = chosen
        self.outcomes.append(Outcome.LIST)

    def _show_last(self, chosen: TieFilter) -> None:
        """The last of a list, where the first and the last are asked for."""
        if told := first_of(chosen, self.register):
            self.parts.append(TextBlock.saying(told))

    def _rest_of_states(self) -> None:
        """The other ties of a state whose own tie is told: they are not hidden behind it."""
        own = [self.register.tie(tie_id) for tie_id in self.told]
        named = {place.id for mention in self.question.mentions for place in mention.places}
        if _OF_THE_ACT.search(self.question.joined):
            return
        if len(own) != 1 or own[0].ru in named or self.register.place(own[0].us).kind is not PlaceKind.STATE:
            return
        chosen = TieFilter(states=(self.register.state_of(own[0]),), without=(own[0].us,))
        others = chosen_ties(chosen, self.register)
        if others:
            head = state_part(own[0], others, self.register)
            self.parts.insert(0, head)
            self.rows, self.filter = tuple(tie.id for tie in others), chosen

    def _states_set_beside(self) -> None:
        """The ties of the states that are set beside a place that is named: "Chicago and Texas"."""
        own = {self.register.state_of(self.register.tie(tie_id)) for tie_id in self.told}
        codes = tuple(code for code in states_set_beside(self.question, self.register) if code not in own)
        if own and codes and not self.rows:
            self._show(TieFilter(states=codes))

    def _rest_of_region(self) -> None:
        """The other ties in a Russian region whose own tie is told, unless its partner is named as well."""
        own = [self.register.tie(tie_id) for tie_id in self.told]
        named = {place.id for mention in self.question.mentions for place in mention.places}
        region = self.register.place(own[0].ru) if len(own) == 1 else None
        if region is None or region.kind is not PlaceKind.REGION or self.rows:
            return
        # "Why is it only Iowa there": it is not.
        if own[0].us in named and _ONLY_ONE.search(self.question.joined) is None:
            return
        chosen = TieFilter(region=region.region or "", without=(region.id,))
        if others := chosen_ties(chosen, self.register):
            self.parts.insert(0, region_part(region.name, own[0], others, self.register))


def _narrows_acts(chosen: TieFilter) -> bool:
    return bool(chosen.kinds or chosen.authorities or chosen.how or chosen.since or chosen.until)


def _other_end(order: SortOrder) -> SortOrder:
    return SortOrder.OLDEST if order is SortOrder.NEWEST else SortOrder.NEWEST
