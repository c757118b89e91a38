"""The administrator's commands, and the Word download."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import Installation, Made
from workshop import cli
from workshop.accounts import facilitators as accounts
from workshop.version import VERSION


def run(app: Flask, *arguments: str) -> Result:
    """Run a command as the command line would."""
    return app.test_cli_runner().invoke(args=list(arguments))


def test_every_command_has_help(app: Flask) -> None:
    for command in (
        ["facilitator", "invite"],
        ["community", "list"],
        ["demo", "reset"],
        ["export"],
        ["migrate"],
        ["version"],
    ):
        answer = run(app, *command, "--help")
        assert answer.exit_code == 0 and len(answer.output.splitlines()) > 4, command


def test_the_version_is_told_to_people_and_programs(app: Flask) -> None:
    assert run(app, "version").output == f"Minidorp {VERSION}\n"
    assert json.loads(run(app, "version", "--json").output) == {"version": VERSION}


def test_every_page_with_a_footer_tells_the_version(client: FlaskClient) -> None:
    footer = client.get("/").text.partition("<footer")[2]
    assert f"<span>Minidorp {VERSION}</span>" in footer
    assert "http" not in footer


def test_an_invited_facilitator_gets_a_link(installation: Installation) -> None:
    link = run(installation.app, "facilitator", "invite").output.strip()
    token = link.rsplit("/", 1)[1]
    assert accounts.link_is_open(installation.container.db, token)
    assert installation.browser().get(f"/first/{token}").status_code == 200


def test_communities_are_listed_for_people_and_programs(installation: Installation, made: Made) -> None:
    (row,) = json.loads(run(installation.app, "community", "list", "--json").output)
    assert row["id"] == made.id and row["name"] == "Lindebuurt" and row["members"] == 1
    assert "Lindebuurt" in run(installation.app, "community", "list").output


def test_the_vision_is_exported_by_id_slug_or_name(
    installation: Installation, made: Made, tmp_path: Path
) -> None:
    for number, name in enumerate((made.id, made.code, "lindebuurt", "Lindebuurt")):
        target = tmp_path / f"{number}.docx"
        answer = run(installation.app, "export", name, "--format", "docx", "--out", str(target))
        assert answer.exit_code == 0, answer.output
        assert target.read_bytes().startswith(b"PK")
    wrong = run(installation.app, "export", "Nergens", "--out", str(tmp_path / "x.docx"))
    assert wrong.exit_code == 1 and "Nergens" in wrong.output


def test_every_member_may_download_the_vision(installation: Installation, made: Made) -> None:
    answer = installation.join(made, "Samira").get(f"/c/{made.id}/document.docx")
    assert answer.status_code == 200 and answer.data.startswith(b"PK")
    assert "Lindebuurt" in answer.headers["Content-Disposition"]
    assert answer.mimetype is not None and answer.mimetype.endswith("wordprocessingml.document")


def test_the_terminal_says_how_to_get_in(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.welcome(installation.container)
    printed = capsys.readouterr().out
    token = printed.split("/first/")[1].split()[0]
    assert accounts.link_is_open(installation.container.db, token)
    installation.facilitator()
    cli.welcome(installation.container)
    printed = capsys.readouterr().out
    assert "/first/" not in printed and "/signin" in printed
