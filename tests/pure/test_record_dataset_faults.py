"""What somebody reads who made a mistake in the dataset: one line that names file, entry and field, and the remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import tomli

from cogs.terminal.checking import check_dataset
from db.record.dataset import DATA, DatasetError, load_dataset

pytestmark = pytest.mark.slow

EUGENE = "eugene-or--irkutsk.20220718.suspended"
KEPT = "eugene-or--irkutsk.20220228.kept"
OREGON = "ties/OR.toml"
POINTS = "talking_points.toml"
CASES: dict[str, Any] = tomli.loads((Path(__file__).parent.parent / "dataset_faults.toml").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the dataset that a test may break."""
    return Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("letters", "*.json")))


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Write ``new`` for the first ``old`` in a file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def lines(folder: Path) -> list[str]:
    """The faults of a dataset, as a person reads them."""
    with pytest.raises(DatasetError) as refused:
        load_dataset(folder)
    assert str(refused.value).splitlines() == [str(fault) for fault in refused.value.faults]
    return [str(fault) for fault in refused.value.faults]


def act(**fields: str) -> str:
    """The lines of an act after Eugene's suspension; a field given as an empty text is left out."""
    usual = {
        "id": '"eugene-or--irkutsk.20230301.statement"',
        "date": '"2023-03-01"',
        "kind": '"statement"',
        "actor": '"Eugene City Council"',
        "authority": '"council"',
        "summary": '"Said so."',
        "sources": '["klcc-20220720"]',
    }
    written = "".join(f"{name} = {value}\n" for name, value in (usual | fields).items() if value)
    return f'vote = "unanimous"\n\n[[tie.act]]\n{written}'


def add_act(folder: Path, **fields: str) -> None:
    """Put an act after Eugene's suspension, whose last line is its vote."""
    text = (folder / OREGON).read_text(encoding="utf-8")
    before, after = text.split(f'id = "{EUGENE}"\n', 1)
    assert 'vote = "unanimous"\n' in after
    text = before + f'id = "{EUGENE}"\n' + after.replace('vote = "unanimous"\n', act(**fields), 1)
    (folder / OREGON).write_text(text, encoding="utf-8")


NEW = f"{OREGON}: eugene-or--irkutsk.20230301.statement"


def test_the_copy_and_a_sound_new_act_load(folder: Path) -> None:
    add_act(folder)
    assert [item.id for item in load_dataset(folder).ties["eugene-or--irkutsk"].acts][-1].endswith("20230301.statement")


@pytest.mark.parametrize("case", CASES["act"], ids=lambda case: case["line"])
def test_a_wrong_act_is_named_with_its_field(folder: Path, case: dict[str, Any]) -> None:
    add_act(folder, **case["fields"])
    assert case["line"] in lines(folder)


def test_a_hearing_before_its_proposal_is_named(folder: Path) -> None:
    name = "eugene-or--irkutsk.20230301.proposed"
    add_act(folder, id=f'"{name}"', kind='"proposed"', hearing='"2023-02-01"')
    assert lines(folder) == [
        f"{OREGON}: {name}: hearing: 2023-02-01 is before the proposal of 2023-03-01; check both dates"
    ]


def test_acts_that_replace_each_other_are_named(folder: Path) -> None:
    name = "eugene-or--irkutsk.20230301.statement"
    add_act(folder, replaces=f'"{EUGENE}"', replaces_why='"a slip"')
    change(folder, OREGON, f'id = "{EUGENE}"\n', f'id = "{EUGENE}"\nreplaces = "{name}"\nreplaces_why = "a slip"\n')
    found = lines(folder)
    assert (
        f"{OREGON}: {name}: replaces: {name} and {EUGENE} replace each other; only the newer can replace the older"
    ) in found


def test_an_act_that_disputes_a_later_one_is_named(folder: Path) -> None:
    change(folder, OREGON, f'id = "{KEPT}"\n', f'id = "{KEPT}"\ndisputes = "{EUGENE}"\n')
    assert lines(folder) == [
        f"{OREGON}: {KEPT}: disputes: {EUGENE} stands below it; an act can only dispute one that came before it"
    ]


@pytest.mark.parametrize("case", CASES["entry"], ids=lambda case: case["line"])
def test_a_wrong_entry_is_named_with_its_file_and_field(folder: Path, case: dict[str, str]) -> None:
    change(folder, case["file"], case["old"], case["new"])
    assert case["line"] in lines(folder)


def quote(folder: Path, words: int) -> None:
    """Make the first quote so many words long."""
    text = (folder / "talking_points.toml").read_text(encoding="utf-8")
    (folder / "talking_points.toml").write_text(
        re.sub(r'^quote = ".*"$', f'quote = "{"so " * words}"', text, count=1, flags=re.MULTILINE), encoding="utf-8"
    )


def test_a_quote_of_more_than_30_words_is_named_with_its_length(folder: Path) -> None:
    quote(folder, 30)
    load_dataset(folder)
    quote(folder, 31)
    (line,) = lines(folder)
    assert line.startswith("talking_points.toml: ")
    assert line.endswith(": quote: has 31 words; at most 30 may be quoted")


def test_a_tie_of_1940_is_not_too_early(folder: Path) -> None:
    change(folder, OREGON, "since = 1988", "since = 1940")
    assert load_dataset(folder).ties["eugene-or--irkutsk"].since == 1940


def test_an_act_of_1940_is_not_too_early(folder: Path) -> None:
    add_act(folder, id='"eugene-or--irkutsk.1940.statement"', date='"1940"')
    (line,) = lines(folder)
    assert line.endswith("put them in order")


def sentence(most: int) -> str:
    """A sentence of so many characters that could be an act's own."""
    begin = "On 1 March 2023 Eugene said "
    return f"{begin}{'o' * (most - len(begin) - 1)}."


def assert_the_most_is(most: int, folder: Path, file: str, field: str) -> None:
    """That a text of so many characters, as ``sentence`` makes it, stands in a file and loads, and no longer one."""
    load_dataset(folder)
    change(folder, file, sentence(most), sentence(most + 1))
    (line,) = lines(folder)
    assert line.endswith(f": {field}: has {most + 1} characters; at most {most} are read")


@pytest.mark.parametrize(("field", "most"), [("said", 220), ("date_note", 120)])
def test_what_is_told_of_an_act_may_be_as_long_as_is_promised(folder: Path, field: str, most: int) -> None:
    basis = {"date_basis": '"inferred"'} if field == "date_note" else {}
    add_act(folder, **basis, **{field: f'"{sentence(most)}"'})
    assert_the_most_is(most, folder, OREGON, field)


@pytest.mark.parametrize(
    ("file", "field", "most", "old"),
    [
        (OREGON, "note", 300, 'note = "Two stages: kept in February 2022, suspended in July 2022."'),
        (OREGON, "editor_note", 600, 'note = "Two stages: kept in February 2022, suspended in July 2022."'),
        (
            POINTS,
            "occasion",
            160,
            'occasion = "virtual address to the U.S. Conference of Mayors, meeting in Reno, Nevada"',
        ),
        (POINTS, "office_then", 160, 'office_then = "President of Ukraine"'),
    ],
)
def test_a_note_and_the_words_of_a_point_may_be_as_long_as_is_promised(
    folder: Path, file: str, field: str, most: int, old: str
) -> None:
    change(folder, file, old, f'{field} = "{sentence(most)}"')
    assert_the_most_is(most, folder, file, field)


@pytest.mark.parametrize(
    ("name", "lat", "lon"), [("Sevastopol", "44.6", "33.5"), ("Ялта", "55.0", "37.0"), ("Sunny Shore", "45.0", "34.1")]
)
def test_a_crimean_place_is_refused_by_its_name_and_by_where_it_lies(
    folder: Path, name: str, lat: str, lon: str
) -> None:
    with (folder / "places/ru.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[place]]\nid = "new-town"\ncountry = "RU"\nname = "{name}"\nkind = "city"\nregion = "South"\n'
            f"lat = {lat}\nlon = {lon}\ngeoname_id = 1\n"
        )
    assert lines(folder) == [
        "places/ru.toml: new-town: is Ukrainian: occupied Ukrainian places never enter the Russian register; remove it"
    ]


def test_broken_toml_is_named_with_its_line(folder: Path) -> None:
    change(folder, OREGON, 'us = "beaverton-or"', "us = beaverton-or")
    number = (folder / OREGON).read_text(encoding="utf-8").splitlines().index("us = beaverton-or") + 1
    (broken,) = [line for line in lines(folder) if "broken" in line]
    assert broken == f"{OREGON}: broken TOML: Invalid value (at line {number}, column 6)"


def test_a_broken_file_does_not_hide_the_faults_of_another(folder: Path) -> None:
    change(folder, OREGON, 'us = "beaverton-or"', "us = beaverton-or")
    change(folder, "ties/AK.toml", 'kind = "kept"', 'kind = "keeps"')
    found = "\n".join(lines(folder))
    assert "ties/OR.toml: broken TOML" in found
    assert 'ties/AK.toml: juneau-ak--vladivostok.20220404.kept: kind: "keeps" is not allowed' in found


def test_an_act_that_cites_a_faulty_source_is_not_blamed_for_it(folder: Path) -> None:
    change(folder, "sources.toml", 'grade = "C"', 'grade = "Z"')
    assert lines(folder) == ['sources.toml: 13newsnow-nd: grade: "Z" is not allowed; choose one of A, B, C, D, E, F']


def test_an_empty_file_is_named(folder: Path) -> None:
    (folder / "sources.toml").write_text("# nothing\n", encoding="utf-8")
    assert "sources.toml: is empty; restore its entries" in lines(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "petition.toml").unlink()
    assert "petition.toml: is missing; restore it" in lines(folder)


def test_a_file_in_another_encoding_is_named_with_its_line(folder: Path) -> None:
    (folder / "petition.toml").write_bytes("# Päge\n".encode() + "title = “x”\n".encode("cp1252"))
    assert "petition.toml: line 2: is not UTF-8; save the file in that encoding" in lines(folder)


def test_a_file_that_breaks_off_in_line_40_is_named_with_that_line(folder: Path) -> None:
    """Refused whole: what stands before the line is not taken either."""
    text = (folder / OREGON).read_text(encoding="utf-8").splitlines()
    broken = [*text[:39], 'summary = "The council said', *text[40:]]
    (folder / OREGON).write_text("\n".join(broken), encoding="utf-8")
    (told,) = [line for line in lines(folder) if line.startswith(OREGON)]
    assert "line 40" in told


def test_a_file_saved_with_a_byte_order_mark_and_windows_line_ends_is_fine(folder: Path) -> None:
    text = (folder / OREGON).read_text(encoding="utf-8")
    (folder / OREGON).write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    assert load_dataset(folder) == load_dataset(DATA)


def test_a_dataset_without_ties_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "ties")
    assert "ties: holds no files; restore them" in lines(folder)


def test_blanks_around_a_text_do_not_matter(folder: Path) -> None:
    change(folder, OREGON, '"unanimous"', '" unanimous "')
    assert load_dataset(folder) == load_dataset(DATA)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert lines(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: the folder of the dataset is missing; restore it"]


def test_a_tie_in_the_file_of_another_state_is_named(folder: Path) -> None:
    (folder / OREGON).rename(folder / "ties/ID.toml")
    assert "ties/ID.toml: eugene-or--irkutsk: us: this tie belongs in ties/OR.toml" in lines(folder)


def test_a_heading_of_another_name_is_named_with_the_right_one(folder: Path) -> None:
    with (folder / OREGON).open("a", encoding="utf-8") as file:
        file.write('\n[[ties]]\nid = "x"\n')
    assert lines(folder) == [f'{OREGON}: ties: unknown entry; did you mean "tie"?']


def test_a_recipient_under_single_brackets_is_named(folder: Path) -> None:
    change(folder, "places/us.toml", "[[place.recipient]]", "[place.recipient]")
    assert "places/us.toml: juneau-ak: recipient: must be tables, each under a [[….recipient]] line" in lines(folder)


def test_a_source_that_nothing_names_is_named(folder: Path) -> None:
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[source]]\nid = "new"\nurl = "https://new.example/"\ntitle = "T"\npublisher = "P"\ngrade = "C"\n'
        )
    assert lines(folder) == [
        "sources.toml: new: nothing refers to this source; remove it, or name it where it belongs",
    ]


def test_a_place_in_no_tie_is_a_fault_for_check_and_not_at_a_start(folder: Path) -> None:
    with (folder / "places/ru.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[place]]\nid = "omsk"\ncountry = "RU"\nname = "Omsk"\nkind = "city"\nregion = "Omsk"\nlat = 55\n'
            "lon = 73.4\ngeoname_id = 1\n"
        )
    assert "omsk" in load_dataset(folder).places
    told = "places/ru.toml: omsk: this place is in no tie; remove it, or add the tie"
    assert check_dataset(folder).faults == (told,)
