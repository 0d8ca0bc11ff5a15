"""The parts of an answer on what is named: what was said and done there, and what else is asked of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cogs.lookup import search_sentences, searching, sentences
from cogs.lookup.claims import particulars
from cogs.lookup.explanations import explanation_parts, explanations_near
from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.history import others_then, past, past_sentences, stories, which_first
from cogs.lookup.history.beside_events import beside_speech_part
from cogs.lookup.history.intervals import interval_part
from cogs.lookup.lists.deciders import deciders_part
from cogs.lookup.lists.division_reading import Form, division_asked
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.measured_parts import MeasuredParts
from cogs.lookup.lists.regions_asked import region_asked
from cogs.lookup.model import Outcome, TieFilter, Trait
from cogs.lookup.parts import reasons
from cogs.lookup.parts.details import Detail, detail_part
from cogs.lookup.parts.matters import matter_part
from cogs.lookup.parts.place_parts import MOST_TIES_IN_DETAIL, WHO_OR_HOW
from cogs.lookup.parts.words_there import WordsThere
from cogs.lookup.people import (
    office_holders,
    people_not_on_record,
    people_there,
    quotations,
    reported_words,
    speaker_parts,
    talking_points,
)
from cogs.lookup.people.sayings import (
    ANSWERED,
    DEFIED,
    REBUT,
    SAID,
    TELLING_VERBS,
    side_asked,
)
from cogs.lookup.reading.intents import ASKS_WHAT, HOW_IS_IT, Intent
from cogs.lookup.reading.names_in_company import is_of_each
from cogs.lookup.reading.quotation_marks import in_quotes, is_quoted
from cogs.lookup.reading.subjects_asked import SUBJECT_INTENTS
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.sentences import passed_over
from cogs.lookup.steps import Steps
from cogs.lookup.times.eras import names_the_speech
from cogs.lookup.ukraine.beside_partners import beside_ukraine_part
from cogs.lookup.ukraine.ukraine import partners_beside
from cogs.lookup.ukraine.ukraine_asked import HOW_TO_BEGIN, names_ukraine, ukraine_asked, words_left
from cogs.lookup.ukraine.ukraine_narrowed import narrowed_part
from cogs.wording.act_phrases import moved_by
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.derivation import acts_in_force
from db.record.figures import coming_hearings
from db.record.mentions import Mention
from db.record.models import TalkingPoint, Tie
from db.record.passages import PassageKind
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import normalise, tokens

_WHICH_OF_THEM = said_for("questions", "named_parts", "which_of_them")
# "Any statement with the word genocide in it": words are asked for, and no ties.
_THE_WORD = said_for("questions", "named_parts", "the_word")
_ONES = said_for("questions", "named_parts", "ones")
# Where another country is named, these say that America is asked about as well.
_AMERICA = said_for("questions", "named_parts", "america")
# Of a city abroad its partners in America are asked for, and not what American cities did.
_AMERICAN_PARTNERS = said_for("questions", "named_parts", "american_partners")
# So many places that have no tie are told of in a text that may be no question about one.
_MOST_UNTIED = 3
_MOST_LEFT = 3


# By what is said nothing was cut: of that decisions are listed, and no words.
_SAYING = frozenset(
    "said say says saying told declared insisted announced swore vowed сказал казал видповил ответил заявил".split()
)
_STAYING = frozenset("остаемс останемс сохраняем оставляем лишаемос лишаем залишаем залишаемос зберигаем".split())


class NamedParts(WordsThere, MeasuredParts):
    """What is told of the ties, places and people that a question names, beside how they stand."""

    def _told_of_a_matter(self) -> bool:
        """Say on which ties something was asked for, tried or urged that no list can be narrowed by; whether it is."""
        phrased = phrased_by_words(self.question)
        # "What does the embassy recommend for finding a partner" asks how to begin.
        begins = phrased is not None and phrased.id == HOW_TO_BEGIN
        found = None if begins else matter_part(self.question, self.register, self.citations)
        if found is None:
            return False
        part, ties = found
        self.parts.append(part)
        self.about += ties
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def _told_of_ukraine(self) -> bool:
        """Say which ties with Ukraine are of the kind that is asked for; whether they are asked for by a kind."""
        # "After the president of Ukraine named us" tells a time, and asks for no ties with Ukraine.
        asked = ukraine_asked(self.question, self.register)
        if asked is None or (Intent.UKRAINE not in self.question.intents and names_the_speech(self.question.joined)):
            return False
        part = narrowed_part(asked, self.register, self.citations)
        left = [] if asked.both or asked.swapped else words_left(self.question)[:_MOST_LEFT]
        # A single word beside what narrows them is mostly talk.
        said = [Line(passed_over(left))] if len(left) > (1 if asked.narrows else 0) else []
        self.parts.append(replace(part, lines=(*said, *part.lines)))
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def _beside_ukraine(self, named: Sequence[Tie]) -> None:
        """The Ukrainian partners of the places that are named, where Ukrainians are named with them."""
        if Intent.UKRAINE in self.question.intents or len(named) > MOST_TIES_IN_DETAIL:
            return
        if names_ukraine(self.question.joined) and (part := partners_beside(named, self.register, self.citations)):
            self.parts.append(part)

    def _told_of_a_quotation(self) -> bool:
        """Say where the words stand that a question has in quotation marks and is of; whether it is, and they do."""
        return is_quoted(self.question) and not REBUT.search(self.question.joined) and self._quoted(())

    def _told_of_a_document(self) -> bool:
        """Say which act was done by the resolution or order whose number a question has; whether any was."""
        return bool(reported_words.number_of_a_document(self.question)) and self._quoted(())

    def _told_by_its_words(self) -> bool:
        """Answer who said something, what was voted so, and how many decided by whom; whether that is asked."""
        # "Without a single word since", "by whose word they stand": no words are asked for.
        narrowing = self.question.narrowing
        silent = Trait.NO_WORD in narrowing.traits
        unvoted = narrowing.unvoted and (narrowing.decided or self.question.standings)
        if (
            unvoted
            or narrowing.rests
            or (self.question.by_meaning and not self._asks_whose_words())
            or self._lists_deciders()
            or ((narrowing.lacking or narrowing.by_word) and self.question.standings)
            or (narrowing.conditions and Standing.SUSPENDED in self.question.standings and not self._asks_whose_words())
        ):
            return self._told_of_people()
        if Intent.UKRAINE in self.question.intents and self._told_in_its_rare_words():
            return True
        if self._answered() or (not silent and self._sayings()) or self._told_of_people():
            return True
        # "Suspensions by 5-0" are a list.
        listed = narrowing.vote and (self.question.standings or narrowing.kinds)
        if not (self.question.period or listed) and self._told_by_votes():
            return True
        if Intent.WORDS not in self.question.intents or self.question.speakers or self.question.all_states:
            return False
        changed = Trait.CHANGED_COURSE in self.question.narrowing.traits
        conditions = Trait.CONDITION in narrowing.traits
        if changed or conditions or (self.question.standings and narrowing.traits):
            # A list of what is so, with each one's words: "suspensions with strings attached. Who wrote what?"
            return False
        if _ONES.search(self.question.joined) and self._asks_for_words_of_standings():
            # "Dormant ones, with who called them dormant": each of the list has who said it.
            return False
        return self._told_of_words_said()

    def _told_in_its_rare_words(self) -> bool:
        """Say what alone on record has all words of a question that are not of the vocabulary, where Ukraine is only
        spoken of: "who lit their city hall in Ukraine's colors"; whether anything has.
        """
        found, search = searching.in_rare_words(self.question.asides, self.question, self.register)
        alone = len(found) == 1 and len(search.terms) == len(self.question.asides)
        return alone and found[0].kind is not PassageKind.POINT and self._add_passages(found, search)

    def _told_by_votes(self) -> bool:
        """Say what was voted as a question says, "9-0 or 10-0", and which of it was not; whether it names a vote."""
        votes = searching.votes(self.question, self.register)
        known = tuple(vote for vote, acts in votes.items() if acts)
        unknown = [vote for vote, acts in votes.items() if not acts]
        found = list(dict.fromkeys(act for acts in votes.values() for act in acts))
        self._add_passages(found, searching.SearchedWords((), known))
        if unknown:
            self._say(Outcome.SUBJECT if known else Outcome.UNKNOWN, sentences.no_vote(unknown))
        return bool(votes)

    def _asks_whose_words(self) -> bool:
        return bool(self.question.intents & {Intent.WORDS, Intent.REASONS})

    def _asks_for_words_of_standings(self) -> bool:
        """Whether the words that somebody is to have said are those of the standings that are asked for."""
        words = {normalise(word) for word in searching.words_asked_for(self.question).words}
        return bool(words) and words <= frozenset().union(*self.question.said.values())

    def _told_of_words_said(self) -> bool:
        """Say who said the words that a question asks for, and which of them nobody did; whether anybody said any."""
        search = searching.words_asked_for(self.question)
        found, known = searching.said_in_words(search, self.register)
        of_ties = self.question.asks_of_ties and _THE_WORD.search(self.question.joined) is None
        if search.words and not known.words and not of_ties:
            self._say(Outcome.UNKNOWN, search_sentences.words_of_nobody(search.words))
            return True
        missing = [word for word in search.words if word not in known.words]
        untold = [word for word in missing if normalise(word) in TELLING_VERBS]
        if untold and not of_ties:
            # Who apologized is asked: what is told in the other words is no answer to that.
            self._say(Outcome.UNKNOWN, search_sentences.words_of_nobody(untold))
            return True
        names = [word for word in missing if word in self.question.unknown]
        if names and (other := explanations_near.told_by_words(self.question, names)):
            self.parts.append(explanation_parts.explanation_part(other, self.register, self.citations))
            self.choices += explanation_parts.further(other, self.register)
            self.outcomes.append(Outcome.SUBJECT)
            return True
        if found and missing:
            self.parts.append(TextBlock.saying(search_sentences.words_not_said(missing)))
        return self._add_passages(found, known)

    def _lists_deciders(self) -> bool:
        """Whether it is asked which of some deciders did something: "which governors weighed in and ended it", "mayors
        who said no, we're staying".
        """
        narrowing = self.question.narrowing
        refused = ActKind.KEPT in narrowing.kinds and not _SAYING.isdisjoint(narrowing.kind_words)
        stays = Standing.ACTIVE in self.question.standings or not narrowing.kind_words.isdisjoint(_STAYING)
        if refused and stays and self.question.authorities:
            return True
        return bool(self.question.standings) and _WHICH_OF_THEM.search(self.question.joined) is not None

    def _told_of_people(self) -> bool:
        """Say what deciders or governors did, or that nothing of somebody is on record; whether that is asked."""
        told = deciders_part(self.question, self.register) or office_holders.governors_part(
            self.question, self.register, self.citations
        )
        if told is not None:
            self.parts.append(told)
            self.outcomes.append(Outcome.SUBJECT)
        elif absent := people_not_on_record.absent_people(self.question):
            self._say(Outcome.SUBJECT, search_sentences.not_on_record(absent))
        elif person := people_not_on_record.unknown_person(self.question):
            self._say(Outcome.UNKNOWN, search_sentences.not_on_record([person]))
        return bool(self.parts)

    def _answered(self, places: Sequence[str] = ()) -> bool:
        """Say what was answered to something that was said, of some places if any are given; whether anything was."""
        if not places and self._answered_to_a_person():
            return True
        match = REBUT.search(self.question.joined) or (ANSWERED.search(self.question.joined) if places else None)
        if match is None or (self.question.all_states and not self.question.speakers):
            return False
        points = self._points_to_answer(match.string[: match.end()].count(" ") + 1)
        sides = side_asked(self.question)
        names = {speaker.name for speaker in self.question.speakers}
        theirs = [point for point in points if point.speaker in names]
        if places:
            theirs = [it for it in self.register.record.points_in_use if it.speaker in names and it.place in places]
        found = theirs if names else [point for point in points if point.side not in sides]
        parts = talking_points.answered_part(found, self.register, self.citations)
        self.parts += parts
        self.outcomes += [Outcome.SUBJECT] if parts else []
        return bool(parts)

    def _answered_to_a_person(self) -> bool:
        """Say who answered the one person that is named, if that is asked: "which mayor refused Zelensky"."""
        people = [speaker for speaker in self.question.speakers if speaker.is_person]
        if len(people) != 1 or DEFIED.search(self.question.joined) is None:
            return False
        parts = talking_points.answers_to(people[0], self.register, self.citations)
        self.parts += parts
        self.outcomes += [Outcome.SUBJECT] if parts else []
        return bool(parts)

    def _answered_to_a_quotation(self) -> bool:
        """Say what was answered to somebody's words that a question quotes, if it asks that; whether anything was."""
        said = tokens(in_quotes(self.question)) if REBUT.search(self.question.joined) else []
        found = quotations.said_so(said, self.register, enough=quotations.SURELY) if said else []
        points = [self.register.record.talking_points[each.id] for each in found]
        parts = talking_points.answered_part(points, self.register, self.citations)
        self.parts += parts
        self.outcomes += [Outcome.SUBJECT] if parts else []
        return bool(parts)

    def _points_to_answer(self, after: int) -> list[TalkingPoint]:
        """What somebody said that a question wants answered: from word ``after`` on. In another language than the
        record's it must be somebody's own by rare words.
        """
        told = searching.words_to_answer(self.question, after)
        if self.question.speakers or not any(word.cyrillic for word in told):
            return searching.points_in_words(self.question, after, self.register)
        found = quotations.said_so(told, self.register)
        return [self.register.record.talking_points[each.id] for each in found]

    def _not_of_others(self, named: list[Tie]) -> list[Tie]:
        """The ties that are named; none, where a person is named who had to do with none of them, but with others."""
        people = [speaker for speaker in self.question.speakers if speaker.is_person]
        if not people or speaker_parts.ties_concerned(self.question, named, self.register):
            return named
        own = [tie for speaker in people for tie in speaker_parts.ties_of_speaker(speaker, self.register)]
        return [] if own else named

    def _tell_of_abroad_beside_a_list(self) -> bool:
        """Tell of other countries where America is asked of too; whether a list answers: of them alone none does."""
        if not self.question.abroad:
            return True
        joined = self.question.joined
        their_partners = any(it.is_city for it in self.question.abroad) and _AMERICAN_PARTNERS.search(joined)
        of_america = _AMERICA.search(joined) and not (their_partners or self._takes_in_all())
        asked = bool(self._names_american() or self.question.all_states or of_america)
        if asked:
            self._abroad()
        return asked

    def _names_a_pair(self, tie: Tie) -> bool:
        """Whether both places of a tie are named."""
        named = {place.id for mention in self.question.mentions for place in mention.places}
        return {tie.us, tie.ru} <= named

    def _names_without_tie(self) -> tuple[Mention, ...]:
        """The places without a tie whose names surely stand in what may be a question about them, the first few."""
        if self.question.off_subject or explanations_near.is_near(self.question):
            return ()
        surely = [it for it in self.question.mentions if not (it.places or it.weak or it.plain) and it.others]
        return tuple(surely[:_MOST_UNTIED])

    def _in_time(self, ties: Sequence[Tie]) -> None:
        """How long something took, how it was voted, which came first: what is asked of ties in time."""
        partners = beside_ukraine_part(ties, self.question, self.register)
        took = partners or interval_part(ties, self.question, self.register, self.today)
        asked = (beside_speech_part, which_first.voted_part, which_first.order_part)
        others = (told(ties, self.question, self.register) for told in asked)
        self.parts += [part for part in (took, *others) if part]

    def _people_there(self, ties: Sequence[Tie]) -> bool:
        """Say who is on record on the ties that are named, where somebody is asked for by what they did; whether one
        person who is described was found.
        """
        told = people_there.people_part(self.question, ties, self.register, self.citations, self._told_so_far())
        if told is None:
            return False
        described = people_there.describes_somebody(self.question)
        self.parts.insert(0 if described else len(self.parts), told)
        return described

    def _details(self, details: Sequence[Detail], ties: Sequence[Tie]) -> None:
        """What the record has of the details that are asked for, before how the ties stand; behind it, what is so in
        general."""
        # They stand before how the ties stand: what that says again is not left out here.
        told = ""
        headed = any(each.heads for each in details) and office_holders.holders(self.question, ties, self.register)
        said = self.partner_told
        asked = (each for each in details if not ((each.heads and headed) or (each.reaction and said)))
        found = (detail_part(each, ties, self.register, self.citations, told) for each in asked)
        self.parts[:0] = [part for part in found if part is not None]
        for each in details:
            explanation = shipped().by_id(each.explains) if self.explanation is None else None
            if explanation is not None:
                self.parts.append(explanation_parts.short_part(explanation, self.register, self.citations))
                self.choices.append(explanation_parts.answer_choice(explanation))

    def _asks_what(self) -> bool:
        """Whether who, what or why is asked: what the record says in the other words then goes before the standing."""
        joined = self.question.joined
        return ASKS_WHAT.search(joined) is not None and HOW_IS_IT.search(joined) is None

    def _told_so_far(self) -> str:
        return paragraph(f"{line.strong}{line.text}" for part in self.parts for line in part.lines)

    def _places_and_others_steps(self, found: Resolution, named: Sequence[Tie]) -> Steps[None]:
        """The ties that are named, and others on which something was done then; before them those that did the same."""
        others = None if self.first_told else others_then.others_then(named, self.question, self.register)
        alike = others_then.asks_for_others_alike(self.question) or which_first.asks_who_was_first(self.question)
        alike = alike or others_then.sets_others_beside_it(self.question)
        alike = alike or others_then.asks_for_those_of_its_time(self.question)
        if others and alike:
            if none := others_then.none_cut_later(others, named, self.question, self.register):
                self.parts.append(TextBlock.saying(none))
            self._show(others)
        yield from self._places_and_past_steps(found, named)
        if others and not alike:
            self._show(others)

    def _places_and_past_steps(self, found: Resolution, named: Sequence[Tie]) -> Steps[None]:
        """How the ties stand that are named, and what happened: in a time or an order that is asked of, before that."""
        of_them = self._tells_a_change_of_mind()
        told = [] if of_them else [*stories.story_parts(named, self.question, self.register, self.citations)]
        in_order = self.question.intents & {Intent.STORY, Intent.SEQUENCE}
        turned = stories.asks_what_changed(self.question) or Trait.CHANGED_COURSE in self.question.narrowing.traits
        # Why somebody thought otherwise later stands with how the tie stands, and what happened in order behind it.
        turned = turned and not reasons.asks_for_a_reason(self.question)
        timed = self.question.period is not None or bool(in_order) or turned
        if timed:
            self.parts += told
        yield from self._places_steps(found)
        if not timed:
            self.parts += told

    def add_particulars(self, named: Sequence[Tie]) -> None:
        """What is asked of ties that are named beyond how they stand: why, and whether a hearing is to come."""
        if self.question.narrowing.hearing and named and not coming_hearings(named, self.today):
            pairs = [pair_name(tie, self.register) for tie in named]
            # Whether one is to come is what is asked: how one speaks there, and how the tie stands, come behind it.
            self.parts.insert(0, TextBlock.saying(sentences.no_hearing(pairs)))
            self.outcomes.append(Outcome.TIE)
        if silent := past.no_answer_of(named, self.question, self.register):
            self._say(Outcome.TIE, past_sentences.no_answer_of(silent))
        asked = reasons.asks_for_reasons(self.question) or self._asks_what_was_said_there(named)
        if 0 < len(named) <= reasons.MOST_TIES and asked and not self._tells_a_change_of_mind():
            told = self._told_so_far()
            self.parts += reasons.reasons_parts(self.question, named, self.register, self.citations, told)

    def _asks_what_was_said_there(self, ties: Sequence[Tie]) -> bool:
        """Whether it is asked what was said or thought there, of nobody by name or office; and something was."""
        question = self.question
        if question.speakers or question.narrowing.kinds or Intent.CLAIM in question.intents:
            return False
        if Outcome.SUBJECT in self.outcomes or SAID.search(question.joined) is None:
            return False
        places = {tie.us for tie in ties}
        return any(point.place in places for point in self.register.record.points_in_use)

    def _asks_of_own_place(self, found: Resolution) -> bool:
        """Whether how the asker's own place stands is asked, and no place, state or subject is named with it."""
        question = self.question
        named = found != Resolution() or question.all_states or self.parts
        return Intent.OWN in question.intents and not named and not question.intents & SUBJECT_INTENTS

    def _takes_in_all(self) -> bool:
        """Whether nothing that was understood narrows a list, and no name stands in it that is not known."""
        chosen = list_filter(self.question, self.today)
        narrowing, divided = self.question.narrowing, division_asked(self.question)
        if narrowing.ranks or narrowing.without_ties or region_asked(self.question, self.register):
            return False
        if divided and divided.form is Form.EVERY_STANDING:
            return False
        return chosen == TieFilter(order=chosen.order) and not self.question.unknown

    def _passages_of_names(self, enough: float) -> bool:
        """The same where a name seems to stand in talk of something else: what is said of its tie tells it apart."""
        ties = self._ties_of_names()
        found = self._passages_of(ties, enough)
        for tie in ties if found else ():
            self.add_tie(tie, full=len(ties) == 1)
        return found

    def _of_kinds(self, ties: Sequence[Tie]) -> bool:
        """Say who proposed or said something of the ties that are named, where that is asked; whether anybody did."""
        if particulars.says_reaffirmed(self.question):
            # Whether it was reaffirmed stands before how the tie stands, and other words on it are not asked for.
            return False
        found = searching.acts_of_kinds(self.question, ties) if len(ties) <= MOST_TIES_IN_DETAIL else []
        return not self.question.speakers and self._add_passages(found, searching.SearchedWords((), ()))

    def _unproposed(self, ties: Sequence[Tie]) -> bool:
        """Say that no proposal is on record, where it is asked who made one on the ties that are named."""
        asked = ActKind.PROPOSED in self.question.narrowing.kinds and WHO_OR_HOW.search(self.question.joined)
        if not asked or not 0 < len(ties) <= MOST_TIES_IN_DETAIL or self.question.speakers:
            return False
        if any(moved_by(act) for tie in ties for act in acts_in_force(tie.acts)):
            return False
        self._say(Outcome.TIE, sentences.NO_PROPOSAL)
        return True

    def _narrows(self) -> bool:
        """Whether more is asked of the ties than whether they still stand."""
        question = self.question
        asked = bool(question.period or question.authorities or Intent.COUNT in question.intents)
        # "Our county counsel asks if any counties are in there".
        asked = asked or (Intent.LIST in question.intents and bool(question.narrowing.traits))
        return bool(asked or set(question.standings) - {Standing.ACTIVE})

    def _as_of_speakers(self, found: Resolution) -> Resolution:
        """The names as they are meant beside people: of several ties, those that the people had to do with."""
        if any(is_of_each(mention, self.question.words) for mention in found.alone):
            return found
        places = [place.id for mention in found.alone for place in mention.places]
        ties = [*found.paired, *(tie for place in places for tie in self.register.ties_of(place))]
        concerned = speaker_parts.ties_concerned(self.question, ties, self.register)
        return replace(found, paired=tuple(concerned), alone=()) if concerned else found
