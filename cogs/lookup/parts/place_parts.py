"""The parts of an answer on the ties and places that are named: how they stand, and what is wrong with a name. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from cogs.lookup import sentences
from cogs.lookup.claims import claim_sentences, particulars
from cogs.lookup.explanations.explanation_parts import explanation_part, still_holds
from cogs.lookup.history import past
from cogs.lookup.history.beginnings import told_of_beginning
from cogs.lookup.lists.rankings import partners_compared_part
from cogs.lookup.model import Outcome
from cogs.lookup.parts import aspects_told, blocks, reasons
from cogs.lookup.parts.answer_draft import AnswerDraft
from cogs.lookup.places import no_tie, place_sentences, surroundings
from cogs.lookup.places.namesakes_abroad import ties_of_namesake, told_of_namesake
from cogs.lookup.places.other_partners import other_partners
from cogs.lookup.places.which_is_paired import which_is_paired_part
from cogs.lookup.reading.aspects import Aspect
from cogs.lookup.reading.framing import is_where_the_asker_is
from cogs.lookup.reading.intents import BESIDES, NOW_CALLED, OF_OTHERS, ONE_OR_TWO, Intent
from cogs.lookup.reading.names_in_company import is_of_each
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.reading.votes import claimed_vote, is_unanimous
from cogs.lookup.searching import SearchedWords
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.ukraine import ukraine
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital, paragraph
from cogs.wording.leads import Asked, is_vote_spoken_of
from cogs.wording.names import place_name
from cogs.wording.sentences import VOTE_SPOKEN_OF
from cogs.wording.standing_text import founding
from cogs.wording.status import tie_status
from db.record.dataset.explanations import shipped
from db.record.derivation import INVASION, acts_in_force
from db.record.elsewhere import COUNTRY_NAMES, Abroad
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, Place, Tie
from db.record.passages import FoundPassage, PassageKind
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import key

WHO_OR_HOW = said_for("questions", "place_parts", "who_or_how")
_ANY_OTHERS = said_for("questions", "place_parts", "any_others")
_WHOSE = said_for("questions", "place_parts", "whose")
# A sentence of so many words says in what year a tie began, and no more.
_NO_MORE_THAN_THE_YEAR = 8
# When a tie was made, whatever else is asked with it: "when did they pair up, and who cut it".
_ALSO_BEGUN = said_in_all("past", "also_begun")
_BY_NAME = said_in_all("votes", "by_name")
_JOINING = frozenset("and with to in и с со і з із та й".split())
MOST_TIES = 6
MOST_ABROAD = 3
# What is on file of ties with Russia in other countries.
_OF_THE_WORLD = "other-countries"
# What is on file for who is abroad.
_FROM_ABROAD = "abroad"
_DID = said_for("questions", "place_parts", "did")
_OF_RUSSIA = said_for("questions", "place_parts", "of_russia")
# Of so many ties at most it is told one by one who proposed or said something.
MOST_TIES_IN_DETAIL = 2


class PlaceParts(AnswerDraft):
    """How the ties and places that a question names are told."""

    def _names_a_pair_before_abroad(self, named: Sequence[Tie]) -> bool:
        """Whether both places of a tie are named before what lies in another country: then it is told first."""
        first = min((each.start for each in self.question.abroad), default=0)
        before = {place.id for it in self.question.mentions if it.start < first for place in it.places}
        return any({tie.us, tie.ru} <= before for tie in named)

    def _names_american(self) -> bool:
        return any(means_america(mention) and mention.places for mention in self.question.mentions)

    def _names_american_of(self, named: Sequence[Tie]) -> bool:
        """Whether the American place of a tie is named."""
        places = {place.id for it in self.question.mentions for place in it.places}
        return any(tie.us in places for tie in named)

    def _abroad(self, *, of_the_world: bool = True) -> None:
        """That what is named lies in another country, if it does; what is on file of ties there, ``of_the_world``."""
        if not self.question.abroad:
            return
        from_abroad = shipped().by_id(_FROM_ABROAD)
        if from_abroad and self._asker_is_abroad():
            self.parts.append(explanation_part(from_abroad, self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)
            return
        abroad = [each for each in self.question.abroad[:MOST_ABROAD] if not self._is_partner_of_named(each)]
        known = {code for code in dict.fromkeys(each.code for each in abroad) if self._told_of_abroad(code)}
        told = [
            self._city_abroad(each) if each.is_city else place_sentences.other_country(COUNTRY_NAMES[each.code])
            for each in abroad
            if each.code not in known
        ]
        if told:
            self.parts.append(TextBlock(tuple(map(Line, dict.fromkeys(told)))))
            self.outcomes.append(Outcome.UNKNOWN)
        for tie in (tie for each in abroad for tie in ties_of_namesake(each, self.question, self.register)):
            self.add_tie(tie)
        world = shipped().by_id(_OF_THE_WORLD)
        asked = of_the_world and (self._asks_what_ended_abroad() or (world and _tells_of(world.answer, abroad)))
        if world and asked and still_holds(world, self.register):
            self.parts.append(explanation_part(world, self.register, self.citations))

    def _city_abroad(self, abroad: Abroad) -> str:
        """That a city lies in another country; of a name that American places without a tie have as well, beside one
        that is American, that those have none: "Albuquerque or Santa Fe".
        """
        name, country = capital(abroad.typed), COUNTRY_NAMES[abroad.code]
        found = self.register.gazetteer.exact(key(abroad.typed))
        states = [item.state for item in found if isinstance(item, OtherPlace) and item.country is Country.US]
        if abroad.named or not states or not any(map(means_america, self.question.mentions)):
            return place_sentences.is_abroad(name, country)
        named = [self.register.record.states[code].name for code in dict.fromkeys(states) if code]
        return place_sentences.american_or_abroad(name, named, country)

    def _is_partner_of_named(self, abroad: Abroad) -> bool:
        """Whether a city abroad has the name of an American place whose Ukrainian partner is named: "Kingston and
        Sokyriany".
        """
        same = {item.name for item in self.register.gazetteer.exact(key(abroad.typed)) if isinstance(item, OtherPlace)}
        ukrainian = filter(ukraine.is_ukrainian, self.question.mentions if same and not abroad.named else ())
        return any(not same.isdisjoint(ukraine.names_of_partners(each, self.register)) for each in ukrainian)

    def _told_of_abroad(self, code: str) -> bool:
        """Say what the acts on a tie that is named tell of another country, by its code; whether they do."""
        called = COUNTRY_NAMES[code]
        found = [
            FoundPassage(PassageKind.ACT, act.id, tie.id, 1.0)
            for tie in self._ties_of_names()[:MOST_TIES]
            for act in acts_in_force(tie.acts)
            if called in f"{act.said} {act.summary}"
        ]
        return self._add_passages(found, SearchedWords((), (called,)))

    def _ties_of_names(self) -> list[Tie]:
        """The ties of the places whose names stand in the question, whether or not they are asked about."""
        places = [mention.places[0] for mention in self.question.mentions if len(mention.places) == 1]
        return list({tie.id: tie for place in places for tie in self.register.ties_of(place.id)}.values())

    def _asker_is_abroad(self) -> bool:
        """Whether another country is only where somebody is who asks something else: "I'm in Toronto, can I write"."""
        question = self.question
        if question.on_subject or question.asks_of_ties or len(question.abroad) > 1:
            return False
        return is_where_the_asker_is(question.words, question.abroad[0].start, question.joined)

    def _asks_what_ended_abroad(self) -> bool:
        """Whether it is asked if another country's places ended or suspended ties, or have any with Russia."""
        ended = {Standing.ENDED, Standing.SUSPENDED} & {*self.question.standings}
        asked = (_OF_RUSSIA, _DID)
        return bool(ended) or any(phrase.search(self.question.joined) for phrase in asked)

    def _one_place_by_two_names(self) -> None:
        """Say that two names are of one place: "Oranienbaum" and "Lomonosov".

        Where it is asked, that they are of two, and of which place an old name is.
        """
        by_place: dict[Place, list[str]] = {}
        for mention in self.question.mentions:
            if len(mention.places) == 1 and not mention.distance:
                by_place.setdefault(mention.places[0], []).append(capital(mention.typed))
        for place, typed in by_place.items():
            if len({key(name).replace(" ", "") for name in typed}) > 1 and len({name.isascii() for name in typed}) == 1:
                self._say(Outcome.TIE, place_sentences.one_place(sorted(set(typed)), place_name(place, self.register)))
        renamed = NOW_CALLED.search(self.question.joined) is not None
        for place, (name, *_) in by_place.items():
            if renamed and key(name) != key(place.name):
                self._say(Outcome.TIE, place_sentences.now_called(name, place_name(place, self.register)))
        if len({place.country for place in by_place}) == 1 < len(by_place) and ONE_OR_TWO.search(self.question.joined):
            names = [place_name(place, self.register) for place in by_place]
            self._say(Outcome.TIE, place_sentences.several_places(names))

    def _places(self, found: Resolution) -> None:
        at_once(self._places_steps(found))

    def _places_steps(self, found: Resolution) -> Steps[None]:
        """The places that are named, a few ties or a name at a step."""
        self._one_place_by_two_names()
        found = self._around(found)
        # "Kyiv or locals, who pushed them": of a city that is a side no partner is asked for.
        of_a_side = self.first_told and bool(self.aspects & {Aspect.URGED, Aspect.PROPOSER})
        ukrainian = [] if of_a_side else [it for it in found.without_tie if ukraine.is_ukrainian(it)]
        brief = len(found.paired) + len(found.alone) + len(found.wrong) > 1
        if which := which_is_paired_part(self.question, self.register):
            self.parts.append(which)
        self._corrections(found)
        self._ukrainian(ukrainian, found)
        self._none_besides(found)
        if compared := partners_compared_part(self.question, self.register):
            self.parts.append(compared)
        self._others_first(found)
        for tie in found.paired:
            self.add_tie(tie, blocks.repairs(self.question.mentions, tie, self.register), full=not brief)
            yield
        self._other_partners(found)
        self._unknown_partner(found)
        for mention in found.alone:
            self._no_tie_in_states(mention)
            self._mention(mention, full=not brief)
            yield
        for mention in (*found.without_tie, *found.elsewhere):
            # Beside a pair, a word that is only like a name without a tie is none: "Marigny" is no Mar'ino.
            if of_a_side and ukraine.is_ukrainian(mention):
                continue
            if mention not in ukrainian and not (found.paired and mention.distance) and not self._acted_there(mention):
                self._without_tie(mention, beside_ukraine=bool(ukrainian))

    def _acted_there(self, mention: Mention) -> bool:
        """Whether a name is of somebody who acted on a tie that was told: of "Erie County legislators" no tie is asked
        for.
        """
        acts = (act for tie_id in self.told for act in self.register.index.acts(tie_id))
        return any(mention.typed.casefold() in f"{act.actor} {act.said}".casefold().split() for act in acts)

    def _around(self, found: Resolution) -> Resolution:
        """Tell the ties of the places around those that are named so, "near Chicago"; the other names are left."""
        told: list[Mention] = []
        for mention in (*found.alone, *found.without_tie):
            place = surroundings.asked_around(mention, self.question)
            if place is None:
                continue
            near = surroundings.places_around(place, self.register)
            ties = [tie for each in near for tie in self.register.ties_of(each.id)]
            name = place_name(place, self.register)
            self._say(Outcome.TIE, place_sentences.ties_around(name, surroundings.MILES, len(ties)))
            for tie in ties[:MOST_TIES]:
                self.add_tie(tie, full=len(ties) == 1)
            self._offer([blocks.tie_choice(tie, self.register) for tie in ties[MOST_TIES:]])
            told += [mention] if ties else []
        left = tuple(mention for mention in found.alone if mention not in told)
        without = tuple(mention for mention in found.without_tie if mention not in told)
        return replace(found, alone=left, without_tie=without) if told else found

    def _none_besides(self, found: Resolution) -> None:
        """Say that a place has no other partner than the one that a question leaves out: "besides Saratov, does …"."""
        if BESIDES.search(self.question.joined) is None:
            return
        for mention in found.alone:
            ties = self.register.ties_of(mention.places[0].id) if len(mention.places) == 1 else ()
            if ties and means_america(mention) and all(tie.ru in found.denied for tie in ties):
                name = place_name(mention.places[0], self.register)
                self._say(Outcome.TIE, place_sentences.no_other_partner(name))

    def _ukrainian(self, mentions: Sequence[Mention], found: Resolution) -> None:
        """The Ukrainian places that are named, each with its partners: first those that are named with it."""
        others = [mention for mention in (*found.alone, *found.without_tie) if mention not in mentions]
        ids = (place.id for mention in others for place in mention.places)
        names = (place.name for mention in others for place in mention.others)
        asked = dict.fromkeys((*(tie.us for tie in found.paired), *ids, *names))
        for mention in mentions:
            self.parts.append(
                ukraine.ukrainian_place_part(mention, asked, self.question, self.register, self.citations)
            )
            self.outcomes.append(Outcome.NO_TIE)

    def add_tie(self, tie: Tie, before: Sequence[str] = (), full: bool = True) -> None:
        """Say how a tie stands, once."""
        if tie.id in self.told:
            return
        self.told[tie.id] = None
        checked = any(part.heading == claim_sentences.CLAIMS for part in self.parts)
        premises, asked = particulars.premises(tie, self.question, self.register, checked=checked)
        if then := past.stood_then(tie, self.question, self.today):
            premises, asked = [then], Asked.STATUS
        full = full and Intent.STORY not in self.question.intents
        why: tuple[str, ...] = ()
        if not self._tells_a_change_of_mind():
            why = reasons.told_before(self.question, tie, self.register, self.citations)
        told = (
            *before,
            *told_of_namesake(tie, self.question),
            *premises,
            *aspects_told.told_before(tie, self._aspects_of_ties(), self.register),
            *told_of_beginning(tie, self.question, self.register, self.today),
            *past.so_long_after(tie, self.question),
            *why,
            *self._beginning(tie),
            *self._vote(tie, asked),
        )
        self.parts.append(
            tie_status(tie, self.register, self.today, self.citations, before=told, full=full, asked=asked)
        )
        self.outcomes.append(Outcome.TIE)

    def _aspects_of_ties(self) -> Set[Aspect]:
        """What is asked of a tie with Russia: of which kind it is, not where a Ukrainian partner is named."""
        named = any(map(ukraine.is_ukrainian, self.question.mentions))
        return self.aspects - {Aspect.KIND} if named else self.aspects

    def _tells_a_change_of_mind(self) -> bool:
        """Whether it is asked why somebody thought otherwise later, whose words and acts are told."""
        return self.person_told and reasons.asks_why_changed(self.question)

    def _beginning(self, tie: Tie) -> tuple[str, ...]:
        """When a tie began, where that is asked of it; and that no more is on record, where it is asked how or by whom.

        What is asked of a standing or an act, "how long has it been suspended", is another question.
        """
        question = self.question
        # "When did they pair up, in the cold war?" guesses at the beginning itself.
        guessed = question.period is not None and (question.period.until or INVASION) < INVASION
        timed = question.period is not None and not guessed
        act = question.standings or question.narrowing.kinds or timed or question.authorities
        if Intent.BEGINNING not in question.intents or (act and _ALSO_BEGUN.search(question.joined) is None):
            return ()
        told = founding(tie, self.citations)
        asks_more = Intent.REASONS in question.intents or WHO_OR_HOW.search(question.joined) is not None
        more = asks_more and len(told.split()) <= _NO_MORE_THAN_THE_YEAR and not tie.note
        return (paragraph([told, sentences.NOT_WHO_BEGAN if more else ""]),)

    def _vote(self, tie: Tie, asked: Asked) -> tuple[str, ...]:
        """The newest vote on a tie in the record's words, where it is asked how it went; that there is none."""
        by_name = _BY_NAME.search(self.question.joined) is not None
        of_a_vote = Intent.VOTE in self.question.intents
        names_one = by_name and bool(claimed_vote(self.question.text))
        if not (names_one or (of_a_vote and asked is Asked.STATUS)):
            return ()
        return self._newest_vote(tie, by_name=by_name)

    def _newest_vote(self, tie: Tie, *, by_name: bool) -> tuple[str, ...]:
        """The newest vote on a tie, or that there is none; ``by_name``: also whether it is known who voted how."""
        voted = [act for act in acts_in_force(tie.acts) if act.vote]
        if not voted:
            return (VOTE_SPOKEN_OF if is_vote_spoken_of(tie) else sentences.NO_VOTE_ON_IT,)
        act = max(voted, key=lambda each: each.date.last)
        names = (
            (sentences.NOBODY_AGAINST if is_unanimous(act.vote or "") else sentences.NO_ROLL_CALL) if by_name else ""
        )
        return (paragraph((sentences.vote_on_it(act, self.citations.cite(act.sources)), names)),)

    def add_place(self, place: Place, named: Mention | None = None, full: bool = True) -> None:
        """Say how all ties of a place stand, and how its name was read; beyond six ties, offer them."""
        ties = self.register.ties_of(place.id)
        notes = blocks.reading_notes(named, place, self.register) if named else []
        if len(ties) > 1:
            self.parts.append(TextBlock(tuple(blocks.partners_lines(place, self.question, self.register))))
        if len(ties) > MOST_TIES:
            self._offer([blocks.tie_choice(tie, self.register) for tie in ties])
            return
        for tie in ties:
            self.add_tie(tie, notes, full=full and len(ties) == 1)

    def _corrections(self, found: Resolution) -> None:
        for us, ru in found.wrong:
            self.parts.append(no_tie.wrong_pair_part(us, ru, self.register))
        shown: list[Mention] = list(dict.fromkeys(mention for pair in found.wrong for mention in pair))
        for mention in shown:
            if mention.places and (means_america(mention) or not any(means_america(m) and m.places for m in shown)):
                for place in mention.places:
                    self.add_place(place, full=len(found.wrong) == 1 and len(mention.places) == 1)
            elif not mention.places:
                self._without_tie(mention)

    def _others_first(self, found: Resolution) -> None:
        """Who else is paired with a Russian place, before the tie that is named, where that is asked."""
        for others in other_partners(found, self.question, self.register):
            russian = place_name(others.russian, self.register)
            own = place_name(others.own, self.register) if others.own else ""
            if len(others.ties) > 1 and not own:
                # Which ties these are is told of the place itself.
                continue
            if own or not others.ties:
                self._say(Outcome.TIE, place_sentences.others_with(russian, own, len(others.ties)))
            else:
                us = place_name(self.register.place(others.ties[0].us), self.register)
                self._say(Outcome.TIE, place_sentences.only_with(russian, us))
            for tie in others.ties[:MOST_TIES]:
                self.add_tie(tie, full=False)

    def _other_partners(self, found: Resolution) -> None:
        """Say whom else a place is paired with, where that is asked beside a pair, or beside several whose it is."""
        others = OF_OTHERS.search(self.question.joined) is not None
        whose = len(found.paired) >= MOST_TIES_IN_DETAIL and _WHOSE.search(self.question.joined) is not None
        russian = [tie.ru for tie in found.paired if others or whose]
        american = [tie.us for tie in found.paired if others]
        for name in dict.fromkeys([*russian, *american]):
            place = self.register.place(name)
            if any(tie.id not in self.told for tie in self.register.ties_of(name)):
                self.parts.append(TextBlock.saying(blocks.partners_line(place, self.register)))
            elif place.country is Country.RU and _ANY_OTHERS.search(self.question.joined):
                self._say(Outcome.TIE, place_sentences.no_other_american_partner(place_name(place, self.register)))
            elif place.country is Country.US and BESIDES.search(self.question.joined):
                self._say(Outcome.TIE, place_sentences.no_other_partner(place_name(place, self.register)))

    def _unknown_partner(self, found: Resolution) -> None:
        """Say that a name is not known that stands as the partner of a Russian place: "Челтнем с Сочи"."""
        if len(found.alone) != 1 or found.paired or found.alone[0].countries != {Country.RU}:
            return
        beside = _name_beside(found.alone[0], self.question)
        if beside:
            self._say(Outcome.TIE, place_sentences.partner_not_known(beside))

    def _no_tie_in_states(self, mention: Mention) -> None:
        """Put right that a Russian place is paired with one in a state that was named."""
        states = self.question.all_states
        ties = (tie for place in mention.places for tie in self.register.ties_of(place.id))
        if any(self.register.state_of(tie) in states for tie in ties):
            return
        if states and {place.country for place in mention.places} == {Country.RU}:
            self.parts.append(no_tie.no_tie_in_states_part(mention, states, self.register))

    def _mention(self, mention: Mention, full: bool) -> None:
        if self._is_of_abroad(mention):
            self._american_partners(mention)
            return
        if len(mention.places) == 1:
            self.add_place(mention.places[0], mention, full)
            return
        if is_of_each(mention, self.question.words):
            for place in mention.places:
                # How a name was read is not said where it is read as several: "both Portlands".
                self.add_place(place, replace(mention, distance=0), full=False)
            return
        which = no_tie.which_part(mention, self.register)
        self.parts.append(replace(which, lines=(*which.lines, *self._why_they_stand(mention))))
        self._offer([blocks.place_choice(place, self.register) for place in mention.places])

    def _why_they_stand(self, mention: Mention) -> Iterator[Line]:
        """Of each place that is meant, whether it is on record why its tie stands, where that is asked."""
        for place in mention.places:
            ties = self.register.ties_of(place.id)
            told = [why for tie in ties for why in reasons.why_it_stands(self.question, tie, self.register)]
            if len(ties) == 1 and told:
                yield place_sentences.of_one_place(place_name(place, self.register), *told)

    def _is_of_abroad(self, mention: Mention) -> bool:
        """Whether a Russian place is asked about as the partner of a city abroad: "did Warsaw cut Moscow"."""
        tied = {place.country for named in self.question.mentions for place in named.places}
        if Country.US in tied or self.question.all_states or not self.question.abroad:
            return False
        return {place.country for place in mention.places} == {Country.RU}

    def _american_partners(self, mention: Mention) -> None:
        """Who in America is paired with a Russian place, to be chosen: of those nothing was asked."""
        ties = [tie for place in mention.places for tie in self.register.ties_of(place.id)]
        lines = [Line(blocks.partners_line(place, self.register)) for place in mention.places]
        choices = [blocks.tie_choice(tie, self.register) for tie in ties]
        self.parts.append(TextBlock(tuple(lines)))
        self.choices += [choice for choice in choices if choice not in self.choices]
        self.about += [tie.id for tie in ties]
        self.outcomes.append(Outcome.TIE)

    def _without_tie(self, mention: Mention, *, beside_ukraine: bool = False) -> None:
        if not (mention.others or mention.county or mention.elsewhere):
            # A name that fits no place without a tie: in a far larger record one nearly fits what a text has.
            return
        if (beside_ukraine or self._asks_for_its_ukrainians(mention)) and _is_american(mention):
            self.parts.append(ukraine.american_place_part(mention, self.question, self.register, self.citations))
            self.outcomes.append(Outcome.NO_TIE)
            return
        part, nearest = no_tie.no_tie_part(mention, self.register, self.citations)
        if _is_american(mention) and nearest and ukraine.asks_of_ukrainians(self.question.joined):
            part = replace(part, lines=(*part.lines, *ukraine.none_in_ukraine(mention, self.register)))
        self.parts.append(part)
        self.outcomes.append(Outcome.NO_TIE)
        choice = blocks.place_choice(nearest, self.register) if nearest and not self.told else None
        if choice and choice not in self.choices:
            self.choices.append(choice)

    def _asks_for_its_ukrainians(self, mention: Mention) -> bool:
        """Whether the Ukrainian partner of a place without a tie with Russia is asked for, and it has one."""
        if Intent.UKRAINE not in self.question.intents or _OF_RUSSIA.search(self.question.joined):
            return False
        return any(
            ukraine.is_of(tie, place, self.register)
            for tie in self.register.record.ukraine_ties.values()
            for place in mention.others
        )

    def _ties_named(self, found: Resolution) -> list[Tie]:
        """The ties of the places that are named for certain."""
        single = [mention.places[0].id for mention in found.alone if len(mention.places) == 1]
        return [*found.paired, *(tie for place in single for tie in self.register.ties_of(place))]


def _tells_of(answer: str, abroad: Sequence[Abroad]) -> bool:
    """Whether what is on file of the world names one of the places abroad: County Durham, Cheltenham."""
    return any(each.is_city and capital(each.typed) in answer for each in abroad)


def _name_beside(mention: Mention, question: Question) -> str:
    """A word with a capital that fits no place and stands beside a name, by a blank or a joining word; else nothing."""
    words = question.words
    before, after = mention.start - 1, mention.end
    if before > 0 and words[before].norm in _JOINING:
        before -= 1
    if after < len(words) - 1 and words[after].norm in _JOINING:
        after += 1
    beside = [words[i] for i in (before, after) if 0 <= i < len(words)]
    return next((word.raw for word in beside if word.capital and word.raw in question.unknown), "")


def names_russia(joined: str) -> bool:
    """Whether Russia, or what is Russian, is named in normalised words."""
    return _OF_RUSSIA.search(joined) is not None


def _is_american(mention: Mention) -> bool:
    """Whether a name without a tie stands for American places alone."""
    return mention.elsewhere is None and mention.countries == {Country.US}


def means_america(mention: Mention) -> bool:
    return Country.US in mention.countries
