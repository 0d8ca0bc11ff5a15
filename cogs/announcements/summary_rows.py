"""The lines of digests and summaries: one announcement in a line with what came of it, stale ties, totals. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cogs.announcements import sentences
from cogs.announcements.announced import is_put_back, only_in, right_now, short, stands, tie_and_act, why
from cogs.announcements.digest import Digest
from cogs.wording.act_sentences import act_sentence
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.derivation import Freshness, freshness
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.store.announcement_models import Announcement, AnnouncementKind


def row(
    item: Announcement,
    register: Register,
    cited: Citations,
    mends: Sequence[Announcement] = (),
    known: Announcement | None = None,
) -> str:
    """One announcement in a line of a digest or summary, with what came of it if it was mended.

    ``known`` is the last correction that the message had when it was first written: it tells what that says in place of
    the error, and ``mends`` are those since.
    """
    if known is not None:
        item = replace(known, kind=item.kind, before=item.before)
    tie, act = tie_and_act(item, register)
    names = pair_name(tie, register)
    if act is None:
        return sentences.row_without_act(names, item.after)
    if item.kind is AnnouncementKind.RETRACTION:
        told = [_row_of_withdrawal(item, names, register), why(item, register, sentences.reason)]
        back = mends[-1] if mends and mends[-1].kind is AnnouncementKind.CORRECTION else None
        return paragraph([*told, *([sentences.withdrawal_taken_back_on(back.recorded_at.date())] if back else [])])
    if item.before is not item.after:
        names = f"{STANDINGS[item.after].shape} {names}"
    told = [sentences.row_of_news(names, act, cited.cite_best(act.sources))]
    if item.after is Standing.DISPUTED and act.disputes:
        told.append(sentences.CONTRADICTS_RECORD)
    return paragraph([*told, *_came_of_it(item, act, register, cited, mends)])


def _row_of_withdrawal(item: Announcement, names: str, register: Register) -> str:
    said = short(item, register)
    if register.status(item.tie_id).standing is item.after:
        return sentences.row_of_withdrawal_and_standing(names, said, item.after)
    return sentences.row_of_withdrawal(names, said)


def _came_of_it(
    item: Announcement, act: Act, register: Register, cited: Citations, mends: Sequence[Announcement]
) -> Iterator[str]:
    """What came of a row's news since: nothing while it stands as it was told."""
    if not mends:
        if not stands(item, register):
            yield sentences.SAYS_OTHERWISE
        return
    mend = mends[-1]
    if is_put_back(item, mends):
        yield sentences.row_put_back_on(mend.recorded_at.date())
    elif mend.kind is AnnouncementKind.CORRECTION and mend.act_id == item.act_id:
        yield sentences.put_right_on(mend.recorded_at.date())
    elif stands(item, register):
        return
    elif mend.kind is AnnouncementKind.RETRACTION:
        yield from _withdrawn_since(item, mends, register)
    else:
        yield from _corrected_since(act, mend, register, cited)


def _withdrawn_since(item: Announcement, mends: Sequence[Announcement], register: Register) -> Iterator[str]:
    first, last = mends[0], mends[-1]
    if first is last:
        yield sentences.row_withdrawn_on(last.recorded_at.date())
    else:
        yield sentences.WAS_WRONG
        yield why(first, register, sentences.reason_given_then, item)
        yield sentences.replacement_withdrawn_on(last.recorded_at.date())
    yield why(last, register, sentences.reason)


def _corrected_since(act: Act, mend: Announcement, register: Register, cited: Citations) -> Iterator[str]:
    on = mend.recorded_at.date()
    right = tie_and_act(right_now(mend, register) or mend, register)[1]
    if right is None:
        yield sentences.row_corrected_on(on)
        return
    if act_sentence(right) == act_sentence(act):
        said = paragraph(only_in(right, act))
    else:
        said = act_sentence(right, cited.cite_best(right.sources))
    if said:
        yield sentences.row_corrected_on(on)
        yield sentences.row_now_says(said)
    else:
        yield sentences.put_right_on(on)


def digest_rows(digest: Digest, register: Register) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a digest about ties whose word has become stale, and about the totals."""
    ties = (register.tie(name) for name in digest.stale if name in register.record.ties)
    stale = tuple(_stale_row(tie, digest.day, register) for tie in ties)
    return stale, ((sentences.totals(digest.totals, digest.day),) if any(digest.totals.values()) else ())


def _stale_row(tie: Tie, as_of: date, register: Register) -> str:
    """A tie whose word was old news on a day, from the record as it is by now."""
    names = pair_name(tie, register)
    newest = register.status(tie.id).newest
    if newest is None or freshness(newest, as_of) is not Freshness.STALE:
        return sentences.changed_since(names, as_of)
    return sentences.newest_word_of(names, newest.date)


def late_note(waited: Iterable[Announcement]) -> str:
    """How old the news of a summary is."""
    dates = sorted(item.recorded_at.date() for item in waited)
    return sentences.not_sent_in_time(len(dates), dates[0], dates[-1]) if dates else ""
