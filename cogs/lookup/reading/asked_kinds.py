"""The words by which a question asks for acts of a kind, for decisions of any, and for how they were made. Pure.

They are in ``data/vocabulary/kinds.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import How
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.reading.vocabulary import said_for
from db.record.act_kinds import ActKind

_KINDS = (ActKind.KEPT, ActKind.RESUMED, ActKind.PROPOSED, ActKind.STATEMENT, ActKind.CONFIRMED)
ASKED_KINDS: Mapping[ActKind, Phrases] = {kind: said_for("kinds", "of_kind", kind) for kind in _KINDS}
# What asks for decisions of whatever kind.
DECIDED = said_for("kinds", "decided")
ASKED_HOW: Mapping[How, Phrases] = {how: said_for("kinds", "how", how) for how in How}
