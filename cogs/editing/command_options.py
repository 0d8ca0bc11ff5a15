"""What an editor names in the options of a command: ties, the act of one, a page."""

from __future__ import annotations

from collections.abc import Sequence

from discord.app_commands import Choice

from cogs.editing import entry_sentences, forms, sentences
from cogs.editing.autocomplete import acts_like
from cogs.editing.record_additions import PageEntry
from cogs.kit.cards import safe
from cogs.kit.failures import Refusal
from cogs.wording.english import paragraph
from cogs.wording.names import tie_name
from cogs.wording.tie_search import search_ties, suggest_ties
from db.record.models import Act, Tie
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.store.draft_models import DraftSource

_LONGEST_PLACE = 100
_MOST_TIES = 10


def ties_fitting(place: str, register: Register) -> Sequence[Tie]:
    """The ties that fit what was typed, at least one. Raises Refusal with the nearest names if none fits."""
    ties = search_ties(place, register).ties
    if not ties:
        near = [safe(found.value) for found in suggest_ties(place, register)[:3]]
        remedy = sentences.did_you_mean(near) if near else sentences.CHOOSE_AS_YOU_TYPE
        raise Refusal(paragraph([sentences.no_tie_fits(safe(place[:_LONGEST_PLACE])), remedy]))
    return ties


def one_tie(place: str, register: Register) -> Tie:
    """The tie that fits what was typed. Raises Refusal if none fits, or several."""
    ties = ties_fitting(place, register)
    if len(ties) > 1:
        raise Refusal(sentences.which_tie(safe(tie_name(tie, register)) for tie in ties[:_MOST_TIES]))
    return ties[0]


def ties_and_act(place: str, typed: str, register: Register) -> tuple[Sequence[Tie], Act | None]:
    """The ties that fit, narrowed to the one whose act was named, and that act; else those that have acts.

    Raises Refusal if no tie fits, or none that does has an act.
    """
    ties = ties_fitting(place, register)
    found = [(tie, act) for tie in ties for act in acts_like(typed, tie)] if typed else []
    if len(found) == 1:
        return [found[0][0]], found[0][1]
    with_acts = [tie for tie in ties if acts_like("", tie)]
    if not with_acts:
        raise Refusal(sentences.nothing_to_correct(safe(tie_name(ties[0], register))))
    return with_acts, None


def page_named(
    address: str, date: str, title: str | None, publisher: str | None, grade: Choice[str] | None, kind: str
) -> PageEntry:
    """A page and what was said of it. Raises Refusal if its kind is none of the list."""
    known = next((PageKind(value) for value, words in forms.page_kinds() if kind in (value, words)), None)
    if kind and known is None:
        raise Refusal(entry_sentences.NO_PAGE_KIND)
    source = DraftSource(address, title or "", publisher or "", date, grade.value if grade else "")
    return PageEntry(source, known)
