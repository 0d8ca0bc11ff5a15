"""A statement, a letter to the paper and thanks are called what they are from the first panel to the file."""

from __future__ import annotations

import io
import re
from email import message_from_bytes, policy

import docx
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from tests.behaviour.letters_steps import begin, choose, file_of, open_panel, press
from tests.world import Shown, labels, last, message_of, texts

# What is called a letter everywhere: the other forms that can be chosen.
_CHOICES = re.compile(r"A letter to the (?:office|local paper)|this is one letter about both")
# A reason with something for many findings at once.
_TALKATIVE = (
    "I am 16 and my brother was killed near Bakhmut. Please end this tie. Call me at 503 555 0100. "
    "I am writing from Kharkiv. See https://example.org/page"
)


async def _as(form: str, who: MemberActor, channel: ChannelHandle, reason: str = _TALKATIVE) -> tuple[str, Shown]:
    """What the options of a draft in a form say, and the letter."""
    options = await press(who, await begin(who, channel, reason=reason), "options")
    options = await choose(who, options, "form", form)
    told = "\n".join([texts(options), *labels(message_of(options))])
    return told, await press(who, options, "show")


def _says_letter(shown: Shown) -> bool:
    message = message_of(shown)
    seen = _CHOICES.sub("", "\n".join([texts(message), *labels(message)]))
    return bool(re.search(r"(?i)\bletters?\b", re.sub(r"sister-city|“[^”]*”", "", seen)))


async def test_a_statement_is_nowhere_called_a_letter(vera: MemberActor, channel: ChannelHandle) -> None:
    options, spoken = await _as("statement", vera, channel)
    assert not _says_letter(spoken), texts(spoken)
    assert "**Before** the Mayor of Portland and the Portland City Council" in texts(spoken)
    assert "Change the statement" in options
    assert "Back to the statement" in options
    copied = last(await vera.click(message_of(spoken), label="Copy"))
    assert "read it aloud once" in texts(copied)
    assert not _says_letter(copied), texts(copied)
    asked = await vera.click(message_of(spoken), label="Delete")
    assert "Delete the statement about" in texts(asked)
    await vera.click(message_of(asked), label="Keep it")


@pytest.mark.parametrize(
    ("form", "title", "name"),
    [
        ("statement", "Public comment: A vote on the sister-city tie with Khabarovsk", "_statement_"),
        ("editor", "Letter to the editor: A vote on the sister-city tie with Khabarovsk", "_letter-to-the-editor_"),
        ("letter", "A vote on the sister-city tie with Khabarovsk", "_letter_"),
    ],
)
async def test_the_files_say_what_they_are(
    form: str, title: str, name: str, vera: MemberActor, channel: ChannelHandle
) -> None:
    _options, shown = await _as(form, vera, channel, "My neighbor came here from Kharkiv with two children.")
    mail, data = await file_of(await choose(vera, shown, "file", "eml"))
    assert name in mail
    assert message_from_bytes(data, policy=policy.default)["Subject"] == title
    _word, data = await file_of(await choose(vera, shown, "file", "docx"))
    told = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert (title if form != "letter" else f"Re: {title}") in told


async def test_a_statement_was_given_and_not_sent(vera: MemberActor, channel: ChannelHandle) -> None:
    _options, spoken = await _as("statement", vera, channel)
    after = await vera.click(message_of(spoken), label="I gave it")
    assert "Given on 28 November 2026" in texts(after)
    assert "Show the statement" in labels(message_of(after))


async def test_a_letter_to_the_paper_goes_to_the_paper(vera: MemberActor, channel: ChannelHandle) -> None:
    _options, printed = await _as("editor", vera, channel)
    assert "**To** the editor of the local paper, about a decision of the Mayor of Portland" in texts(printed)
    assert "This address is wrong" not in labels(message_of(printed))
    assert "What a paper prints is public" in texts(printed)
    after = await vera.click(message_of(printed), label="I sent it")
    assert "To: the local paper" in texts(after)


async def test_thanks_are_called_thanks_and_nothing_is_kept(vera: MemberActor, channel: ChannelHandle) -> None:
    panel = await open_panel(vera, channel, "Des Moines, Iowa – Stavropol")
    assert "I want the tie kept" in labels(panel)
    ended = await open_panel(vera, channel, "Tallahassee, Florida – Krasnodar")
    assert "A letter of thanks about Tallahassee, Florida" in texts(ended)
    assert "I want the tie kept" not in labels(ended)


async def test_there_is_a_way_back_from_the_other_side(vera: MemberActor, channel: ChannelHandle) -> None:
    panel = await open_panel(vera, channel)
    told = last(await vera.click(panel, label="I want the tie kept"))
    assert "Back" in labels(message_of(told))
    back = await vera.click(message_of(told), label="Back")
    assert "A letter about Portland, Oregon" in texts(back)
    assert "It will ask" in texts(back)
