"""A tip as editors see it: what is claimed, how the tie stands, what the rules say of it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import discord
from discord import ui

from cogs.kit.access import person
from cogs.kit.cards import Option, Tone, button, container, link, picker, rows, rule, safe
from cogs.kit.components import Layout
from cogs.tips import file_sentences, help_sentences, routes, sentences
from cogs.tips.tip_input import dated
from cogs.wording.dates import when
from cogs.wording.english import clip, paragraph
from cogs.wording.names import tie_name
from cogs.wording.sources import copy_label
from cogs.wording.tie_search import search_ties
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import acts_in_force, derive
from db.record.models import Act, PartialDate, Tie
from db.record.pages import site_of
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.values import value
from db.store.tip_models import TIP_SUBJECTS, Tip, TipSubject

_MOST_ACTS = 4
_MOST_WORDS = 900
_MOST_ANSWER = 300
_MOST_NAMED = 5
_MOST_COPIES = 2


@value
class TipInFull:
    """A tip with those that were joined to it, other open ones of its tie, whether its sender is blocked, and the
    addresses of the messages with its files.
    """

    tip: Tip
    joined: tuple[Tip, ...] = ()
    alike: tuple[Tip, ...] = ()
    is_blocked: bool = False
    files: tuple[str, ...] = ()


def tip_card(shown: TipInFull, register: Register, today: date) -> Layout:
    """All that an editor needs to decide on a tip, and the buttons that do."""
    tip = shown.tip
    tie = register.record.ties.get(tip.tie)
    parts: list[Any] = [
        sentences.card_head(tip.id, _name(tip, tie, register), tip.what, safe(tip.date)),
        "\n".join(_claims(shown)),
        file_sentences.links(list(shown.files)) if shown.files else "",
        rule(),
        sentences.why_here(tip.what, safe(tip.machine)),
        paragraph([_rules(tip, tie, today), _page(shown, register)]) if tip.what is not TipSubject.LOOKED else "",
        _on_record(tie, register) if tie else "",
    ]
    if tip.question:
        asked = safe(tip.question), safe(clip(tip.answer, _MOST_ANSWER))
        parts += [sentences.question_and_answer(*asked)]
    if tip.is_being_recorded:
        parts += [sentences.is_recorded_by_draft(tip.draft or 0)]
    below = [] if tie else _ties_to_choose(tip, register)
    return Layout(container(*parts, accent=Tone.CAREFUL.value), *below, *rows(_buttons(shown, tie)))


def second_look_card(shown: TipInFull, register: Register) -> Layout:
    """An accepted tip for a second editor."""
    tip = shown.tip
    tie = register.record.ties.get(tip.tie)
    parts = [
        sentences.card_head(tip.id, _name(tip, tie, register), tip.what, safe(tip.date)),
        "\n".join(_claims(shown)),
        file_sentences.links(list(shown.files)) if shown.files else "",
        sentences.decided_by(person(tip.decided_by), tip.state, safe(tip.reason)),
        _on_record(tie, register) if tie else "",
    ]
    keys = [
        button(sentences.IS_RIGHT, routes.TipIsRight(tip.id), discord.ButtonStyle.primary),
        button(sentences.IS_WRONG, routes.TipIsWrong(tip.id)),
    ]
    return Layout(container(*parts, accent=Tone.PLAIN.value), *rows(keys))


def place_in_words(tip: Tip, register: Register) -> str:
    """What a tip is about, plain: its tie, or the place as typed."""
    tie = register.record.ties.get(tip.tie)
    return tie_name(tie, register) if tie else tip.place or sentences.NO_TIE


def _name(tip: Tip, tie: Tie | None, register: Register) -> str:
    name = safe(clip(place_in_words(tip, register), 200))
    return name if tie else sentences.work_title(name, on_record=False)


def _claims(shown: TipInFull) -> list[str]:
    """Who says what, the first sender's words in full, the others' in short."""
    reports = (shown.tip, *shown.joined)
    named = [f"<@{tip.sender}>" for tip in reports if tip.sender]
    forgotten = sum(not tip.sender and not tip.machine for tip in reports)
    people = named[:_MOST_NAMED] + ([f"{len(named) - _MOST_NAMED} others"] if len(named) > _MOST_NAMED else [])
    machine = next((tip.machine for tip in reports if tip.machine), "")
    told = [sentences.reported_by(people, safe(machine), forgotten)]
    room = _MOST_WORDS
    for tip in reports:
        for line in (safe(clip(" ".join(tip.words.split()), room)) if tip.words and room > 20 else "", _link(tip)):
            if line and line not in told and len("\n".join(told)) < 2 * _MOST_WORDS:
                told.append(line if line == _link(tip) else f"> {line}")
        room -= min(room, len(tip.words))
    return told


def _link(tip: Tip) -> str:
    return link(safe(clip(tip.address, 80)), tip.address) if tip.address else ""


def _rules(tip: Tip, tie: Tie | None, today: date) -> str:
    kind = TIP_SUBJECTS[tip.what].act
    if kind is None:
        return sentences.weighs_nothing(tip.what)
    if tie is None:
        return ""
    before = derive(tie).standing
    after = derive(replace(tie, acts=(*tie.acts, _supposed(kind, dated(tip.date, today) or PartialDate(today)))))
    if after.standing is before:
        return sentences.leaves_standing(kind, before)
    return sentences.would_move(before, after.standing)


def _supposed(kind: ActKind, on: PartialDate) -> Act:
    """An act as it would be if the tip were true, for the derivation alone."""
    return Act("supposed", on, kind, "", Authority.COUNCIL, "", ())


def _page(shown: TipInFull, register: Register) -> str:
    """What is known of the first page that somebody named."""
    address = next((tip.address for tip in (shown.tip, *shown.joined) if tip.address), "")
    if not address:
        return sentences.FILES_ALONE if shown.files else sentences.NO_PAGE
    known = register.source_of_page(address)
    if known is not None:
        copies = [link(safe(copy_label(copy)), copy.url) for copy in known.copies[:_MOST_COPIES]]
        return sentences.page_known(safe(known.publisher), known.grade, copies)
    site = site_of(address)
    of_site = [source for source in register.record.sources.values() if site and site_of(source.url) == site]
    if not of_site:
        return sentences.SITE_UNKNOWN
    return sentences.site_known(safe(of_site[0].publisher), sorted({source.grade for source in of_site}))


def _on_record(tie: Tie, register: Register) -> str:
    acts = acts_in_force(tie.acts)[: -_MOST_ACTS - 1 : -1]
    lines = [
        safe(" · ".join(filter(None, (when(act.date), ACT_KINDS[act.kind].label, act.actor, act.vote)))) for act in acts
    ]
    standing = STANDINGS[register.status(tie.id).standing]
    return sentences.history(f"{standing.shape} {standing.label}", lines)


def _ties_to_choose(tip: Tip, register: Register) -> list[ui.ActionRow[Any]]:
    found = search_ties(tip.place, register).ties if tip.place else ()
    options = [Option(tie_name(tie, register), tie.id) for tie in found if len(tie.id) <= 100]
    return [picker(options, routes.TieOfTip(tip.id), sentences.WHICH_TIE)] if options else []


def _buttons(shown: TipInFull, tie: Tie | None) -> Sequence[ui.Button[Any]]:
    tip = shown.tip
    keys: list[ui.Button[Any]] = []
    if tip.what is TipSubject.LOOKED:
        keys.append(button(help_sentences.NOTE_SEARCH, routes.NoteSearchOfTip(tip.id), discord.ButtonStyle.primary))
    elif tie is not None and not tip.is_being_recorded:
        keys.append(button(sentences.RECORD, routes.RecordFromTip(tip.id), discord.ButtonStyle.primary))
    keys.append(button(sentences.DECIDE, routes.DecideTip(tip.id)))
    if tip.sender:
        keys.append(button(sentences.ASK, routes.AskAboutTip(tip.id)))
        blocking = routes.UnblockSender(tip.id) if shown.is_blocked else routes.BlockSender(tip.id)
        keys.append(button(sentences.UNBLOCK if shown.is_blocked else sentences.BLOCK, blocking))
    keys += [
        button(sentences.likely_same(other.id, other.what, other.date), routes.JoinTip(tip.id, other.id))
        for other in shown.alike[:2]
    ]
    return keys
