"""Answers as cards: one frame a tie with its colour, shape and word, the sources below, the next steps as buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord import ui

from cogs.kit.card_actions import CardActions
from cogs.kit.cards import (
    ROOM,
    ROW_LENGTH,
    Block,
    CardPage,
    Option,
    Paragraph,
    accent,
    brief,
    button,
    choices,
    container,
    numbered,
    page_note,
    pager,
    paginate,
    picker,
    rows,
    rule,
    safe,
)
from cogs.kit.components import Layout, room_beside
from cogs.kit.routes import PressRoute, TooLongError
from cogs.kit.status_card import MORE_OF_TIE, footer, markdown, source_notes, texts_of
from cogs.lookup import sentences
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.sorting import row_detail
from cogs.lookup.model import Answer, AnswerChoice, RecordSearch, TargetKind, TieFilter
from cogs.lookup.routes import (
    Choose,
    ChooseOneOf,
    HistoryPage,
    ListFile,
    ListPage,
    OpenTie,
    PostCheck,
    Remove,
    SearchPage,
    ShareList,
    ShareListAs,
    SourcesPage,
)
from cogs.lookup.searching import SearchResult
from cogs.wording.blocks import TextBlock
from cogs.wording.leads import standing_label
from cogs.wording.names import pair_name, short_name
from cogs.wording.status import row_name, rows_within, standing_word
from db.record.models import Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.values import value

ROWS_PER_PAGE = 12

# Of a message's text; the rest is for what is said above a list and below it.
_ROOM_OF_ROWS = 2400
_MOST_FRAMES = 6
_MOST_WITH_BUTTONS = 2
# A frame has a text each, and with the buttons of two ties so many are no more components than a message may have.
_MOST_PARTS = 9
_NO_ROOM = f"-# {sentences.NO_ROOM_TO_TURN}"
_TOO_LONG_TO_TURN = f"-# {sentences.TOO_LONG_TO_TURN}"
_MORE = f"-# {sentences.NOT_ALL_ON_RECORD}"


@value
class CardContext:
    """What stands around an answer. ``asker`` is who may remove this public answer; None if it is private.

    ``claim`` is the message whose claim is checked, in a private answer that may be posted.
    """

    asker: int | None = None
    claim: int | None = None

    def buttons(self) -> list[ui.Button[Any]]:
        """Post here and Remove, where they apply."""
        shown = []
        if self.claim is not None:
            shown.append(button("Post here", PostCheck(self.claim), discord.ButtonStyle.primary))
        if self.asker is not None:
            shown.append(button("Remove", Remove(self.asker)))
        return shown


PRIVATE = CardContext()


class Cards:
    """Makes the cards of one state of the record."""

    def __init__(self, register: Register, actions: CardActions) -> None:
        self.register = register
        self.actions = actions

    def answer(self, answer: Answer, context: CardContext = PRIVATE, page: int = 0) -> Layout:
        """The card of any answer. ``page`` counts from 0 and turns the rows of a list; one out of range is the last.

        Several ties get a frame each; more than fit are a list with a button each.
        """
        tied = [part.tie for part in answer.parts if part.tie]
        listed = self._listed(answer, page)
        named = brief if tied else numbered
        pages = paginate(_blocks(answer.parts, answer.sources), answer.sources, ROOM - len(listed.text), named)
        if len(tied) > _MOST_FRAMES or (len(tied) > 1 and (len(pages) > 1 or len(answer.parts) > _MOST_PARTS)):
            return self.several(answer, context)
        if len(tied) > 1:
            return self._frame_each(answer, pages[0], listed, context)
        more = (MORE_OF_TIE if tied else _MORE) if len(pages) > 1 else ""
        foot = footer(source_notes(pages[0].sources), more, listed.note)
        steps = [*listed.rows, *(self._steps(tied[0]) if tied else ())]
        ways = [*_choices(answer.choices), *_joined(steps, context.buttons())]
        standing = next((part.standing for part in answer.parts if part.tie), None)
        below = (rule() if listed.text else "", listed.text, *foot, *ways)
        told = texts_of(pages[0].blocks, room_beside(*below))
        return Layout(container(*told, *below, accent=accent(standing)))

    def several(self, answer: Answer, context: CardContext = PRIVATE) -> Layout:
        """The ties of an answer in a line each, with a button for each that opens its own card."""
        ties = [self.register.tie(part.tie) for part in answer.parts if part.tie]
        told = _rows(ties, TieFilter(), self.register)
        untied = _blocks([part for part in answer.parts if not part.tie], answer.sources)
        pages = paginate(untied, answer.sources, ROOM - len(told), brief) or (CardPage((), ()),)
        foot = footer(_brief(pages[0].sources), _MORE if len(pages) > 1 else "")
        ways = [*self._choose(ties, answer.choices), *rows(context.buttons())]
        below = (rule() if untied else "", told, *foot, *ways)
        return Layout(container(*texts_of(pages[0].blocks, room_beside(*below)), *below))

    def _frame_each(self, answer: Answer, shown: CardPage, listed: _Listed, context: CardContext) -> Layout:
        tied = [block.tie for block in shown.blocks if block.tie]
        with_buttons = len(tied) <= _MOST_WITH_BUTTONS
        frames = []
        for block in shown.blocks:
            steps = self._steps(block.tie) if block.tie and with_buttons else []
            frames.append(container(block.text, *steps, accent=accent(block.standing)))
        openers = [] if with_buttons else [self._open(tied)]
        ways = [*_choices(answer.choices), *openers, *_joined(listed.rows, context.buttons())]
        notes = [note for note in (_brief(shown.sources), listed.note) if note]
        if notes or ways or listed.text:
            frames.append(container(listed.text, *notes, *ways))
        return Layout(*frames)

    def _choose(self, ties: Sequence[Tie], offered: Sequence[AnswerChoice]) -> list[ui.ActionRow[Any]]:
        """A button for each tie, by its other place if all are of one place, and the other ways that were offered."""
        shared = len({tie.us for tie in ties}) == 1 or len({tie.ru for tie in ties}) == 1
        options = [self._partner(tie, ties) if shared else self._option(tie) for tie in ties]
        return choices([*options, *map(_offer, offered)], Choose.of, ChooseOneOf(), "Open one of these ties")

    def _partner(self, tie: Tie, ties: Sequence[Tie]) -> Option:
        other = tie.ru if len({tie.us for tie in ties}) == 1 else tie.us
        return replace(self._option(tie), label=short_name(self.register.place(other), self.register))

    def history(self, answer: Answer, tie_id: str, page: int) -> Layout:
        """One page of a tie's history."""
        return _paged(
            paginate(_blocks(answer.parts, answer.sources), answer.sources),
            page,
            lambda number: HistoryPage(number, tie_id),
        )

    def sources(self, answer: Answer, tie_id: str, page: int) -> Layout:
        """One page of a tie's sources, each with its kind and date."""
        told = tuple(Paragraph(numbered(number, source)) for number, source in enumerate(answer.sources, 1))
        return _paged(
            paginate([*_blocks(answer.parts, ()), Block(told)]), page, lambda number: SourcesPage(number, tie_id)
        )

    def search(self, found: SearchResult, asked: RecordSearch, context: CardContext = PRIVATE) -> Layout:
        """One page of what a search found, with the buttons that turn it."""
        shown = paginate(_blocks(found.answer.parts, found.answer.sources), found.answer.sources)[0]
        turning: list[ui.ActionRow[Any]] = []
        with suppress(TooLongError):
            turning = pager(found.page, found.pages, lambda number: SearchPage(number, asked))
        note = page_note(found.page, found.pages) if turning or found.pages == 1 else _TOO_LONG_TO_TURN
        foot = footer(source_notes(shown.sources), note)
        return Layout(container(*texts_of(shown.blocks), *foot, *_joined(turning, context.buttons())))

    def _listed(self, answer: Answer, page: int) -> _Listed:
        if not answer.rows or answer.filter is None:
            return _Listed()
        pages = -(-len(answer.rows) // ROWS_PER_PAGE)
        page = max(0, min(page, pages - 1))
        ties = [self.register.tie(tie_id) for tie_id in answer.rows[page * ROWS_PER_PAGE : (page + 1) * ROWS_PER_PAGE]]
        turning = _turning(answer.filter, page, pages)
        return _Listed(
            _rows(ties, answer.filter, self.register),
            "\n".join(filter(None, (self._legend(ties), page_note(page, pages), "" if turning else _NO_ROOM))),
            (self._open([tie.id for tie in ties]), *turning),
        )

    def _legend(self, ties: Iterable[Tie]) -> str:
        """What the shapes on a page of a list mean."""
        shown = {self.register.status(tie.id).standing for tie in ties}
        return f"-# {list_sentences.legend(standing for standing in Standing if standing in shown)}"

    def _steps(self, tie_id: str) -> list[ui.ActionRow[Any]]:
        return rows(self.actions.buttons(tie_id))

    def _open(self, tie_ids: Iterable[str]) -> ui.ActionRow[Any]:
        options = [self._option(self.register.tie(tie_id)) for tie_id in tie_ids]
        return picker(options, OpenTie(), "Open one of these ties")

    def _option(self, tie: Tie) -> Option:
        status = self.register.status(tie.id)
        name = pair_name(tie, self.register)
        word = f"{STANDINGS[status.standing].shape} {standing_label(status)}"
        sign = standing_word(tie, self.register, word)
        return Option(name, f"{TargetKind.TIE}:{tie.id}", sign)


@value
class _Listed:
    text: str = ""
    note: str = ""
    rows: tuple[ui.ActionRow[Any], ...] = ()


def _turning(chosen: TieFilter, page: int, pages: int) -> list[ui.ActionRow[Any]]:
    """Back, Next and the file of a list. Where the name of its states has no room they go without; none, if that is
    too much as well: a button that holds less would show another list.
    """
    for kept in (chosen, replace(chosen, where="")):
        with suppress(TooLongError):
            turning = pager(page, pages, partial(ListPage, filter=kept))
            return _joined(turning, [button("CSV file", ListFile(kept)), *_sharing(kept)])
    return []


def _sharing(chosen: TieFilter) -> list[ui.Button[Any]]:
    """The button by which a list is shared; none, where what turns its picture to the other ground has no room."""
    with suppress(TooLongError):
        ShareListAs(dark=True, slide=True, named=True, filter=chosen).pack()
        return [button("Share", ShareList(chosen))]
    return []


def _rows(ties: Sequence[Tie], chosen: TieFilter, register: Register) -> str:
    told = [(row_name(tie, register), row_detail(tie, chosen, register)) for tie in ties]
    return "\n".join(f"**{safe(name)}**\n-# {safe(text)}" for name, text in rows_within(told, _ROOM_OF_ROWS))


def _blocks(parts: Iterable[TextBlock], sources: Sequence[Source]) -> list[Block]:
    return [markdown(part, sources) for part in parts]


def _brief(sources: Sequence[str]) -> str:
    return f"-# {' · '.join(sources)}" if sources else ""


def _offer(choice: AnswerChoice) -> Option:
    return Option(choice.label, f"{choice.kind}:{choice.target}")


def _choices(offered: Sequence[AnswerChoice]) -> list[ui.ActionRow[Any]]:
    further = all(choice.kind is TargetKind.ANSWER for choice in offered)
    hint = "Not what you meant?" if further else "Which one do you mean?"
    return choices([_offer(choice) for choice in offered], Choose.of, ChooseOneOf(), hint)


def _joined(shown: Sequence[ui.ActionRow[Any]], buttons: Sequence[ui.Button[Any]]) -> list[ui.ActionRow[Any]]:
    """The buttons at the end of the last row of buttons, if there is room, else in a row of their own."""
    last = shown[-1] if shown else None
    if last is None or len(last.children) + len(buttons) > ROW_LENGTH or isinstance(last.children[0], ui.Select):
        return [*shown, *rows(buttons)]
    for item in buttons:
        last.add_item(item)
    return list(shown)


def _paged(pages: Sequence[CardPage], page: int, turn: Callable[[int], PressRoute]) -> Layout:
    page = max(0, min(page, len(pages) - 1))
    shown = pages[page]
    standing = next((block.standing for block in shown.blocks if block.standing), None)
    turning = pager(page, len(pages), turn)
    below = (*footer(source_notes(shown.sources), page_note(page, len(pages))), *turning)
    told = texts_of(shown.blocks, room_beside(*below))
    return Layout(container(*told, *below, accent=accent(standing)))
