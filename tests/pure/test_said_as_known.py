"""Nothing is said beyond the record, and nothing it knows is lost: over records that nobody wrote by hand.

Small ties are made of acts of every kind, with and without words of their own, votes, conditions, hearings, doubts,
disputes, corrections, withdrawals, and of pages of every kind. Cards, rows, histories, announcements and digests of
them may name only what is in them, their first words must be true, and every condition, vote and doubt must be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.announcements import message_text
from cogs.lookup.answer import history_answer, tie_answer
from cogs.lookup.render_text import as_text
from cogs.wording import sentences
from cogs.wording.act_sentences import act_sentence, beside, date_doubt, first_clause
from cogs.wording.dates import when
from cogs.wording.leads import Asked, lead
from cogs.wording.sources import Citations
from cogs.wording.standing_text import answer_lines
from cogs.wording.status import tie_line, tie_row
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import OF_THE_CITY, VOTING, Authority
from db.record.derivation import INVASION, acts_in_force
from db.record.models import Act, DateBasis, Listing, PartialDate, Record, Search, Tie
from db.record.months import MONTHS
from db.record.register import Register
from db.record.search_outcomes import SearchOutcome
from db.record.shows import Shows
from db.record.standings import STANDINGS, Standing
from db.store.announcement_models import Announcement, AnnouncementKind

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
TIE = "portland-or--khabarovsk"
CAPITALS = re.compile(r"(?<=[a-z0-9,;:“(] )[A-Z][a-z]{2,}")
DATES = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}")
# Words of ours that begin with a capital inside a sentence: behind a colon, and the names of what is known to all.
OURS = {"Wikipedia", "Russian", "Russia", "Oregon", "On", "In", "As", "Kept", "Said", "Not", "By", "The", *MONTHS}
LABELS = {known.label.split()[0].rstrip(",:") for table in (ACT_KINDS, STANDINGS) for known in table.values()}

actors = st.sampled_from(
    ("Ashford Council", "Mayor Ona Brill", "Friends of Ashford, Inc.", "Corwin Herald", "Board of G.T. Pell")
)
tails = st.sampled_from(
    (
        "",
        ", 5–4",
        "; no vote was found",
        "; it expressly did not dissolve the tie",
        ". What followed was not seen",
        "; it is of St. Ivo, in the U.S., and nobody's else",
    )
)
verbs = st.sampled_from(
    ("suspended", "ended", "kept", "suspended or ended", "suspended its own support of", "wrote of", "put off")
)
partial = st.builds(
    lambda day, length: PartialDate.parse(day.isoformat()[:length]),
    st.dates(date(2021, 1, 1), date(2026, 11, 20)),
    st.sampled_from([4, 7, 10, 10]),
)


@st.composite
def acts(draw: st.DrawFn, number: int, earlier: tuple[str, ...], sources: tuple[str, ...]) -> Act:
    """One act; what it disputes or replaces is one of the earlier ones."""
    dated, actor = draw(partial), draw(actors)
    basis = draw(st.sampled_from(list(DateBasis)))
    own = f"As of {when(dated)}, the {actor} {draw(verbs)} the tie with Khabarovsk{draw(tails)}."
    replaced = draw(st.sampled_from((None, None, None, *earlier)))
    return Act(
        f"act{number}",
        dated,
        draw(st.sampled_from(list(ActKind))),
        actor,
        draw(st.sampled_from(list(Authority))),
        f"Summary {number} of what happened.",
        tuple(draw(st.lists(st.sampled_from(sources), min_size=1, max_size=3, unique=True))),
        said=draw(st.sampled_from((None, own))),
        date_basis=basis,
        date_note=None if basis is DateBasis.REPORTED else draw(st.sampled_from((None, f"Doubt {number} of the day."))),
        condition=draw(st.sampled_from((None, "Until peace comes.", "Members spoke of no day.", "the war ends"))),
        vote=draw(st.sampled_from((None, "5–4", "unanimous, for the letter"))),
        hearing=draw(st.sampled_from((None, date(2026, 12, 3), date(2024, 5, 6)))),
        replaces=replaced,
        replaces_why=f"Reason {number} for it." if replaced else None,
        disputes=draw(st.sampled_from((None, None, *earlier))),
        retracted=draw(st.sampled_from((None, None, None, f"Never {number} was so."))),
    )


@st.composite
def ties(draw: st.DrawFn, record: Record) -> Tie:
    """Portland's tie with a history that nobody wrote by hand."""
    sources = tuple(record.sources)[:12]
    made: list[Act] = []
    for number in range(draw(st.integers(0, 5))):
        made.append(draw(acts(number, tuple(act.id for act in made), sources)))
    listings = tuple(
        Listing(
            f"page{number}",
            draw(st.none() | partial),
            draw(st.sampled_from(list(Shows))),
            f"Page {number} tells something.",
            (draw(st.sampled_from(sources)),),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    searches = tuple(
        Search(found, "news", SearchOutcome.NOTHING_FURTHER) for found in draw(st.lists(partial, max_size=2))
    )
    known = record.ties[TIE]
    return replace(known, acts=tuple(made), listings=listings, searches=searches, note=None, editor_note="EDITORS")


def register_with(tie: Tie, record: Record) -> Register:
    return Register(replace(record, ties={tie.id: tie}, other_places=()))


def announced(tie: Tie, register: Register) -> Iterator[str]:
    """What is announced of each act that stands, and its row in a digest."""
    after = register.status(tie.id).standing
    for act in acts_in_force(tie.acts):
        for before in (Standing.UNCONFIRMED, after):
            kind = AnnouncementKind.VOTE if before is after else AnnouncementKind.CHANGE
            item = Announcement("new", kind, tie.id, act.id, before, after, None, NOW - timedelta(hours=1))
            story = message_text.news(item, register, NOW)
            assert story is not None
            yield "\n".join([story.title, *(line.strong + line.text for line in story.paragraphs), *story.notes])
            yield message_text.row(item, register, Citations(register.record.sources))


def said_texts(tie: Tie, register: Register) -> dict[str, str]:
    """Everything that people read of a tie, without the lines of its sources, by what it is."""
    card = tie_answer(tie.id, register, TODAY)
    history = history_answer(tie.id, register)
    asked = [line for kind in Asked for line in answer_lines(tie, register, Citations(register.record.sources), kind)]
    return {
        "card": as_text(replace(card, sources=()), register),
        "history": as_text(replace(history, sources=()), register),
        "answers": "\n".join(f"{line.strong}{line.text}" for line in asked),
        "rows": f"{tie_row(tie, register)}\n{tie_line(tie, register)}",
        "announcements": "\n".join(announced(tie, register)),
    }


def known_texts(tie: Tie, register: Register) -> str:
    """All that the record says of a tie, in the words in which it says it."""
    told: list[str] = [str(tie.since), tie.since_note or "", "Portland Oregon Khabarovsk Krai"]
    for act in tie.acts:
        told += [act.actor, act.summary, act.said or "", act.date_note or "", act.condition or "", act.vote or ""]
        told += [act.replaces_why or "", act.retracted or "", when(act.date)]
        told += [when(PartialDate(act.hearing))] if act.hearing else []
    told += [listing.says for listing in tie.listings]
    told += [when(listing.date) for listing in tie.listings if listing.date]
    told += [when(search.date) for search in tie.searches]
    return " ".join([*told, when(PartialDate(TODAY)), when(PartialDate(NOW.date()))])


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_nothing_is_named_that_is_not_in_the_record(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    known = known_texts(tie, register)
    for what, told in said_texts(tie, register).items():
        assert "EDITORS" not in told, what
        assert {found for found in DATES.findall(told) if found not in known} == set(), what
        named = {word for word in CAPITALS.findall(told) if word not in known}
        assert named <= OURS | LABELS, (what, named)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_every_condition_vote_and_doubt_is_told(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    history = said_texts(tie, register)["history"]
    for act in tie.acts:
        assert act.said is None or act.said in history
        assert act.summary in history
        assert act.vote is None or act.vote in history
        assert act.condition is None or sentences.condition(act.condition) in history
        assert date_doubt(act) in history
        assert act.retracted is None or act.retracted in history
        assert act.replaces_why is None or act.replaces_why in history
    assert all(listing.says in history for listing in tie.listings)
    status = register.status(tie.id)
    if status.basis is not None:
        card = said_texts(tie, register)["card"]
        assert all(told in card for told in beside(status.basis)), card
        assert not status.basis.vote or status.basis.vote.split(",")[0] in card


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_the_first_words_are_true_read_alone(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    status = register.status(tie.id)
    since = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION]
    kinds = {act.kind for act in since}
    told = lead(tie, status, register)
    assert (told == sentences.DISPUTED) == (status.against is not None)
    assert (told in {sentences.NOT_KNOWN, sentences.NOT_KNOWN_AFTER_VOTE}) == (status.standing is Standing.UNCONFIRMED)
    for asked in Asked:
        said = lead(tie, status, register, asked)
        assert said.endswith(".")
        if "no decision by the city" in said:
            assert not [act for act in since if act.authority in OF_THE_CITY]
        if said.startswith("Kept"):
            assert ActKind.KEPT in kinds
            assert status.standing is Standing.ACTIVE
        if said in {sentences.ENDED, sentences.NO_ENDED, sentences.MORE_THAN_SUSPENDED}:
            assert status.standing is Standing.ENDED
        if said in {sentences.SUSPENDED, sentences.YES_SUSPENDED, sentences.NO_SUSPENDED}:
            assert status.standing is Standing.SUSPENDED
        if said == sentences.NO_VOTE:
            assert not [act for act in since if act.authority in VOTING and (act.vote or ACT_KINDS[act.kind].decides)]
        if said in {sentences.NO_AS_FAR_AS_KNOWN, sentences.YES_AS_FAR_AS_KNOWN}:
            assert status.standing is Standing.ACTIVE
        if said == sentences.NOT_RESUMED:
            assert status.basis is None or status.basis.kind is not ActKind.RESUMED
        if said == sentences.NOT_KEPT:
            assert ActKind.KEPT not in kinds


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_an_answer_tells_the_act_that_answers_it(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    status = register.status(tie.id)
    if status.basis is None or status.against is not None:
        return
    for asked in Asked:
        told = "\n".join(line.text for line in answer_lines(tie, register, Citations({}), asked))
        if status.basis.said:
            assert act_sentence(status.basis) in told
        else:
            assert status.basis.actor in told
        assert first_clause(status.basis)[:-1] in tie_row(tie, register)
