"""Who may press what, and whether it is too late: each raises Refusal with a sentence for the person."""

from __future__ import annotations

from cogs.kit.access import person
from cogs.kit.bot import Interaction
from cogs.kit.failures import Refusal
from db.store.draft_models import ActDraft, DraftState


def require_open(interaction: Interaction, draft: ActDraft) -> None:
    """The draft is the person's own and can be changed."""
    require_undecided(draft)
    if draft.editor != interaction.user.id:
        raise Refusal(f"This is the draft of {person(draft.editor)}: only they can go on with it. Begin your own.")
    if draft.state is DraftState.WAITING:
        raise Refusal("This draft waits for a second editor. They can send it back to you if it has to be changed.")


def require_waiting(draft: ActDraft) -> None:
    """The draft waits for a second editor."""
    require_undecided(draft)
    if draft.state is DraftState.OPEN:
        raise Refusal(f"This draft was sent back to {person(draft.editor)} by {person(draft.decided_by)}.")


def require_decider(interaction: Interaction, draft: ActDraft) -> None:
    """The person may record the draft: their own, or as the second editor."""
    if draft.state is not DraftState.WAITING:
        require_open(interaction, draft)
    elif draft.editor == interaction.user.id:
        raise Refusal("You entered this yourself: another editor has to confirm it.")


def require_undecided(draft: ActDraft) -> None:
    """The draft is neither recorded nor cancelled."""
    if draft.state is DraftState.DONE:
        raise Refusal(f"This was already recorded by {person(draft.decided_by)}.")
    if draft.state is DraftState.CANCELLED:
        raise Refusal("This draft was canceled. Begin again with `/record act`.")
