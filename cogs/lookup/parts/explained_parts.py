"""The parts of an answer that are on file as explanations, and what is told of ties in their place. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup import searching, sentences
from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.explanations import (
    explaining,
    explanation_clauses,
    explanation_fit,
    explanation_parts,
    explanation_phrases,
    explanation_subjects,
    explanations_near,
)
from cogs.lookup.explanations.argued import OF_BOTH, argument_beside, argument_of, arguments
from cogs.lookup.explanations.no_general_answer import (
    asks_for_all_of_both_sides,
    means_no_general_answer,
    ranks_by_size,
)
from cogs.lookup.explanations.stances import asks_in_short, stances_asked
from cogs.lookup.explanations.terms_asked import asks_of_label, terms_asked
from cogs.lookup.explanations.topics_meant import topic_of
from cogs.lookup.explanations.words_apart import words_apart
from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.lists.list_rules import counts_those_of_a_state
from cogs.lookup.lists.regions_asked import names_region, region_asked
from cogs.lookup.model import Outcome, Trait
from cogs.lookup.parts import reasons
from cogs.lookup.parts.blocks import tie_choice
from cogs.lookup.parts.courtesies import courtesy_for, only_greets, only_leaves, only_thanks
from cogs.lookup.parts.details import details_asked
from cogs.lookup.parts.named_parts import NamedParts
from cogs.lookup.parts.place_parts import MOST_TIES_IN_DETAIL
from cogs.lookup.people import about_people, quotations, speaker_sentences, talking_points
from cogs.lookup.people.sayings import (
    REBUT,
    REBUTTAL,
    WHOSE,
    asks_for_both,
    asks_for_quotations,
    sayings_asked,
    side_by_own,
)
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.asked_intents import is_in_ukraine, signs_with_ukraine
from cogs.lookup.reading.aspects import LOOSE, Aspect
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.languages import tongue_of
from cogs.lookup.reading.quotation_marks import is_quoted
from cogs.lookup.reading.understanding import understand
from cogs.lookup.reading.whose_word import whose_word
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.ukraine.ukraine_asked import HOW_TO_BEGIN, told_beside_beginning
from cogs.lookup.ukraine.ukraine_narrowed import narrowed_part
from cogs.wording.blocks import TextBlock
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.models import PlaceKind, Side, Tie
from db.record.passages import PassageKind
from db.record.resolver import Resolution

# What is explained of a side as a whole: to whom a question narrows that is then asked for.
OF_A_SIDE = frozenset({"why-end", "why-keep"})
_CASE_OF = {Side.END: "why-end", Side.KEEP: "why-keep"}
_SIDE_OF = {case: side for side, case in _CASE_OF.items()}
_OTHER_CASE = {"why-end": "why-keep", "why-keep": "why-end"}
# What goes for several places is beside the question where one of them is named.
_OF_MANY_PLACES = frozenset({"nuclear-towns", "before-the-war"})
_HELP, _PETITION = "act", "petition"
# The answers to a greeting and to thanks.
_COURTESIES = {sentences.HELLO: "hello", sentences.WELCOME: "thanks"}
# Told for itself, whatever places are named: their ties are offered beside it.
_OF_BOT, _OF_NO_TIE = "bot", frozenset({"report-change", "no-verses"})
# So many words that an answer on file has make it one that may be meant.
_SEVERAL_TERMS = 2
_OF_A_WORD = "What “"
# How the ids of the answers on the words for standings begin.
_MEANING_OF = "word-"
# What goes on from one thing to a year: "and in 22", "а в 2022". Of so many ties it is told how they stand.
_AND_IN_A_YEAR = re.compile(
    r"\b(?:and|but|а|и|та|але|но) (?:(?:what|how) about |then |later |again |що |что )?"
    r"(?:in|by|since|after|у|в|за|писля|после) (?:20)?[12]\d$"
)
_FEW_TIES = 2
# So much is quoted of each side where a quotation of both is asked for.
_QUOTED_OF_EACH = 2
# So many arguments are answered that were made in one place.
_MOST_ARGUMENTS = 2


class ExplainedParts(NamedParts):
    """What is told of a general question: the explanation that is on file, or the ties where it holds no longer."""

    def _explained(self, enough: float | None = None, *, listed: bool = False) -> bool:
        """Answer the general question that is asked, if one is on file; whether it is."""
        if means_no_general_answer(self.question, listed=listed):
            return False
        explanation = explaining.explanation_of(self.question, enough, listed=listed)
        if explanation is None or (explanation.subject == "sides" and asks_for_all_of_both_sides(self.question)):
            return False
        if self._is_what_they_did(explanation) or self._is_of_a_partner(explanation):
            return False
        placed = any(mention.places for mention in self.question.mentions)
        if placed and explanation.id in _OF_MANY_PLACES and enough is None:
            return False
        if explanation.subject == "bot" and placed and Intent.REASONS in self.question.intents:
            # "Why is San Diego silent" asks of no bot.
            named = (
                explanation_phrases.phrased_by_words(self.question) is not None or Intent.BOT in self.question.intents
            )
            if not named:
                return False
        return self.explain(explanation)

    def _is_of_a_partner(self, explanation: Explanation) -> bool:
        """Whether it is asked which Ukrainian partner a place took, and not how one is found, or who signed with
        Ukraine, and no petition.
        """
        if explanation.subject == _PETITION and signs_with_ukraine(self.question.joined):
            return not is_in_ukraine(self.question.text)
        if explanation.id != HOW_TO_BEGIN or explanation_phrases.phrased_by_words(self.question) is not None:
            return False
        return any(self._asks_for_its_ukrainians(mention) for mention in self.question.mentions)

    def explain(self, explanation: Explanation) -> bool:
        """Answer a general question, if what is on file still holds; else what the record says in its place."""
        if not explanation_parts.still_holds(explanation, self.register):
            question = understand(explanation.instead or "", self.register.gazetteer, self.today)
            at_once(self._ties_steps(resolve(question, self.register), (), listed=True))
            return False
        self.explanation = explanation
        self.of_petition = self.of_petition or explanation.subject == "petition"
        self.one_argument_told = explanation.subject == "sides" and explanation.id not in OF_A_SIDE
        tongue = tongue_of(self.question.words)
        first_steps = explanation.first_steps(tongue.code) if tongue else ""
        self.parts.append(explanation_parts.explanation_part(explanation, self.register, self.citations, first_steps))
        if explanation.id == HOW_TO_BEGIN:
            asked = told_beside_beginning(self.question)
            self.parts += [narrowed_part(each, self.register, self.citations) for each in asked]
        other = shipped().by_id(_OTHER_CASE.get(explanation.id, ""))
        if other is not None and asks_for_both(self.question):
            self.parts.append(explanation_parts.explanation_part(other, self.register, self.citations))
        self.outcomes.append(Outcome.OFF_TOPIC if explanation.small_talk else Outcome.SUBJECT)
        self.choices += explanation_parts.further(explanation, self.register)
        return True

    def _told_of_terms(self) -> bool:
        """Say what the terms of the record mean whose meaning, or difference, is asked."""
        if apart := words_apart(self.question):
            told = [explanation_parts.explanation_part(each, self.register, self.citations) for each in apart.told]
            self.parts += [TextBlock.saying(apart.lead), *told] if apart.lead else told
            names = {each.id for each in apart.told}
            further = [it for each in apart.told for it in explanation_parts.further(each, self.register)]
            self.choices += [it for it in dict.fromkeys(further) if it.target not in names]
            self.outcomes.append(Outcome.SUBJECT)
            return True
        terms = terms_asked(self.question)
        for each in map(shipped().by_id, terms):
            if each is not None:
                self.explain(each)
        return bool(terms)

    def _told_of_a_label(self, found: Resolution) -> bool:
        """Say what the word says that stands by the one tie that is named, where that is asked, and then how it stands:
        "you label Dixon active, what does that promise".
        """
        ties = self._ties_named(found)
        if len(ties) != 1 or not asks_of_label(self.question):
            return False
        standing = min(self.question.standings, default=self.register.status(ties[0].id).standing)
        meaning = shipped().by_id(f"{_MEANING_OF}{standing.value}")
        if meaning is None:
            return False
        self.explain(meaning)
        self.add_tie(ties[0])
        return True

    def _told_of_a_topic(self) -> bool:
        """Say what is on file of the general question that is asked by its meaning, if one is."""
        explanation = explanation_phrases.phrased_by_words(self.question)
        if explanation is None or topic_of(self.question) != explanation.id or self._is_what_they_did(explanation):
            return False
        self.explain(explanation)
        self._asked_besides()
        return True

    def _is_what_they_did(self, explanation: Explanation) -> bool:
        """Whether an answer helps who asks to do what somebody named is asked to have done."""
        return explanation.subject == _HELP and about_people.asks_what_they_did(self.question)

    def _told_of_stances(self, found: Resolution) -> bool:
        """Say what is said for the side, or for both, whose arguments alone a question asks for; whether it does."""
        sides = stances_asked(self.question) if found == Resolution() else frozenset()
        if not sides or sayings_asked(self.question) or Trait.UKRAINIAN_PARTNER in self.question.narrowing.traits:
            # "One of each: Russian and Ukrainian sister" asks for no arguments.
            return False
        if len(sides) > 1 and Intent.BOTH_SIDES in self.question.intents and not asks_in_short(self.question):
            # What people said on both sides is told one by one.
            return False
        if len(sides) > 1 and asks_for_quotations(self.question):
            self._say(Outcome.SUBJECT, speaker_sentences.NOT_RANKED)
            self.parts += talking_points.both_sides_parts((), self.register, self.citations, _QUOTED_OF_EACH)
            return True
        explanation = shipped().by_id(OF_BOTH if len(sides) > 1 else _CASE_OF[min(sides)])
        if explanation is None:
            return False
        self.explain(explanation)
        if len(sides) == 1:
            self.parts.append(talking_points.points_part(self.register, min(sides), (), self.citations))
        return True

    def _told_of_an_argument(self) -> bool:
        """Say what is on file of the one argument that a question is about; whose it is, where that is asked."""
        explanation = explanation_phrases.phrased_by_words(self.question)
        argument = argument_of(self.question, explanation)
        if explanation is None or argument is None or not explanation_parts.still_holds(explanation, self.register):
            return False
        if ranks_by_size(self.question) or (whose_word(self.question) and heads_with_standing(self.question)):
            # "Active ones for which only a club speaks": the ties are asked for.
            return False
        said = sayings_asked(self.question)
        if explanation.id in OF_A_SIDE and (said or side_by_own(self.question)):
            return False
        if WHOSE.search(self.question.joined) and not REBUT.search(self.question.joined):
            phrased = explanation_phrases.phrased(self.question) is not None
            found = quotations.of_argument(self.question, argument.said, self.register, phrased=phrased)
            self._add_passages(found, searching.NOTHING_SEARCHED)
            if found and {passage.id for passage in found}.isdisjoint(argument.said):
                return True
        self.explain(explanation)
        if (side := _SIDE_OF.get(explanation.id)) is not None:
            self.parts.append(talking_points.points_part(self.register, side, (), self.citations))
        self._argued_besides(explanation)
        self._asked_besides()
        return True

    def _argued_besides(self, told: Explanation) -> None:
        """Say what is on file of another argument that is made in the same breath as the one that is told."""
        other = argument_beside(self.question, told)
        explanation = shipped().by_id(other.answer) if other else None
        if explanation is not None and explanation_parts.still_holds(explanation, self.register):
            self.parts.append(explanation_parts.explanation_part(explanation, self.register, self.citations))

    def _told_of_side(self) -> bool:
        """Say what is said against the side of who asks, or for it, where that is asked."""
        side = side_by_own(self.question)
        explanation = shipped().by_id(_CASE_OF[side]) if side else None
        if side is None or explanation is None:
            return False
        self.explain(explanation)
        self.parts.append(talking_points.points_part(self.register, side, (), self.citations))
        return True

    def _told_of_a_greeting(self, found: Resolution) -> bool:
        """Greet somebody who greets from a place without a tie: it is not asked about."""
        greeting = shipped().by_id(_COURTESIES.get(courtesy_for(self.question), ""))
        if greeting is None or self._ties_named(found) or not only_greets(self.question):
            return False
        return self.explain(greeting)

    def _told_of_thanks(self) -> bool:
        """Answer somebody who gives thanks or takes leave and asks for nothing, wherever they are going."""
        told = "thanks" if only_thanks(self.question) else "goodbye" if only_leaves(self.question) else ""
        answer = shipped().by_id(told)
        return answer is not None and self.explain(answer)

    def _petition_as_asked(self) -> bool:
        """Say of the petition what was surely meant, or what may be meant; whether that takes the place of the rest."""
        if self.of_petition:
            return explanation_fit.is_meant_by_signing(self.question)
        if sure := explanation_fit.meant_of_petition(self.question):
            return self.explain(sure)
        self.near_petition = explanation_subjects.near_of_subject(self.question, "petition")
        return False

    def _explained_of_the_bot(self) -> bool:
        """Tell what is on file of the bot that is nearest to a question about it; whether that is asked."""
        found = explanations_near.nearest_of_the_bot(self.question)
        return found is not None and self.explain(found)

    def _asked_of_a_year_besides(self) -> None:
        """Tell how the ties of the places stand that a question names, which goes on to a year: "and in 22?"."""
        ties = self._ties_of_names() if _AND_IN_A_YEAR.search(self.question.joined) else []
        for tie in ties[:_FEW_TIES]:
            self.add_tie(tie)

    def _offer_ties_named(self) -> None:
        """Offer the ties of the places that are named beside a question about the bot, or what it has wrong."""
        told = self.explanation
        of_bot = told is not None and (told.subject == _OF_BOT or told.id in _OF_NO_TIE)
        ties = self._ties_of_names() if of_bot else []
        if 0 < len(ties) <= _FEW_TIES and not self.told:
            self.choices = [*(tie_choice(tie, self.register) for tie in ties), *self.choices]

    def _asked_besides(self) -> None:
        """Answer what another sentence of the question asks for."""
        if self.explanation is None:
            return
        shown = {part.heading for part in self.parts}
        for each in explanation_clauses.asked_besides(self.question, self.explanation):
            if each.topic not in shown and explanation_parts.still_holds(each, self.register):
                self.parts.append(explanation_parts.explanation_part(each, self.register, self.citations))

    def _tell_in_short(self, others: Sequence[Explanation]) -> None:
        """Say the first sentences of answers that may be meant, and offer the whole of them."""
        shown = {part.heading for part in self.parts}
        others = [each for each in others if each.topic not in shown]
        self.parts += [explanation_parts.short_part(each, self.register, self.citations) for each in others]
        self.choices += [
            choice for each in others if (choice := explanation_parts.answer_choice(each)) not in self.choices
        ]

    def _tell_first(self, words: Sequence[str]) -> None:
        """Tell an answer before a list that took in none of the words which ask for it, or where there is no list."""
        unlisted = {*self.outcomes} == {Outcome.UNKNOWN}
        asked = explanations_near.asked_by_words(self.question, words, unlisted=unlisted)
        if asked is None or not explanation_parts.still_holds(asked, self.register):
            return
        if not unlisted and heads_with_standing(self.question) and asked.topic.startswith(_OF_A_WORD):
            # "Which active ties had visits": what the word means is not asked.
            return
        told = explanation_parts.explanation_part(asked, self.register, self.citations)
        self.parts = [told] if unlisted else [told, *self.parts]
        self.outcomes = [Outcome.SUBJECT] if unlisted else self.outcomes
        self.choices += explanation_parts.further(asked, self.register)

    def _offer_nearest(self, told: str = sentences.NEAREST) -> None:
        """The answers on file that are nearest to a question that was not understood, to be chosen."""
        if found := explanations_near.nearest(self.question):
            self.parts.append(TextBlock.saying(told))
            self.parts += [explanation_parts.short_part(each, self.register, self.citations) for each in found]
            self.choices += [explanation_parts.answer_choice(each) for each in found]

    def _ties_steps(self, found: Resolution, named: Sequence[Tie], listed: bool) -> Steps[None]:
        """The ties that are named or ``listed``, and what is on record in the other words of the question."""
        if listed and not (self._takes_in_all() and self._passages_anywhere()):
            self.region = region_asked(self.question, self.register)
            of_state = counts_those_of_a_state(self.question, found)
            if not (self.region or of_state or names_region(self.question)):
                yield from self._places_steps(found.without_states())
            yield
            before = len(self.parts)
            yield from self._list_steps(found.denied)
            self._why_of_listed(before)
            return
        if named and Intent.UKRAINE in self.question.intents and not self.parts:
            self.add_subjects({Intent.UKRAINE}, named)
        few = 0 < len(named) <= MOST_TIES_IN_DETAIL and not self.first_told
        says = asks_nothing(self.question) and Trait.UNDECIDED in self.question.narrowing.traits
        # "Run by cowards, they never did a thing" asks for nobody.
        details = details_asked(self.question) if few and not (says or is_quoted(self.question)) else []
        of_acts = self.first_told or self._of_kinds(named) or Intent.VOTE in self.question.intents
        of_acts = of_acts or self._unproposed(named)
        # What is known by its meaning is told; its words are not looked for beside it.
        meant = self.aspects - LOOSE
        told_else = self.words_told or sets_against_the_speech(self.question)
        searched = () if of_acts or details or meant or told_else else named
        told = len(self.parts)
        if Aspect.CONDITION not in self.aspects:
            # How long it is to last is asked by its condition, and no time that has passed.
            self._in_time(named)
        # What a claim says of how a tie stands is answered first.
        claims = Intent.CLAIM in self.question.intents and bool(self.question.standings)
        # Why a place decided so stands with how its tie stands.
        claims = claims or reasons.asks_for_a_reason(self.question)
        words_first = self._asks_what() and not claims and len(self.parts) == told
        self._passages_of(searched if words_first else ())
        if not self.words_told and self._people_there(named):
            # What somebody is described by is asked of them, and not of the tie.
            details = []
        yield from self._places_and_others_steps(found, named)
        self._passages_of(() if words_first else searched, by_everyday_words=False)
        self.add_particulars(named or [self.register.tie(tie_id) for tie_id in self.told])
        # Of a state the ties of its places are looked through as well: "that park in Iowa".
        of_state = any(self.register.place(tie.us).kind is PlaceKind.STATE for tie in named)
        self._details(details, self._ties_in_states() if of_state else named)
        self._beside_ukraine(named)
        if not self.question.speakers:
            self._rest_of_states()
            self._states_set_beside()
            self._rest_of_region()

    def _rebuttals(self) -> None:
        """Tell what is answered to what was said in the places that are told of, where that is asked: by those who
        spoke for the other side there, or else on the arguments that were made.
        """
        if not 0 < len(self.told) <= MOST_TIES_IN_DETAIL or REBUTTAL.search(self.question.joined) is None:
            return
        if self.explanation is not None or self.rows:
            return
        so_far = self._told_so_far()
        points = [it for it in self.register.record.points_in_use if it.gist in so_far and it.answers]
        names = {speaker.name for speaker in self.question.speakers}
        points = [it for it in points if it.speaker in names or not names]
        if answered := talking_points.answered_part(points, self.register, self.citations)[1:]:
            self.parts += answered
            return
        places = {self.register.tie(name).us for name in self.told}
        said = [point for point in talking_points.said_of(places, self.register) if point.place in places]
        sides = {point.side for point in said}
        if sides >= {Side.END, Side.KEEP}:
            told = {part.heading for part in self.parts}
            stances = talking_points.stances_parts(places, self.register, self.citations)
            self.parts += [part for part in stances if part.heading not in told]
            return
        ids = {point.id for point in said}
        made = dict.fromkeys(each.answer for each in arguments() if ids.intersection(each.said))
        for explanation in map(shipped().by_id, [*made][:_MOST_ARGUMENTS]):
            if explanation is not None and explanation_parts.still_holds(explanation, self.register):
                self.parts.append(explanation_parts.explanation_part(explanation, self.register, self.citations))

    def _why_of_listed(self, before: int) -> None:
        """Tell why the ties of a list were decided on so, where that is asked: before it, where it is asked first."""
        if self.filter is None:
            return
        ties = [self.register.tie(name) for name in self.rows]
        told = reasons.reasons_of_listed(self.question, self.filter, ties, self.register, self.citations)
        self.reasons_told = told is not None
        if told is not None:
            self.parts.insert(before if reasons.begins_with_why(self.question) else len(self.parts), told)

    def _passages_anywhere(self) -> bool:
        """Say what the record says in the words of a question that names no tie; whether it says anything."""
        found = searching.passages_anywhere(self.question, self.register)
        if self.question.intents & {Intent.COUNT, Intent.LIST} or any(it.places for it in self.question.mentions):
            found = [passage for passage in found if passage.kind is not PassageKind.EXPLANATION]
        search = searching.searched_anywhere(self.question, self.register)
        near = (
            explanations_near.nearest(self.question) if any(it.kind is PassageKind.EXPLANATION for it in found) else []
        )
        names = {each.id for each in near}
        found = [it for it in found if it.kind is not PassageKind.EXPLANATION or it.id in names]
        if found and found[0].kind is PassageKind.EXPLANATION and (known := shipped().by_id(found[0].id)):
            if len(search.terms) < _SEVERAL_TERMS:
                return False
            if explanations_near.is_near(self.question):
                return self.explain(known)
            if self._explained_of_the_bot():
                return True
            self.outcomes.append(Outcome.OFF_TOPIC)
            self._offer_nearest(sentences.UNSURE)
            return True
        return self._add_passages(found, search)
