"""What is said of a tie, a place, a list or a subject: the blocks that answers are made of. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from cogs.lookup.model import AnswerChoice, AnswerPart, Line, TargetKind
from cogs.lookup.periods import Period
from cogs.lookup.question import Question
from cogs.wording.standing_text import hearings, last_searches, standing_sentence
from cogs.wording.words import (
    Citations,
    age_note,
    clip,
    condition_words,
    day,
    full_stop,
    on,
    pair_name,
    place_name,
    plural,
    tie_name,
    when,
)
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import AUTHORITIES
from db.record.derivation import acts_in_force
from db.record.grades import GRADES
from db.record.levels import LEVELS
from db.record.mentions import Mention
from db.record.models import Act, Country, PartialDate, Place, PlaceKind, Source, Tie, UkraineTie
from db.record.pages import outlets
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

LABEL_LENGTH = 80
# A note of so few words is the date itself: "14 July 1975".
_BARE_DATE = 3
# From so many typing errors on, it is said how a name was read.
_FAR = 2
_WIDER = {PlaceKind.METRO: "the metro area", PlaceKind.COUNTY: "the county", PlaceKind.BOROUGH: "the borough"}
_GONE = {"ended", "inactive"}


def tie_part(
    tie: Tie, register: Register, today: date, citations: Citations, *, before: Iterable[str] = (), full: bool = True
) -> AnswerPart:
    """A tie's block: what must be put right first, how it stands, and, if ``full``, more of what is known."""
    status = register.status(tie.id)
    strong, rest = standing_sentence(tie, register, citations)
    lines = [Line(text) for text in before]
    lines.append(Line(rest, strong))
    lines += [Line(text) for text in hearings(tie, today, citations)]
    if full and status.basis and status.against is None:
        lines.append(Line(f"{status.basis.summary}{citations.cite(status.basis.sources, most=2)}"))
    if full and tie.since and status.standing is not Standing.ENDED:
        lines.append(Line(founding(tie, citations)))
    if status.newest and (note := age_note(status.newest, today)):
        lines.append(Line(note))
    if full and (note := LEVELS[tie.level].note):
        lines.append(Line(note))
    return AnswerPart(tuple(lines), tie_name(tie, register), status.standing, tie.id)


def founding(tie: Tie, citations: Citations) -> str:
    """When a tie was made, with its source; that it is not known, where it is not."""
    if tie.since is None:
        return f"When it was made is not known. {tie.since_note or ''}".strip()
    cited = citations.cite([tie.since_source] if tie.since_source else [])
    note = tie.since_note or ""
    if 0 < len(note.split()) <= _BARE_DATE:
        return f"The tie was made in {tie.since} ({note.rstrip('.')}){cited}."
    return f"The tie was made in {tie.since}{cited}. {note}".rstrip()


def act_line(act: Act, citations: Citations, *, corrected: bool) -> Line:
    """One act of a history; ``corrected`` if a later entry took its place."""
    vote = f" ({act.vote})" if act.vote else ""
    until = f" {condition_words(act.condition)}" if act.condition else ""
    gone = f" Withdrawn: {full_stop(act.retracted)}" if act.retracted else ""
    replaces = f" Corrects an earlier entry: {full_stop(act.replaces_why)}" if act.replaces_why else ""
    wrong = " Wrong, and corrected by another entry." if corrected else ""
    disputes = " Disputes another entry." if act.disputes else ""
    cited = citations.cite(act.sources, most=9)
    text = f" {act.actor}{vote}. {full_stop(act.summary)}{until}{disputes}{replaces}{wrong}{gone}{cited}"
    return Line(text, f"{when(act.date)}: {ACT_KINDS[act.kind].label}.")


def history_parts(tie: Tie, register: Register, citations: Citations) -> tuple[AnswerPart, ...]:
    """All acts, listings and searches of a tie, each with its sources."""
    status = register.status(tie.id)
    replaced = {act.replaces for act in tie.acts}
    told = (act_line(act, citations, corrected=act.id in replaced) for act in tie.acts)
    acts = (Line(" " + founding(tie, citations), "Beginning."), *told)
    parts = [AnswerPart(acts, tie_name(tie, register), status.standing, tie.id)]
    if tie.listings:
        lines = tuple(
            Line(
                f" {item.says}{citations.cite(item.sources, most=9)}", f"{when(item.date) if item.date else 'Undated'}:"
            )
            for item in tie.listings
        )
        parts.append(AnswerPart(lines, "Pages that show the tie and decide nothing"))
    looked = tuple(Line(f" {item.where}; {item.outcome}.", f"{when(item.date)}:") for item in tie.searches)
    parts.append(AnswerPart(looked or (Line("Nobody has searched yet."),), "Searches"))
    if tie.notes:
        parts.append(AnswerPart((Line(tie.notes),), "Notes"))
    return tuple(parts)


def sources_part(tie: Tie, register: Register, citations: Citations) -> AnswerPart:
    """What a tie's sources add up to; the sources themselves are the answer's."""
    grades = Counter(source.grade for source in citations.sources)
    told = "; ".join(f"{grade}, {GRADES[grade].label}: {count}" for grade, count in sorted(grades.items()))
    lines = [Line(f"{plural(len(citations.sources), 'source')}. {told}.")]
    for number, source in enumerate(citations.sources, 1):
        if (first := _number_of_the_same_text(source, citations.sources[: number - 1])) is not None:
            lines.append(Line(f"[{number}] carries the same text as [{first}], and counts with it as one."))
    return AnswerPart(tuple(lines), tie_name(tie, register), register.status(tie.id).standing, tie.id)


def _number_of_the_same_text(source: Source, before: Sequence[Source]) -> int | None:
    """The number of the first source before this one whose text it carries, or that carries the text of this one."""
    return next(
        (
            number
            for number, other in enumerate(before, 1)
            if (source.mirror_of or other.mirror_of) and outlets(source) & outlets(other)
        ),
        None,
    )


def partners_line(place: Place, register: Register) -> str:
    """Who a place is, or was, paired with, each with its standing."""
    told = []
    for tie in register.ties_of(place.id):
        partner = register.place(tie.ru if place.country is Country.US else tie.us)
        told.append(f"{place_name(partner, register)} ({STANDINGS[register.status(tie.id).standing].label.casefold()})")
    if len(told) == 1:
        return f"The one tie on record for {place_name(place, register)} is with {told[0]}."
    return f"The {len(told)} ties on record for {place_name(place, register)} are with {'; '.join(told)}."


def tie_choice(tie: Tie, register: Register) -> AnswerChoice:
    """A button for a tie."""
    return AnswerChoice(clip(pair_name(tie, register), LABEL_LENGTH), TargetKind.TIE, tie.id)


def place_choice(place: Place, register: Register) -> AnswerChoice:
    """A button for a place."""
    return AnswerChoice(clip(place_name(place, register), LABEL_LENGTH), TargetKind.PLACE, place.id)


def petition_part(register: Register, citations: Citations) -> AnswerPart:
    """The petition: what it asks, how many signed, by what copy."""
    petition = register.record.petition
    if petition is None:
        return AnswerPart((Line("No petition is on record."),), "The petition")
    dated = (
        f"as of {day(petition.count_as_of)}" if petition.count_as_of else "in an undated copy, so it may be higher now"
    )
    return AnswerPart(
        (
            Line(
                (
                    f" Started by {petition.started_by}, addressed to {petition.addressed_to}. "
                    f"It asks: {petition.asks}{citations.cite([petition.source])}"
                ),
                f"“{petition.title}”.",
            ),
            Line(f" of a goal of {petition.goal:,}, {dated}.", f"{petition.count:,} signatures"),
            Line(f" {petition.who_may_sign}", "Who may sign:"),
            Line(f" {petition.invite}", "Pass it on:"),
            Line(f" {petition.url}", "Sign or read it:"),
        ),
        "The petition",
    )


def ukraine_line(tie: UkraineTie, citations: Citations) -> Line:
    """A tie with Ukraine, as of its source."""
    note = f" ({tie.ua_note})" if tie.ua_note else ""
    since = f", since {when(tie.since)}" if tie.since else ""
    weak = " One weak source only." if tie.weak else ""
    status = {"active": "active", "intent": "announced as an intent", "unknown": "not known to stand"}.get(
        tie.status, tie.status
    )
    return Line(
        f" {tie.ua_name}, Ukraine{note}: {status} as of its source{since}{citations.cite([tie.source])}.{weak}",
        f"{tie.us_name}, {tie.us_state}:".replace(" (state)", ""),
    )


def suggested(ties: Iterable[UkraineTie]) -> list[UkraineTie]:
    """Ties with Ukraine that may be held up as partners: none that has lapsed, and no historical Crimean pair."""
    return [tie for tie in ties if tie.status not in _GONE and not tie.ua_crimea]


def action_part(ties: Sequence[Tie], register: Register) -> AnswerPart:
    """What a volunteer can do, and which office decides."""
    lines = [
        Line((" A short personal letter to the office that decides counts for more than a copied one. "
                "Say who you are, ask for one thing, give one dated fact, and stay fair to the other view."), "Write."),
        Line(" Speak at a council meeting, or ask that the tie be put on the agenda.", "Ask for a vote."),
        Line(" Sign it, and invite five friends; ask me about “the petition”.", "The petition."),
        Line(" Ask your city about a partner in Ukraine; ask me about “Ukrainian partners”.", "A Ukrainian partner."),
    ]  # fmt: skip
    for tie in ties[:3]:
        place = register.place(tie.us)
        for recipient in place.recipients:
            checked = (
                f"checked on {day(recipient.verified_on)}"
                if recipient.verified_on
                else "the usual office: check it before you write"
            )
            page = f" {recipient.page}" if recipient.page else ""
            lines.insert(
                0, Line(f" {recipient.office}; {recipient.body} ({checked}).{page}", f"{place_name(place, register)}:")
            )
    return AnswerPart(tuple(lines), "What you can do")


def about_part(register: Register) -> AnswerPart:
    """Where the answers come from, how sure they are, and how old."""
    record = register.record
    searched = last_searches(tuple(record.ties.values()))
    return AnswerPart(
        (
            Line(
                (
                    f" {plural(len(record.ties), 'tie')} and {plural(len(record.sources), 'source')}: "
                    "council papers, cities' own pages, news reports, associations, lists. Each answer "
                    "names its sources and how good a witness each is."
                ),
                "What I know from.",
            ),
            Line(
                (
                    " A standing follows from dated acts by written rules; I never guess one. Most words "
                    f"are old, so I give their dates. What is not known I call unconfirmed. {searched}"
                ),
                "How sure it is.",
            ),
            Line(
                (
                    " Ask me about a place, a state, a standing or a year: “is Portland still paired with "
                    "Khabarovsk?”, “which ties in Oregon?”, “what was suspended in 2023?”, “what can I "
                    "do?”."
                ),
                "What I can answer.",
            ),
        ),
        "About these answers",
    )


def premises(tie: Tie, question: Question, register: Register) -> list[str]:
    """The sentences that put a question right before its tie is spoken of: a wrong standing, date or decider."""
    found = (
        _wrong_standing(tie, question, register),
        _wrong_date(tie, question.period, register),
        _wrong_decider(tie, question, register),
    )
    return [sentence for sentence in found if sentence]


def _wrong_standing(tie: Tie, question: Question, register: Register) -> str | None:
    """Asked "when did it end?" of a tie that is suspended."""
    status = register.status(tie.id)
    asked = [standing for standing in question.standings if STANDINGS[standing].decision]
    if not asked or status.standing in question.standings:
        return None
    said = " or ".join(str(standing) for standing in asked)
    past = [act for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].leads_to in asked]
    if past:
        return f"It was {ACT_KINDS[past[-1].kind].leads_to} {on(past[-1].date)}, and a later act changed that."
    if status.basis is None:
        return f"Nothing on record says that it was {said}."
    if status.standing is Standing.ENDED:
        return f"It was not only {said}: it was ended."
    if STANDINGS[status.standing].decision:
        return f"It was not {said}: it was {status.standing}."
    return f"It was not {said}, as far as the record shows."


def _wrong_date(tie: Tie, period: Period | None, register: Register) -> str | None:
    """A named day, month or year that no act of the tie fits."""
    basis = register.status(tie.id).basis
    if period is None or basis is None or not period.exact or period.since is None:
        return None
    dates = [act.date for act in acts_in_force(tie.acts)]
    made = tie.since is not None and period.since.year == tie.since
    if made or any(_may_be_in(value, period) for value in dates):
        return None
    return f"The date on record is {when(basis.date)}, not the one in the question."


def _may_be_in(value: PartialDate, period: Period) -> bool:
    return (period.since is None or value.last >= period.since) and (
        period.until is None or value.first <= period.until
    )


def _wrong_decider(tie: Tie, question: Question, register: Register) -> str | None:
    """A council, mayor or governor named as the decider of an act that was another's."""
    basis = register.status(tie.id).basis
    if basis is None or not question.authorities or basis.authority in question.authorities:
        return None
    if any(act.authority in question.authorities for act in acts_in_force(tie.acts)):
        return None
    asked = " or ".join(AUTHORITIES[authority].name for authority in question.authorities)
    return f"No decision of {asked} is on record; the word on record is that of {basis.actor}."


def reading_notes(named: Mention, place: Place, register: Register) -> list[str]:
    """How a name was read: far from what was typed, or as a city whose county, metro or borough has the tie."""
    name = place_name(place, register)
    if named.distance >= _FAR:
        return [f"Reading “{clip(named.typed, LABEL_LENGTH)}” as {name}."]
    if place.kind not in _WIDER or named.typed.casefold() == place.name.casefold():
        return []
    return [f"The tie belongs to {_WIDER[place.kind]}: {name}."]
