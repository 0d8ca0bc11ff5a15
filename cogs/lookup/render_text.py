"""An answer as plain text, for a terminal. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.model import Answer
from cogs.wording.blocks import TextBlock
from cogs.wording.sources import source_line
from cogs.wording.status import tie_row
from db.record.register import Register


def as_text(answer: Answer, register: Register) -> str:
    """All that an answer says, ending in its numbered sources."""
    blocks = ["\n".join(_part(part)) for part in answer.parts]
    if answer.rows:
        blocks.append("\n".join(tie_row(register.tie(tie_id), register) for tie_id in answer.rows))
    if answer.choices:
        blocks.append("You can ask about:\n" + "\n".join(f"- {choice.label}" for choice in answer.choices))
    if answer.sources:
        numbered = enumerate(answer.sources, 1)
        blocks.append("\n".join(f"[{number}] {source_line(source)}: {source.url}" for number, source in numbered))
    return "\n\n".join(blocks)


def _part(part: TextBlock) -> Iterator[str]:
    if part.heading:
        yield f"{part.heading} — {part.sign}" if part.standing else part.heading
    for line in part.lines:
        yield f"{line.strong}{line.text}".strip()
