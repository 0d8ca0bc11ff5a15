"""Why something about letters is not done, whole, with what to do instead. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.wording.english import either

DRAFT_GONE = (
    "I no longer have this draft: it was deleted, perhaps from another window, or was left for too long. "
    "`/letter mine` lists the letters of yours that I have, and `/letter write` begins a new one."
)
SOMEBODY_ELSES_DRAFT = "This letter is somebody else's. Begin your own with `/letter write`."
NO_VERSION = "I no longer have that version of your words."
PLACE_GONE = "I no longer know the place that this letter is about. Begin a new one with `/letter write`."
LETTER_FORGOTTEN = "I no longer know of this letter. `/letter mine` lists those that I do."
SOMEBODY_ELSES_LETTER = "This letter is somebody else's."
UNSAVED = "This could not be saved just now. Please try again in a minute."
ONE_AT_A_TIME = "Your last file is still being made. One at a time, please."
NO_SUCH_PLACE = "I know no American place by that name. Try the city with its state, such as “Portland, Oregon”."
FOR_ORGANIZERS = "Templates are for people who manage this server (Manage Server)."
NO_SUCH_TEMPLATE = "There is no template of that name here. `/template list` shows them."
TEMPLATE_CHANGED_SINCE = (
    "This template was changed again since, so this cannot be undone. `/template list` shows them all."
)
FIGURES_FOR_ORGANIZERS = "These figures are for people who manage this server (Manage Server)."
REQUEST_DOES_NOT_FIT = "This request does not fit how the tie stands. Please choose another."
NOTHING_CHOSEN = "Nothing was chosen. Please choose one of the lines."
FORM_DOES_NOT_FIT = "This form does not fit how the tie stands. A letter or a statement does."


def no_tie_in(states: Sequence[str]) -> str:
    """That no tie in these states is on record, to somebody who would write about one."""
    return (
        f"No tie in {either(states)} is on record. Name a city there, and I will name the nearest tie, or begin a "
        "general letter."
    )


def too_many_letters(most: int) -> str:
    """That a person has as many letters as are kept."""
    return (
        f"I have {most} letters of yours, drafts and sent ones, which is as many as I keep. "
        "`/letter mine` lists them: delete one that you no longer need."
    )


def templates_full(most: int) -> str:
    """That a server has as many templates as are kept."""
    return f"This server has {most} templates, which is as many as I keep. Remove one first."


POINT_IS_GONE = "This is no longer on record. `/talking-points` shows what is."


def points_full(most: int) -> str:
    """That a letter quotes as much as it may."""
    return f"Your letter quotes {most} already, which is the most. Take one out under *Other choices* first."


NO_TIE_FOR_POINT = (
    "I know no place with a tie to Russia by that name. Try the city with its state, such as “Portland, Oregon”."
)
POINT_NOT_FOR_LETTERS = "This does not stand on its own well enough to be quoted in a letter."
POINT_DOES_NOT_FIT = "That letter cannot quote this: a letter quotes what was said of its own place, or of all ties."
