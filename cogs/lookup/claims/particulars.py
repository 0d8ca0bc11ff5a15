"""What a text takes for granted of a tie that the record has otherwise: how it stands, when, who, which vote. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cogs.lookup.claims import claim_sentences, premise_sentences
from cogs.lookup.claims.borne_out import borne_out, claims_something, is_as_exact
from cogs.lookup.claims.claimed_acts import act_claimed, act_denied, asks_nothing, claims_keeping, who_is_said
from cogs.lookup.claims.claimed_speeches import denies
from cogs.lookup.claims.said_besides import left_unchecked, wrong_besides
from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.history.past import VOTED
from cogs.lookup.history.stories import tells_a_story
from cogs.lookup.model import ConditionOf, How, Trait
from cogs.lookup.reading.conditions_asked import finds, topics_asked
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import NAMED_IN_SPEECH, said_for
from cogs.lookup.reading.votes import SPLIT, UNANIMOUS, VOTE, WIDE, is_unanimous, margin, vote_said, votes_in
from cogs.lookup.reading.yes_no import asked_of, begins_with_yes_or_no
from cogs.lookup.times.spans import may_be_in
from cogs.lookup.times.yearless import may_be_then, yearless_day
from cogs.wording.leads import Asked, own_word_of
from db.record.act_kinds import ACT_KINDS, CUTTING, ActKind
from db.record.authorities import VOTING, Authority
from db.record.derivation import INVASION, acts_in_force, changed_course
from db.record.models import Act, Country, Precision, Tie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

_ANOTHER_TIME = said_for("questions", "particulars", "another_time")
# A day beside these bounds a time.
_SOME_TIME_ELSE = said_for("questions", "particulars", "some_time_else")
# "Waited until summer" says that it was done then.
_WAITED = said_for("questions", "particulars", "waited")
# "10–0", as the record writes a vote that nobody was against.
_NOBODY_AGAINST = re.compile(r"\d{1,2}–0")
_STRENGTHENED = said_for("questions", "particulars", "strengthened")
# A vote that so few decided was not won by a wide margin.
_NARROW = 2
_CUTS = frozenset({Standing.ENDED, Standing.SUSPENDED})
_REAFFIRMED = re.compile(r"reaffirm|recommit|\bпидтверд|\bподтверд")
# What asks for more than whether it was so.
_ASKS_MORE = frozenset({Intent.LIST, Intent.COUNT, Intent.REASONS})
# Words of lifting a suspension, or of what it waits for.
_WAITS = said_for("questions", "particulars", "waits")
# That a tie was taken up again, as something that was done, and which is not asked.
_TAKEN_UP = said_for("questions", "particulars", "taken_up")
# The record's word for peace stands for an end of the fighting, and the other way round.
_ALIKE = {ConditionOf.PEACE: ConditionOf.FIGHTING}
# Who will look at it again, and for how long it is to be, are no conditions beside the others.
_BESIDE_A_CONDITION = frozenset({ConditionOf.BODY, ConditionOf.DATE})
_BEGAN = said_for("questions", "particulars", "began")
# The titles by which an actor is named who has an authority.
_TITLES_OF = {Authority.MAYOR: frozenset({"mayor"}), Authority.STATE: frozenset({"governor"})}


def premises(tie: Tie, question: Question, register: Register, *, checked: bool) -> tuple[list[str], Asked]:
    """The sentences that put a question right before its tie is spoken of, or say how much of it is on record where
    that was not ``checked`` before; and what is then to be answered of it.

    A yes or no puts a wrong standing right itself; after a wrong date or decider there is no yes or no.
    """
    asked = asked_of(question, tie, register.status(tie.id))
    of_vote = question if asked is not Asked.VOTED else replace(question, authorities=())
    if Intent.SAID in question.intents or _ANOTHER_TIME.search(question.joined):
        # "What did it say in 2022, before it suspended": that time is no claim of when it did.
        of_vote = replace(of_vote, period=None)
    if asks_nothing(question):
        of_vote = replace(of_vote, intents=of_vote.intents | {Intent.CLAIM})
    found = list(wrong_particulars(tie, of_vote, vote_claimed_of(tie, question), register))
    if found:
        asked = Asked.STATUS
    wrong = _wrong_standing(tie, question, register) if asked is Asked.STATUS else None
    beside = (
        _did_something(tie, question),
        _not_resumed(tie, question),
        wrong_condition(tie, question, register),
        None if checked else _of_the_speech(tie, question),
        turned(tie, question, register),
    )
    changed = _changed_or_not(tie, question, asked, register)
    told = [*filter(None, beside), *([wrong] if wrong else []), *found, *changed]
    left = [*left_unchecked(tie, question)] if claims_something(question) and not checked else []
    if not (told or checked) and asked is Asked.STATUS:
        told = [*filter(None, [borne_out(tie, question, vote_claimed_of(tie, question), register, rest=bool(left))])]
    return [*told, *left], asked


def vote_claimed_of(tie: Tie, question: Question) -> str:
    """The vote that a text names of a tie: of several votes of several places, the one behind its place."""
    votes = votes_in(question.text)
    starts = {named.start: named for named in question.mentions if any(it.country is Country.US for it in named.places)}
    own = next((at for at, named in starts.items() if any(it.id == tie.us for it in named.places)), None)
    if len(votes) < 2 or len(starts) < 2 or own is None:
        return vote_said(question.text, question.joined)
    begins = [question.words[at].start for at in sorted(starts)]
    here = question.words[own].start
    behind = next((at for at in begins if at > here), len(question.text))
    return next((vote for at, vote in votes if here < at < behind), "")


def _of_the_speech(tie: Tie, question: Question) -> str | None:
    """Whether President Zelenskyy named a tie to the mayors, where it is asked if he did, or said that he did."""
    named = tie.us in NAMED_IN_SPEECH
    if Trait.NAMED_IN_SPEECH not in question.narrowing.traits or question.intents & _ASKS_MORE:
        return None
    if (named and question.standings) or sets_against_the_speech(question):
        return None
    asks = Intent.CLAIM in question.intents or asks_nothing(question) or begins_with_yes_or_no(question)
    return claim_sentences.named_in_speech(named=named, denied=denies(question)) if asks else None


def turned(tie: Tie, question: Question, register: Register) -> str | None:
    """Whether it was decided one way and later otherwise, where a text says so, or that nobody did; nothing of a tie
    that was not turned where another of its place was.
    """
    if Trait.CHANGED_COURSE not in question.narrowing.traits or question.intents & _ASKS_MORE:
        return None
    claims = Intent.CLAIM in question.intents or asks_nothing(question)
    acts = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION and ACT_KINDS[act.kind].decides]
    changed = changed_course(acts_in_force(tie.acts))
    others = any(changed_course(acts_in_force(each.acts)) for each in register.ties_of(tie.us))
    if not claims or not acts or (others and not changed):
        return None
    return premise_sentences.turned(acts, changed=changed)


def _did_something(tie: Tie, question: Question) -> str | None:
    """What was decided on a tie since the invasion, where a text says that nothing was done about it."""
    says = Trait.UNDECIDED in question.narrowing.traits and claims_something(question)
    # "Did Eugene dither?" says nothing of the kind.
    if not says or begins_with_yes_or_no(question) or question.standings or question.intents & _ASKS_MORE:
        return None
    made = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION and ACT_KINDS[act.kind].decides]
    return premise_sentences.something_was_done(ACT_KINDS[made[-1].kind].leads_to, made[-1].date) if made else None


def says_reaffirmed(question: Question) -> bool:
    """Whether a text speaks of a tie that was reaffirmed: more than that it was not cut."""
    return ActKind.CONFIRMED in question.narrowing.kinds and any(
        _REAFFIRMED.match(word) for word in question.narrowing.kind_words
    )


def _not_reaffirmed(tie: Tie, question: Question) -> str | None:
    """That nobody reaffirmed a tie by a vote, where a text says or asks so; whether it was voted to keep it."""
    strengthened = _STRENGTHENED.search(question.joined) is not None
    if not (strengthened or says_reaffirmed(question)) or question.intents & _ASKS_MORE:
        return None
    acts = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION and act.authority in VOTING]
    kept = [act for act in acts if act.kind in {ActKind.KEPT, ActKind.CONFIRMED}]
    if any(_REAFFIRMED.search(f"{act.said} {act.summary}".casefold()) for act in kept):
        return None
    more = "strengthen" if strengthened else "reaffirm"
    return premise_sentences.not_reaffirmed(kept[-1].date if kept else None, more)


def _not_resumed(tie: Tie, question: Question) -> str | None:
    """That a tie was not taken up again, where a question takes for granted that it was: "since it lifted …"."""
    if asks_nothing(question) or _TAKEN_UP.search(question.joined) is None:
        return None
    acts = acts_in_force(tie.acts)
    if any(act.kind is ActKind.RESUMED for act in acts) or not any(ACT_KINDS[act.kind].leads_to in CUT for act in acts):
        return None
    return premise_sentences.NOT_RESUMED


def wrong_condition(tie: Tie, question: Question, register: Register) -> str | None:
    """That a suspension waits for something else than a text says, or for more; None where it is right, or says no
    condition.
    """
    basis = register.status(tie.id).basis
    claims = Intent.CLAIM in question.intents or asks_nothing(question) or begins_with_yes_or_no(question)
    said = {_ALIKE.get(it, it) for it in topics_asked(question.joined)}
    if not (said and claims and basis and basis.condition and _WAITS.search(question.joined)):
        return None
    told = basis.condition.casefold()
    held = {_ALIKE.get(it, it) for it in ConditionOf if any(word in told for word in finds([it]))}
    if not said <= held:
        return premise_sentences.OTHER_CONDITION
    return premise_sentences.MORE_CONDITIONS if held - said - _BESIDE_A_CONDITION else premise_sentences.THAT_CONDITION


def _changed_or_not(tie: Tie, question: Question, asked: Asked, register: Register) -> Iterator[str]:
    """What a text that asks nothing says of what was done, or was not, where the record has the other."""
    if asked is not Asked.STATUS or not asks_nothing(question):
        return
    if (done := act_denied(tie, question)) is not None:
        yield premise_sentences.was_so(ACT_KINDS[done.kind].leads_to, done.date)
    kinds = {act.kind for act in acts_in_force(tie.acts)}
    if ActKind.RESUMED in question.narrowing.kinds and ActKind.RESUMED not in kinds:
        yield premise_sentences.NOT_RESUMED
    kept = act_claimed(tie, question)
    if kept is not None and kept.kind is ActKind.KEPT and register.status(tie.id).standing is not Standing.ACTIVE:
        yield premise_sentences.was_kept_at_first(kept.date)


def wrong_particulars(tie: Tie, question: Question, vote: str, register: Register) -> Iterator[str]:
    """What a text says of a tie's act that the record has otherwise: its date, who decided, how the ``vote`` went."""
    of_a_time = asks_how_long(question) or HAPPENED.search(question.joined) or tells_a_story(question)
    others = (
        _not_reaffirmed(tie, question),
        None if of_a_time else _wrong_date(tie, question, register),
        _wrong_decider(tie, question, register),
        _wrong_vote(tie, vote) if vote else _no_vote(tie, question),
    )
    yield from (sentence for sentence in others if sentence)
    if claims_something(question) and not others[2]:
        yield from wrong_besides(tie, question)


def _no_vote(tie: Tie, question: Question) -> str | None:
    """That no vote is on record, where a text claims that one decided so."""
    by_vote = question.narrowing.how is How.VOTE or VOTED.search(question.joined) is not None
    claims = Intent.CLAIM in question.intents and by_vote
    decided = question.narrowing.kinds or any(STANDINGS[standing].decision for standing in question.standings)
    acts = acts_in_force(tie.acts)
    voted = any(act.vote or (act.authority is Authority.COUNCIL and ACT_KINDS[act.kind].decides) for act in acts)
    return premise_sentences.NO_VOTE if claims and decided and not voted else None


def _wrong_vote(tie: Tie, claimed: str) -> str | None:
    """A vote that no vote on the tie is, as the record has it; or that it was on something else than is claimed."""
    acts = [act for act in acts_in_force(tie.acts) if act.vote]
    votes = [act.vote for act in acts if act.vote]
    same = [act for act in acts if act.vote and claimed in act.vote]
    if same and not any(ACT_KINDS[act.kind].decides for act in same):
        return premise_sentences.vote_of_that_count(claimed, same[-1].said or same[-1].summary)
    if any(claimed in vote or (claimed == UNANIMOUS and is_unanimous(vote)) for vote in votes):
        return None
    newest = votes[-1] if votes else ""
    if claimed == SPLIT:
        return premise_sentences.other_vote(newest, claimed) if is_unanimous(newest) else None
    if claimed == WIDE:
        ahead = margin(newest)
        return premise_sentences.other_vote(newest, claimed) if not newest or (ahead and ahead <= _NARROW) else None
    if is_unanimous(newest) and not VOTE.search(newest) and _NOBODY_AGAINST.fullmatch(claimed):
        return premise_sentences.vote_without_count(newest, claimed)
    return premise_sentences.other_vote(newest, claimed)


def _wrong_standing(tie: Tie, question: Question, register: Register) -> str | None:
    """Asked "when did it end?" of a tie that is suspended."""
    status = register.status(tie.id)
    asked = [standing for standing in question.standings if STANDINGS[standing].decision]
    if not asked or status.standing in question.standings:
        return None
    past = [(ACT_KINDS[act.kind].leads_to, act.date) for act in acts_in_force(tie.acts)]
    for was, since in reversed(past):
        if was in asked:
            return premise_sentences.was_changed_later(was, since)
    if status.basis is None:
        return premise_sentences.nothing_says_so(asked)
    if status.standing is Standing.ENDED:
        return premise_sentences.not_only(asked)
    if own := own_word_of(status):
        # "Suspended its own support" is no ending; "suspended or ended" may be one.
        may_be = any(STANDINGS[it].label.casefold() in own.split() for it in asked)
        return premise_sentences.in_other_words(own) if may_be else premise_sentences.not_so_in_words(asked, own)
    if STANDINGS[status.standing].decision:
        return premise_sentences.not_so_but(asked, status.standing)
    return premise_sentences.not_so(asked)


def _wrong_date(tie: Tie, question: Question, register: Register) -> str | None:
    """A named day, month or year that no act of the tie fits, or none of the kind that is claimed."""
    period, basis = question.period, register.status(tie.id).basis
    if basis is not None and (period is None or period.guessed):
        return _wrong_day(tie, question)
    if period is None or basis is None or not period.exact or period.since is None:
        return None
    if tie.since is not None and (period.since.year == tie.since or _is_of_beginning(question)):
        began = period.since.year == tie.since
        return None if began else premise_sentences.other_beginning(tie.since)
    claimed = act_claimed(tie, question)
    if claimed is None and not _speaks_of_an_act(question):
        # "A visit of July 2022, did it happen" says of no decision when it was.
        return None
    if claimed is None and _CUTS & {*question.standings} and basis.kind not in CUTTING:
        # Of what was never cut no other date is the right one.
        return None
    if claimed is None and claims_keeping(question) and basis.kind in CUTTING:
        # Nor is that of a cut the one on which a tie was kept.
        return None
    alike = [act for act in acts_in_force(tie.acts) if claimed is None or act.kind is claimed.kind]
    possible = [act for act in alike if may_be_in(act.date, period)]
    if not possible:
        return premise_sentences.other_date((claimed or basis).date)
    claims = claimed is not None or Intent.CLAIM in question.intents
    if not claims or any(is_as_exact(act, period) for act in possible):
        return None
    return premise_sentences.time_not_known(possible[-1].date, possible[-1].date_note)


def _speaks_of_an_act(question: Question) -> bool:
    """Whether a question speaks of something that was decided or said: by its kind, who did it, or how it stands."""
    named = question.standings or question.narrowing.kinds or question.authorities or question.narrowing.decided
    return bool(named or question.speakers or question.intents & {Intent.CLAIM, Intent.WHEN}) or asks_nothing(question)


def _wrong_day(tie: Tie, question: Question) -> str | None:
    """A day or a month without its year, on which nothing was done of the kind that a text says was done then."""
    claims = Intent.CLAIM in question.intents or asks_nothing(question)
    bounded = _SOME_TIME_ELSE.search(question.joined) and not _WAITED.search(question.joined)
    claims = claims and not bounded
    named = yearless_day(question.joined) if claims else None
    claimed = act_claimed(tie, question) if named else None
    if named is None or claimed is None:
        return None
    alike = [act for act in acts_in_force(tie.acts) if act.kind is claimed.kind]
    possible = [act for act in alike if may_be_then(act.date, *named)]
    if not possible:
        return premise_sentences.other_date(claimed.date)
    if named[1] is None or any(act.date.precision is Precision.DAY for act in possible):
        return None
    return premise_sentences.time_not_known(possible[-1].date, possible[-1].date_note)


def _is_of_beginning(question: Question) -> bool:
    """Whether a time is when a tie began, and not when something was decided on it."""
    begins = question.intents & {Intent.FOUNDED, Intent.BEGINNING} or _BEGAN.search(question.joined)
    return bool(begins) and not (question.standings or question.narrowing.kinds or question.authorities)


def _wrong_decider(tie: Tie, question: Question, register: Register) -> str | None:
    """A body, an office or a person named as the decider of an act that was another's."""
    basis = register.status(tie.id).basis
    if basis is None:
        return None
    act = act_claimed(tie, question)
    if act is not None and _was_undone(act, basis):
        # By whom a tie was once kept is no correction where it was cut since.
        act = None
    if act is not None and (who := who_is_said(tie, question, act, register)):
        return premise_sentences.by_another(ACT_KINDS[act.kind].leads_to, act, *who)
    asked = tuple(it for it in question.authorities if it is not Authority.PRESS)
    if not asked or basis.authority in asked or question.speakers:
        return None
    acts = acts_in_force(tie.acts)
    if any(_decided_by(each, asked) or _names_office(each, asked) for each in acts):
        return None
    return premise_sentences.other_decider(asked, basis)


def _was_undone(act: Act, basis: Act) -> bool:
    """Whether an act kept a tie that was suspended or ended since."""
    return act.kind is ActKind.KEPT and basis.kind in CUTTING


def _decided_by(act: Act, asked: Iterable[Authority]) -> bool:
    """Whether an act is of one of those asked for; of the Russian side a mere word is no decision."""
    return act.authority in asked and (act.authority is not Authority.PARTNER or ACT_KINDS[act.kind].decides)


def _names_office(act: Act, asked: Iterable[Authority]) -> bool:
    """Whether one of those asked for acted together with somebody of another authority, by which the act counts."""
    titles = set(act.actor.casefold().split())
    return any(_TITLES_OF.get(authority, frozenset()) & titles for authority in asked)
