"""The helper on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from workshop.language.cli import language_commands


def run(*arguments: str, given: str | bytes = "") -> str:
    result = CliRunner().invoke(language_commands, arguments, input=given)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_check_prints_marks(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Hallo.\nWij participeren.\n", encoding="utf-8")
    assert run("check", str(file)).startswith("2: participeren: ")
    assert "doen mee" in run("check", str(file))
    assert run("check", given="Wij spelen.") == "Nothing is marked.\n"


def test_check_prints_json() -> None:
    (row,) = json.loads(run("check", "--json", given="Wij participeren."))
    assert row["start"] == 4 and row["end"] == 16
    assert row["kind"] == "formal" and row["reason"] and row["rewrite"] is False
    assert row["insertions"][0]["sentence"] == "Wij doen mee."
    assert row["key"] == "formal:participeren"


def test_score_prints_one_object_a_line() -> None:
    lines = run(
        "score", "--lang", "nl", given="Wij spelen.\n\nDe implementatie wordt geëvalueerd.\n"
    ).splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 3
    assert rows[2]["difficulty"] > rows[0]["difficulty"]
    assert {mark["kind"] for mark in rows[2]["marks"]} >= {"formal", "passive"}
    assert rows[2]["features"]["passive"] == 1 and 0 <= rows[2]["features"]["tangconstructie"] <= 1


def test_score_survives_broken_input() -> None:
    assert len(run("score", given=b"\xff\xfe\n" + b"a" * 3_000_000 + b"\nlast").splitlines()) == 3


def test_suggest_prints_one_object_a_line() -> None:
    lines = run("suggest", "--lang", "nl", given="circa\tEr zijn circa tien.\nfiets\tx\nzonder").splitlines()
    assert [json.loads(line)["suggestions"] for line in lines][:2] == [["ongeveer"], []]
    assert len(lines) == 3


def test_the_commands_work_without_the_rest_of_the_program() -> None:
    heavy = "('flask', 'gevent', 'wordfreq')"
    code = f"import sys, workshop.language.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
    command = [sys.executable, "-m", "workshop.language", "score", "--lang", "nl"]
    answer = subprocess.run(command, input="Wij spelen.\n", capture_output=True, text=True, timeout=60)
    assert json.loads(answer.stdout)["marks"] == []
