"""What senders are told of the files that go with tips, and what editors see with them. Pure."""

from __future__ import annotations

ADD_FILE = "Add a scan or photo"
WRITE_TIP = "Write the tip"
FILE_TITLE = "A scan or photo"
FILE_LABEL = "The file"
FILE_HINT = "PNG, JPEG, WebP or PDF, at most 8 MB. Where and when it was taken is removed"
TAKEN = "Thank you. The file is with the editors now. `/privacy forget` deletes it, and so does withdrawing the tip."
TAKEN_FIRST = "Your file is with the editors now. Please write what it shows; without that it is deleted after a day."
FREED = "What it said of who made it, and of where and when, was taken out."
TITLE_STAYS = (
    "This PDF could not be freed of its own title and author, because it is locked, damaged or of an unusual kind. If "
    "they name you, withdraw the tip and send a scan as a picture."
)
TOO_LARGE = "The file is larger than 8 MB. Please make it smaller, or give the address of a page that has it."
NO_SUCH_FILE = (
    "This cannot be taken: only pictures (PNG, JPEG, WebP) and PDF files can, judged by what is in them and not by "
    "their name, and they must be whole."
)
NOT_READ = "The file could not be fetched from Discord. Please try again."
NOT_POSTED = (
    "The file could not be handed to the editors just now. Please try again later; "
    "the tip itself does not depend on it."
)
NO_FILE = "There was no file in the form."
TIP_ENDED = "This tip is decided, so no file can be added to it now."
ALT_TEXT = "A scan or photo that a volunteer handed in with a tip"


def too_many_files(most: int) -> str:
    """That a tip has as many files as it may have."""
    return f"There are {most} files already, which is the limit."


def too_fast(most: int, minutes: int) -> str:
    """That somebody sent many files in a short time."""
    return f"You have sent {most} files in {minutes} minutes, which is the most. Please try again in a few minutes."


def posted(tip: int | None, kind: str, size: int) -> str:
    """What stands over a file in the review channel."""
    what = f"{kind.upper()}, {max(1, round(size / 1000))} kB"
    return f"**A file for tip {tip}** · {what}" if tip else f"**A file for a tip that is being written** · {what}"


def links(addresses: list[str]) -> str:
    """The files of a tip, on an editor's card."""
    return "Files: " + " ".join(f"[{number}]({address})" for number, address in enumerate(addresses, 1))
