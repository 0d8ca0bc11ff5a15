"""How announcements, digests, subscriptions and watches look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from cogs.announcements import routes, sentences, subscription_words, watch_words
from cogs.announcements.digest import Digest
from cogs.announcements.digest_sample import sample_of, sample_rows
from cogs.announcements.message_parts import Message
from cogs.announcements.preferences import in_words
from cogs.announcements.summary_rows import digest_rows
from cogs.kit.access import EVENTS, ROLE, Requirement
from cogs.kit.cards import (
    Block,
    Option,
    Paragraph,
    Tone,
    accent,
    button,
    container,
    page_note,
    pager,
    paginate,
    paragraph,
    picker,
    rows,
    rule,
    safe,
)
from cogs.kit.components import Layout
from cogs.wording import english
from cogs.wording.blocks import Line
from cogs.wording.names import pair_name, tie_name
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from db.record.models import Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.store import watches
from db.store.delivery_models import Delivery, DeliveryState
from db.store.subscription_models import DigestMode, Preferences, Subscription, TieWatch

# With five buttons each, and what ended below, a page keeps Discord's limit of 40 components.
PER_PAGE = 3
MOST_ENDED = 5
WATCHES_PER_PAGE = 20
_MOST_KEYS = 10

Buttons = Sequence[ui.Button[Any]]
# Requirements without which messages arrive all the same: for the ping of a role, and for events.
_HOLD_UP_NOTHING = frozenset({ROLE, EVENTS})


def story(told: Message, buttons: Buttons, ping: str = "") -> Layout:
    """A message about one tie. ``ping`` is the mention of a role, put first."""
    shape = f"{STANDINGS[told.standing].shape} " if told.standing else ""
    head = Paragraph(f"### {shape}{safe(told.title)}\n**{safe(told.name)}**")
    block = Block((head, *(_paragraph(said, told.sources) for said in told.paragraphs)))
    frame = _frame([block], told.sources, [*map(safe, told.notes)], buttons, accent(told.standing))
    return Layout(*([ui.TextDisplay(ping)] if ping else []), frame)


def rows_card(
    title: str, parts: Sequence[tuple[str, Sequence[str]]], sources: Sequence[Source], buttons: Buttons, note: str = ""
) -> Layout:
    """A message of several lists, each under its heading; empty ones are left out."""
    blocks = [Block((Paragraph(f"### {safe(title)}"),))]
    for name, lines in parts:
        if lines:
            blocks.append(Block(tuple(paragraph(f"• {line}", sources) for line in lines), name))
    return Layout(_frame(blocks, sources, [safe(note)] if note else [], buttons, Tone.PLAIN.value))


def digest_title(digest: Digest) -> str:
    """The title of a weekly digest."""
    return sentences.week_to(digest.day)


def sample_digest(preferences: Preferences, register: Register, now: datetime) -> Layout:
    """What a channel's digest looks like, with a note that none of it is new."""
    cited = Citations(register.record.sources)
    found = sample_of(preferences, register, now)
    news = sample_rows(preferences, register, now, cited)
    _, totals = digest_rows(found, register)
    parts = [(sentences.WHAT_CHANGED, news), (sentences.ALL_TOGETHER, totals)]
    note = subscription_words.OF_A_SAMPLE if news else subscription_words.NOTHING_FOR_A_SAMPLE
    return rows_card(sentences.sample_of_week(found.day), parts, cited.sources, [], note)


def ties_card(ties: Sequence[Tie], register: Register) -> Layout:
    """How several ties stand now, in a line each."""
    lines = tuple(Paragraph(safe(tie_line(tie, register))) for tie in ties)
    return Layout(_frame([Block(lines, subscription_words.HOW_THEY_STAND_NOW)], (), [], [], None))


def subscription_text(
    found: Subscription, register: Register, last: Delivery | None, waiting: int, digest: datetime | None
) -> str:
    """What a channel gets, how its messages fare, and when the next digest comes."""
    lines = [f"### <#{found.channel}>", *_lines(found.preferences, register)]
    if digest is not None:
        lines.append(subscription_words.preference("Next digest", moment(digest)))
    lines.append(_health(found, last, waiting))
    return "\n".join(lines)


def subscriptions_card(
    shown: Sequence[tuple[Subscription, str]], page: int, pages: int, ended: Sequence[Subscription]
) -> Layout:
    """One page of a server's subscriptions with their buttons; ``ended`` are those of 30 days, the newest first."""
    frames = [container(text, *rows(_manage(found))) for found, text in shown]
    turning = pager(page, pages, routes.SubscriptionsPage)
    over, undo = _ended(ended)
    foot = [*over, page_note(page, pages)]
    tail = [container(*foot, *rows(undo), *turning)] if any(foot) or turning else []
    return Layout(*frames, *tail)


def _ended(ended: Sequence[Subscription]) -> tuple[list[str], list[ui.Button[Any]]]:
    """What is no longer followed, as one text, and a button to follow each of the newest again."""
    if not ended:
        return [], []
    shown = ended[:MOST_ENDED]
    lines, undo = [], []
    for number, item in enumerate(shown, 1):
        assert item.ended is not None
        lines.append(f"-# {number}. {subscription_words.no_longer_followed(f'<#{item.channel}>', item.ended)}")
        label = subscription_words.follow_again(number if len(shown) > 1 else None)
        undo.append(button(label, routes.FollowAgain(item.id, item.mark)))
    if len(ended) > len(shown):
        lines.append(f"-# {subscription_words.more_not_followed(len(ended) - len(shown))}")
    return ["\n".join(lines)], undo


def saved_card(found: Subscription, register: Register, title: str, note: str, *, undo: bool) -> Layout:
    """What a channel gets after a change, with the way back."""
    text = "\n".join([f"### {title}", f"<#{found.channel}>", *_lines(found.preferences, register)])
    back = [button("Undo", routes.UndoChange(found.id, found.mark))] if undo else []
    small = f"-# {english.paragraph([note, subscription_words.TO_CHANGE_THE_PING])}"
    return Layout(container(text, small, *rows([*back, *_manage(found)]), accent=Tone.DONE.value))


def changed_card(before: Preferences, found: Subscription, register: Register) -> Layout:
    """What of a channel's preferences was changed and what was kept; that nothing was, where that is so."""
    was, now = _labelled(before, register), _labelled(found.preferences, register)
    both = [(label, old, new) for (label, old), (_, new) in zip(was, now, strict=True)]
    changed = [f"- {subscription_words.preference_changed(*told)}" for told in both if told[1] != told[2]]
    kept = [f"- {subscription_words.preference(label, new)}" for label, old, new in both if old == new]
    head = [f"### {'Changed' if changed else 'Already followed, nothing changed'}", f"<#{found.channel}>"]
    lines = ["**Changed**", *changed, *(["**Kept**"] if kept else []), *kept] if changed else kept
    filtered = found.preferences.states or found.preferences.standings
    holds = subscription_words.HOLDS_FROM_NEXT_MESSAGE if changed else ""
    away = subscription_words.TO_TAKE_A_FILTER_AWAY if filtered else ""
    note = english.paragraph([holds, away, subscription_words.TO_CHANGE_THE_PING])
    back = [button("Undo", routes.UndoChange(found.id, found.mark))] if changed else []
    below = rows([*back, *_manage(found)])
    return Layout(container("\n".join([*head, *lines]), f"-# {note}", *below, accent=Tone.DONE.value))


def _lines(preferences: Preferences, register: Register) -> list[str]:
    """What a channel gets, in a line for each thing."""
    return [subscription_words.preference(label, value) for label, value in _labelled(preferences, register)]


def _labelled(preferences: Preferences, register: Register) -> list[tuple[str, str]]:
    ping = f"<@&{preferences.role}>" if preferences.role else "nobody"
    return [*((label, safe(value)) for label, value in in_words(preferences, register)), ("Ping", ping)]


def ended_card(found: Subscription) -> Layout:
    """That a channel is followed no longer, with the way back."""
    text = f"### No longer followed\n{subscription_words.hears_no_more(f'<#{found.channel}>')}"
    again = button("Undo", routes.FollowAgain(found.id, found.mark))
    note = f"-# {subscription_words.CORRECTIONS_STILL_ARRIVE}"
    return Layout(container(text, note, *rows([again]), accent=Tone.DONE.value))


def welcome(found: Subscription, register: Register, edit: str) -> Layout:
    """The first message in a channel that follows."""
    told = subscription_words.follows_from_now(digest_only=found.preferences.digest is DigestMode.ONLY)
    text = f"### {subscription_words.HEARS_FROM_NOW}\n{told}"
    preferences = "\n".join(_lines(found.preferences, register))
    return Layout(container(text, preferences, f"-# {subscription_words.who_can_change_it(edit)}"))


def sample(edit: str) -> Layout:
    """What `test` sends."""
    text = f"### Test\n{subscription_words.TEST_MESSAGE}"
    return Layout(container(text, f"-# {subscription_words.test_sent_by(edit)}"))


def diagnosis(found: Subscription, checks: Sequence[Requirement], text: str, *, is_held: bool) -> Layout:
    """Whether messages will arrive; then each requirement with a mark and, where it is missing, how to give it.
    ``is_held`` says that nothing is sent anywhere since a restore.
    """
    lines = [subscription_words.requirement(check.label, check.remedy, met=check.ok) for check in checks]
    test = button("Send a test", routes.SendTest(found.id))
    will = _will_arrive(found, checks, is_held=is_held)
    return Layout(container(will, text, rule(), "\n".join(lines), *rows([test])))


def _will_arrive(found: Subscription, checks: Iterable[Requirement], *, is_held: bool) -> str:
    """The verdict. What is missing for a ping or an event holds up no message."""
    missing = [check for check in checks if not check.ok]
    holding = [check.label for check in missing if check.name not in _HOLD_UP_NOTHING]
    if holding:
        return subscription_words.will_not_arrive(holding)
    if is_held:
        return subscription_words.HELD_SINCE_RESTORE
    if found.paused_why is not None:
        return subscription_words.go_on_now(found.paused_why)
    return subscription_words.will_arrive(
        [check.label for check in missing], digest=found.preferences.digest is DigestMode.ONLY
    )


def watch_card(tie: Tie, register: Register, *, on: bool, note: str, known: bool = False) -> Layout:
    """Whether a person watches a tie, with the button that turns it round; ``known`` if they did so before."""
    watches = watch_words.WATCHES_ALREADY if known else watch_words.WATCHES
    word = watches if on else watch_words.DOES_NOT_WATCH
    turn = button("Stop watching", routes.StopWatch(tie.id)) if on else button("Watch", routes.StartWatch(tie.id))
    text = f"### {word}\n**{safe(tie_name(tie, register))}**\n{note}"
    return Layout(container(text, *rows([turn]), accent=Tone.DONE.value if on else Tone.PLAIN.value))


def which_to_watch(watched: Sequence[str], register: Register) -> Layout:
    """Ties, or a state, each with the button that watches it."""
    buttons = [
        button(watch_words.watch_this(_one_watched(name, register)), routes.WatchTie(name))
        for name in watched[:_MOST_KEYS]
    ]
    return Layout(container(watch_words.PRESS_TO_WATCH, *rows(buttons), accent=Tone.PLAIN.value))


def _one_watched(watched: str, register: Register) -> str:
    state = watches.state_watched(watched)
    return register.record.states[state].name if state else pair_name(register.tie(watched), register)


def state_watch_card(state: str, register: Register, *, on: bool, known: bool = False) -> Layout:
    """Whether a person watches all ties of a state, with the button that turns it round."""
    name = safe(register.record.states[state].name)
    watched = watches.all_of(state)
    word = watch_words.watches_state(name, on=on, known=known)
    note = watch_words.ALL_OF_STATE if on else watch_words.STOPPED
    turn = button("Stop watching", routes.StopWatch(watched)) if on else button("Watch", routes.StartWatch(watched))
    return Layout(container(f"### {word}\n{note}", *rows([turn]), accent=Tone.DONE.value if on else Tone.PLAIN.value))


def watches_card(watched: Sequence[TieWatch], register: Register, page: int) -> Layout:
    """What a person watches, with a select to stop."""
    pages = -(-len(watched) // WATCHES_PER_PAGE)
    page = max(0, min(page, pages - 1))
    shown = watched[page * WATCHES_PER_PAGE : (page + 1) * WATCHES_PER_PAGE]
    known = [watch for watch in shown if _watched_name(watch, register)]
    text = "\n".join(safe(_watched(watch, register)) for watch in known)
    closed = any(watch.closed_at for watch in watched)
    note = watch_words.DMS_WERE_CLOSED if closed else watch_words.DM_COMES_FOR_EACH
    options = [Option(_watched_name(watch, register), watch.tie) for watch in known]
    stop = picker(options, routes.StopWatches(page), "Stop watching") if options else ""
    turning = pager(page, pages, routes.WatchesPage)
    head = f"### {watch_words.you_watch(len(watched))}"
    return Layout(container(head, text, f"-# {note}", page_note(page, pages), *([stop] if stop else []), *turning))


def _watched_name(watch: TieWatch, register: Register) -> str:
    """What is watched, by its name; empty for what is no longer on record."""
    if state := watches.state_watched(watch.tie):
        return watch_words.all_of_state(register.record.states[state].name) if state in register.record.states else ""
    tie = register.record.ties.get(watch.tie)
    return tie_name(tie, register) if tie else ""


def _watched(watch: TieWatch, register: Register) -> str:
    if watches.state_watched(watch.tie):
        return _watched_name(watch, register)
    told = tie_line(register.tie(watch.tie), register)
    return watch_words.watched_with_reminders(told) if watch.reminders else told


def moment(value: datetime) -> str:
    """A moment in each reader's own time."""
    return discord.utils.format_dt(value, "f")


def _paragraph(said: Line, sources: Sequence[Source]) -> Paragraph:
    return paragraph(said.text, sources, said.strong)


def _frame(
    blocks: Sequence[Block], sources: Sequence[Source], notes: Sequence[str], buttons: Buttons, colour: int | None
) -> ui.Container[Any]:
    pages = paginate(blocks, sources)
    page = pages[0]
    small = [*(f"-# {source}" for source in page.sources), *(f"-# {note}" for note in notes)]
    if len(pages) > 1:
        small.append(f"-# {subscription_words.NOT_ALL_OF_IT}")
    foot: list[Any] = [rule(), "\n".join(small)] if small else []
    return container(*(block.text for block in page.blocks), *foot, *rows(buttons), accent=colour)


def _manage(found: Subscription) -> list[ui.Button[Any]]:
    shown = [button("Edit", routes.EditSubscription(found.id)), button("Test", routes.SendTest(found.id))]
    shown.append(button("Sample digest", routes.ShowSample(found.id)))
    if found.preferences.role is not None:
        shown.append(button("Ping nobody", routes.PingNobody(found.id)))
    return [*shown, button("Unfollow", routes.Unfollow(found.id), discord.ButtonStyle.danger)]


def _health(found: Subscription, last: Delivery | None, waiting: int) -> str:
    if found.paused_why:
        since = moment(found.paused_at) if found.paused_at else ""
        return subscription_words.paused(since, safe(found.paused_why), waiting)
    if last is None:
        return subscription_words.NOTHING_SENT_YET
    if last.state is DeliveryState.SENT and last.done_at:
        return subscription_words.last_arrived(moment(last.done_at))
    next_try = moment(last.next_at) if last.next_at else ""
    return subscription_words.last_did_not_arrive(
        last.state, safe(last.reason or subscription_words.ON_ITS_WAY), next_try
    )
