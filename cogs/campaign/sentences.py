"""What the cards of /progress say, and of what is shared: a function a sentence. Pure."""

from __future__ import annotations

from cogs.wording.figure_sentences import numbered

SHARE, ADD_NAME, DROP_NAME = "Share", "Add the server's name", "Without the server's name"
HOW_TO_SHARE = "Save the picture and post it where you like. The text to copy:"
PETITION = "The petition"
FOR_A_SLIDE, FOR_A_POST = "For a slide (16:9)", "For a post"
MAP, TIMELINE, ALL_STATES = "Map", "Timeline", "Whole country"
ON_LIGHT, ON_DARK = "On a light background", "On a dark background"
NO_PICTURE_TO_SHARE = "The picture could not be drawn just now. The text to copy:"
GONE = "That tie is no longer in the record. Please ask again."
NO_HEARING_LEFT = "No hearing on this tie is coming up any longer. Please look at `/hearings`."
NO_NAME = "Only someone with Manage Server may add the server's name."
NO_PICTURE = "The picture could not be drawn just now, but the figures are right."
ONE_STATE = (
    "I can draw one state at a time, or the whole country. For a part of the country, `/ties` lists what is on record."
)


def unknown_state(typed: str) -> str:
    """That a name is no state's. ``typed`` is safe to be shown."""
    return f"I know no state called {typed}. Try “Oregon” or “OR”, or leave it out for the whole country."


def wait_for_pictures(seconds: int, many: int) -> str:
    """That somebody took many pictures just now."""
    return f"You took {many} pictures just now. Please try again in {numbered(seconds, 'second')}."
