"""A letter as a file: whole, in order, and readable by the programs that open such files."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import traceback
import zipfile
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.kit.settings import ROOT
from cogs.letters import export, pdf_file
from cogs.letters.compose import Letter, clean_text
from cogs.letters.export import FileFormat, stem
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import REASON, TIES, draft_about, letter_of

pytestmark = pytest.mark.slow

UKRAINIAN = "Я живу тут уже двадцять років. Моя мама й досі в Запоріжжі.\n\nЇжак, ґанок, єдність — усе це наше."
EMOJI = "❤️ I moved here 🇺🇦👍🏽 and my kids ask why 😢 the flag is there.\n😀😀😀\n\n汉字 and more."
TEXTS = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=400).map(clean_text).filter(bool)


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def letter(register: Register, reason: str = REASON, name: str = "Olena Kovalenko") -> Letter:
    """A resident's letter to Portland."""
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", reason=reason, name=name)
    return letter_of(draft, register)


def made(written: Letter, form: FileFormat) -> bytes:
    """The bytes of a letter's file."""
    return export.export(written, form, "letter").data


def docx_texts(data: bytes) -> list[str]:
    """The paragraphs of a Word file."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_bot_that_made_no_file_yet_has_not_loaded_what_makes_word_files_and_pdfs() -> None:
    code = "import sys, importlib, bot; [importlib.import_module(name) for name in bot.EXTENSIONS]; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "cogs.letters.export" in loaded.split()
    assert not {"docx", "lxml", "typst"} & set(loaded.split())


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_any_text_comes_back_whole_from_plain_text_and_word(text: str, register: Register) -> None:
    written = letter(register, reason=text)
    assert text in made(written, FileFormat.TXT).decode()
    in_word = "\n\n".join(docx_texts(made(written, FileFormat.DOCX)))
    # Word shows no pictures that the PDF lacks.
    assert text in in_word or pictures(written)


def pictures(written: Letter) -> tuple[str, ...]:
    """The pictures in a letter that no font of the PDF has."""
    return pdf_file.without_emoji(written, export.lacking(written))[1]


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_any_text_makes_a_pdf_and_a_mail(text: str, register: Register) -> None:
    written = letter(register, reason=text)
    assert made(written, FileFormat.PDF).startswith(b"%PDF")
    mail = message_from_bytes(made(written, FileFormat.EML), policy=default)
    assert text in mail.get_content().replace("\r\n", "\n")


def test_a_mail_is_unsent_and_has_no_addressee(register: Register) -> None:
    written = letter(register, reason=UKRAINIAN)
    mail = message_from_bytes(made(written, FileFormat.EML), policy=default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == ""
    assert mail["Subject"] == "A vote on the sister-city tie with Khabarovsk"
    assert mail["From"] is None
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().replace("\r\n", "\n") == written.text + "\n"
    assert all(len(line) < 79 for line in made(written, FileFormat.EML).split(b"\r\n"))


def test_a_word_file_has_date_address_subject_and_real_paragraphs(register: Register) -> None:
    written = letter(register)
    texts = docx_texts(made(written, FileFormat.DOCX))
    assert texts[0] == "November 28, 2026"
    assert texts[1] == "Mayor of Portland\nand the Portland City Council\nPortland, Oregon"
    assert texts[2] == "Re: A vote on the sister-city tie with Khabarovsk"
    assert texts[3:] == [text for text, _ in written.printed]
    assert "" not in texts
    about = docx.Document(io.BytesIO(made(written, FileFormat.DOCX))).core_properties
    assert (about.author, about.comments, about.title) == ("", "", written.subject)


def test_plain_text_begins_with_date_and_address(register: Register) -> None:
    assert (
        made(letter(register), FileFormat.TXT)
        .decode()
        .startswith(
            "November 28, 2026\n\nMayor of Portland\nand the Portland City Council\nPortland, Oregon\n\n"
            "Re: A vote on the sister-city tie with Khabarovsk\n\nDear Mayor and Members"
        )
    )


def test_what_the_pdfs_fonts_lack_is_left_out_and_named(register: Register) -> None:
    written = letter(register, reason=EMOJI)
    lacking = export.export(written, FileFormat.PDF, "x").lacking
    assert lacking == export.lacking(written)
    assert set(lacking) >= {"😢", "😀", "👍", "汉", "字", "🇺🇦"}
    assert "❤" not in lacking
    assert export.lacking(letter(register, reason=UKRAINIAN, name="Seán Ó’Brien №1")) == ()


def pdf_text(data: bytes, folder: Path) -> str:
    """What a PDF says, by poppler."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = folder / "letter.pdf"
    file.write_bytes(data)
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout


def test_a_pdf_can_be_read_in_cyrillic_and_without_gaps_where_an_emoji_was(register: Register, tmp_path: Path) -> None:
    told = pdf_text(made(letter(register, reason=UKRAINIAN), FileFormat.PDF), tmp_path)
    assert "Моя мама й досі в Запоріжжі." in told
    assert "Їжак, ґанок, єдність — усе це наше." in told
    told = pdf_text(made(letter(register, reason=EMOJI), FileFormat.PDF), tmp_path)
    assert "and my kids ask why the flag is there." in told
    assert "  and more" not in told
    assert "Re: A vote on the sister-city tie with Khabarovsk" in told
    told = pdf_text(
        made(letter(register, reason="She had one suitcase 🧳. Why 😢😢? I ❤️ her, too."), FileFormat.PDF), tmp_path
    )
    assert "She had one suitcase. Why? I ❤ her, too." in told


def test_a_pdf_is_on_letter_paper_and_a_short_letter_is_one_page(register: Register, tmp_path: Path) -> None:
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed")
    file = tmp_path / "letter.pdf"
    file.write_bytes(made(letter(register), FileFormat.PDF))
    told = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
    assert re.search(r"Page size:\s+612 x 792 pts \(letter\)", told)
    assert re.search(r"Pages:\s+1\n", told)
    assert re.search(r"Title:\s+A vote on the sister-city tie with Khabarovsk", told)


def test_a_word_file_opens_in_libreoffice(register: Register, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("soffice (libreoffice-writer-nogui) is not installed")
    file = tmp_path / "letter.docx"
    file.write_bytes(made(letter(register, reason=UKRAINIAN), FileFormat.DOCX))
    options = [
        "--headless",
        f"-env:UserInstallation=file://{tmp_path / 'office'}",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([office, *options, "--outdir", tmp_path, file], capture_output=True, check=True, timeout=120)
    assert "Моя мама й досі в Запоріжжі." in (tmp_path / "letter.txt").read_text(encoding="utf-8-sig")


def test_what_cannot_be_made_says_nothing_of_the_letter(register: Register) -> None:
    spoilt = replace(letter(register, reason="A secret of mine."), language="not a language")
    with pytest.raises(export.ExportError) as raised:
        made(spoilt, FileFormat.PDF)
    assert "secret" not in "".join(traceback.format_exception(raised.value))


def test_nothing_a_writer_types_is_markup_in_the_pdf(register: Register, tmp_path: Path) -> None:
    text = "#let x = 1 *bold* _it_ $a$ `code` @ref <label> \\ // /* [ ] { }"
    assert text in re.sub(r"\s+", " ", pdf_text(made(letter(register, reason=text), FileFormat.PDF), tmp_path))


def test_a_word_longer_than_a_line_stays_on_the_page(register: Register, tmp_path: Path) -> None:
    told = pdf_text(made(letter(register, reason="x" * 300), FileFormat.PDF), tmp_path)
    lines = [line for line in told.splitlines() if "xxxx" in line]
    assert len(lines) > 2
    assert sum(line.count("x") for line in lines) == 300


def test_file_names_sort_and_say_what_they_are() -> None:
    assert stem(date(2026, 11, 28), "Portland, Oregon", "Khabarovsk", "Mayor of Portland") == (
        "2026-11-28_letter_portland-oregon_khabarovsk_mayor-of-portland"
    )
    assert stem(date(2026, 1, 2), "Seattle, Washington", "", "Mayor of Seattle") == (
        "2026-01-02_letter_seattle-washington_mayor-of-seattle"
    )


def docx_part(data: bytes, name: str) -> str:
    """A part of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode()


def test_a_word_file_is_of_the_letters_day_and_has_nothing_of_the_librarys(register: Register) -> None:
    data = made(letter(register), FileFormat.DOCX)
    assert "2026-11-28T" in docx_part(data, "docProps/core.xml")
    assert "2013" not in docx_part(data, "docProps/core.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name or "customXml" in name]


def test_a_word_file_names_the_language_of_the_letter_and_of_each_part(register: Register) -> None:
    beside = f"{UKRAINIAN}\n\nMy mother is still there, and I do not know what to say to her."
    data = made(letter(register, reason=beside), FileFormat.DOCX)
    assert 'w:lang w:val="en-US"' in docx_part(data, "word/styles.xml")
    parts = UKRAINIAN.split("\n\n")
    assert docx_part(data, "word/document.xml").count('w:lang w:val="uk-UA"') == len(parts)
    in_ukrainian = made(replace(letter(register, reason=UKRAINIAN), language="uk"), FileFormat.DOCX)
    assert 'w:lang w:val="uk-UA"' in docx_part(in_ukrainian, "word/styles.xml")


def test_word_and_pdf_leave_out_the_same_pictures_and_word_keeps_letters(register: Register) -> None:
    written = letter(register, reason=f"{REASON} 😢 She cried 💔 for days. 汉字")
    word = export.export(written, FileFormat.DOCX, "a")
    pdf = export.export(written, FileFormat.PDF, "a")
    assert set(word.lacking) == {"😢", "💔"} < {*pdf.lacking}
    told = "\n".join(docx_texts(word.data))
    assert "😢" not in told
    assert "汉字" in told


def test_a_letter_to_the_paper_has_no_address(register: Register) -> None:
    written = replace(letter(register), addressee=())
    assert made(written, FileFormat.TXT).decode().startswith("November 28, 2026\n\nRe: ")
    assert made(written, FileFormat.PDF).startswith(b"%PDF")
    assert docx_texts(made(written, FileFormat.DOCX))[1].startswith("Re: ")


def test_a_printed_letter_has_room_to_sign_above_a_name_and_only_there(register: Register) -> None:
    tie = TIES[Standing.ACTIVE]
    named = letter_of(draft_about(tie, register, connection="resident", name="Ann Lee"), register)
    (closing, has_room), (name, _) = named.printed[-2:]
    assert (closing.endswith(","), has_room, name.split("\n")[0]) == (True, True, "Ann Lee")
    written = docx.Document(io.BytesIO(made(named, FileFormat.DOCX))).paragraphs
    assert written[-2].paragraph_format.space_after == Pt(44)
    assert written[-2].paragraph_format.keep_with_next
    unnamed = letter_of(draft_about(tie, register, connection="resident"), register)
    assert not any(room for _, room in unnamed.printed)
    assert "\n\n".join(text for text, _ in unnamed.printed) == unnamed.text
    assert made(named, FileFormat.TXT).decode().endswith(f"{closing}\n{name}\n")


def test_a_word_file_brings_no_more_styles_than_a_letter_has(register: Register) -> None:
    data = made(letter(register), FileFormat.DOCX)
    assert {style.name for style in docx.Document(io.BytesIO(data)).styles} <= {
        "Normal",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
    }
    assert len(data) < 20_000


def test_an_emoji_that_is_joined_of_several_leaves_no_part_of_itself(register: Register, tmp_path: Path) -> None:
    written = letter(register, reason="I never know what to say 🤷🏽‍♀️. We plant 🌻💙 with 👩‍👧‍👦 here, and ♀ stays.")
    shown, left_out = pdf_file.without_emoji(written, export.lacking(written))
    assert "I never know what to say. We plant with here, and ♀ stays." in shown.text
    assert {"🤷", "🌻", "👩"} <= set(left_out)
    told = pdf_text(made(written, FileFormat.PDF), tmp_path)
    assert "I never know what to say. We plant with here, and ♀ stays." in " ".join(told.split())
