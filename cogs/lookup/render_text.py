"""An answer as plain text, for a terminal. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.lists.sorting import row_detail
from cogs.lookup.model import Answer, TieFilter
from cogs.wording.blocks import TextBlock
from cogs.wording.english import series_apart
from cogs.wording.sources import copy_line, read_in_copy, source_line
from cogs.wording.status import row_name
from db.record.models import Source, Tie
from db.record.register import Register


def as_text(answer: Answer, register: Register) -> str:
    """All that an answer says, ending in its numbered sources."""
    blocks = ["\n".join(_part(part)) for part in answer.parts]
    if answer.rows:
        blocks.append(
            "\n".join(_row(register.tie(tie_id), answer.filter or TieFilter(), register) for tie_id in answer.rows)
        )
    if answer.choices:
        blocks.append("You can ask about:\n" + "\n".join(f"- {choice.label}" for choice in answer.choices))
    if answer.sources:
        numbered = enumerate(answer.sources, 1)
        blocks.append("\n".join(_source(number, source) for number, source in numbered))
    return "\n\n".join(blocks)


def _source(number: int, source: Source) -> str:
    return series_apart(
        filter(None, [f"[{number}] {source_line(source)}: {source.url}", read_in_copy(source), copy_line(source)])
    )


def _part(part: TextBlock) -> Iterator[str]:
    if part.heading:
        yield f"{part.heading} — {part.sign}" if part.standing else part.heading
    for line in part.lines:
        yield f"{line.strong}{line.text}".strip()


def _row(tie: Tie, chosen: TieFilter, register: Register) -> str:
    """A tie in one line of a list."""
    return f"{row_name(tie, register)}: {row_detail(tie, chosen, register)}"
