"""What the project says of itself agrees with what it is."""

from __future__ import annotations

import re
import subprocess
from itertools import chain
from textwrap import wrap

import pytest
import tomli

from cogs.kit.settings import ROOT, TABLE, Setting

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ALL_DEPENDENCIES = [*PROJECT["dependencies"], *chain(*PROJECT["optional-dependencies"].values())]
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def example() -> str:
    """What `.env.example` must hold: every setting with its explanation and its default."""
    top = "# Copy this file to .env and fill in what you need. An empty value means the default.\n"
    return "\n".join([top, *(f"{comment(setting.doc)}\n{setting.name}={setting.default}\n" for setting in TABLE)])


def comment(text: str) -> str:
    """A text as comment lines."""
    return "\n".join(f"# {line}" for line in wrap(text, 100))


def names(requirements: list[str]) -> set[str]:
    """The normalised names of some requirements."""
    return {re.split(r"[<>=!~; \[]", item)[0].lower().replace(".", "-").replace("_", "-") for item in requirements}


def test_the_example_of_env_has_every_setting_with_its_default() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == example()


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_readme_with_its_default(setting: Setting) -> None:
    default = f"`{setting.default}`" if setting.default else "none"
    assert f"| `{setting.name}` | {default} |" in README


def test_every_page_of_the_docs_is_named_in_the_readme() -> None:
    pages = [page.name for page in (ROOT / "docs").glob("*.md")]
    assert pages
    assert not [name for name in pages if f"](docs/{name})" not in README]


def test_every_target_of_the_makefile_is_in_the_readme() -> None:
    (targets,) = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    rows = [line.split("|")[1] for line in README.splitlines() if line.startswith("| `make ")]
    assert set(re.findall(r"`make ([\w-]+)`", " ".join(rows))) == set(targets.split())


@pytest.mark.parametrize("name", sorted(names(ALL_DEPENDENCIES)))
def test_every_dependency_is_in_the_readme_with_its_reason(name: str) -> None:
    rows = [line for line in README.splitlines() if f"| {name} |" in line.lower().replace(".", "-").replace("`", "")]
    assert len(rows) == 1
    assert len(rows[0].split("|")[2].strip()) >= 10


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_for_all_and_no_address(lock: object) -> None:
    text = (ROOT / str(lock)).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.partition("\n")[2])
    pinned = [entry for entry in entries if not entry.startswith("#")]
    assert pinned
    assert all("--hash=sha256:" in entry and "==" in entry for entry in pinned)
    assert "//" not in text
    assert "index-url" not in text


def test_the_locks_agree_and_name_every_dependency() -> None:
    assert len(LOCKS) == 3
    found = {
        lock.name: set(re.findall(r"^([a-z0-9.-]+==\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    }
    assert found["requirements.lock"] < found["requirements-preview.lock"] < found["requirements-dev.lock"]
    extras = PROJECT["optional-dependencies"]
    assert names(PROJECT["dependencies"]) <= names(list(found["requirements.lock"]))
    assert names(extras["preview"]) <= names(list(found["requirements-preview.lock"]))
    assert names([*extras["test"], *extras["dev"]]) <= names(list(found["requirements-dev.lock"]))
    assert "av" not in names(list(found["requirements-dev.lock"]))


def test_nothing_in_the_repository_is_private_to_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    tracked = [ROOT / name for name in listed if name]
    assert tracked
    assert not [file for file in tracked if file.name == ".env" or file.suffix in {".sqlite3", ".db", ".pem", ".log"}]


def test_every_test_that_the_page_of_threats_names_is_there() -> None:
    page = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    named = re.findall(r"`((?:tests/[\w/]+/)?test_\w+\.py)`", page)
    assert named
    assert not [name for name in named if not ((ROOT / name).exists() if "/" in name else name in files)]
    rows = [line.split("|")[-2] for line in page.splitlines() if line.startswith("| ") and "shown by" not in line]
    assert all("`" in row or set(row) <= {"-"} for row in rows), "each row names its test"


def test_every_test_that_the_page_of_threats_quotes_by_its_words_is_there() -> None:
    page = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    tests = " ".join(
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8"))
    )
    rows = [line.split("|")[-2] for line in page.splitlines() if line.startswith("| ")]
    quoted = [words for row in rows for words in re.findall(r"\*([^*]+)\*", row)]
    assert len(quoted) > 50
    as_names = {words: re.sub(r"\W+", "_", words.lower().replace("'", "")).strip("_") for words in quoted}
    assert not [words for words, name in as_names.items() if name not in tests]


def test_every_link_of_the_pages_beside_the_readme_leads_somewhere() -> None:
    for name in ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#:]+)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{name}: {target}"
