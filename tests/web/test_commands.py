"""The administrator's commands, and the Word download."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.web.conftest import LiveServer, Made
from workshop import cli
from workshop.accounts import facilitators as accounts


def run(app: Any, *arguments: str) -> Any:
    """Run a command as the command line would."""
    return app.test_cli_runner().invoke(args=list(arguments))


def test_every_command_has_help(app: Any) -> None:
    for command in (
        ["facilitator", "invite"],
        ["community", "list"],
        ["demo", "reset"],
        ["export"],
        ["migrate"],
    ):
        answer = run(app, *command, "--help")
        assert answer.exit_code == 0 and len(answer.output.splitlines()) > 4, command


def test_an_invited_facilitator_gets_a_link(live_server: LiveServer) -> None:
    link = run(live_server.app, "facilitator", "invite").output.strip()
    token = link.rsplit("/", 1)[1]
    assert accounts.link_is_open(live_server.house.db, token)
    assert live_server.browser().get(f"/first/{token}").status_code == 200


def test_communities_are_listed_for_people_and_programs(live_server: LiveServer, made: Made) -> None:
    (row,) = json.loads(run(live_server.app, "community", "list", "--json").output)
    assert row["id"] == made.id and row["name"] == "Lindebuurt" and row["members"] == 1
    assert "Lindebuurt" in run(live_server.app, "community", "list").output


def test_the_vision_is_exported_by_id_slug_or_name(live_server: LiveServer, made: Made, tmp_path: Path) -> None:
    for number, name in enumerate((made.id, made.code, "lindebuurt", "Lindebuurt")):
        target = tmp_path / f"{number}.docx"
        answer = run(live_server.app, "export", name, "--format", "docx", "--out", str(target))
        assert answer.exit_code == 0, answer.output
        assert target.read_bytes().startswith(b"PK")
    wrong = run(live_server.app, "export", "Nergens", "--out", str(tmp_path / "x.docx"))
    assert wrong.exit_code == 1 and "Nergens" in wrong.output


def test_every_member_may_download_the_vision(live_server: LiveServer, made: Made) -> None:
    answer = live_server.join(made, "Samira").get(f"/c/{made.id}/document.docx")
    assert answer.status_code == 200 and answer.data.startswith(b"PK")
    assert "Lindebuurt" in answer.headers["Content-Disposition"]
    assert answer.mimetype.endswith("wordprocessingml.document")


def test_the_terminal_says_how_to_get_in(live_server: LiveServer, capsys: Any) -> None:
    cli.welcome(live_server.house)
    printed = capsys.readouterr().out
    token = printed.split("/first/")[1].split()[0]
    assert accounts.link_is_open(live_server.house.db, token)
    live_server.facilitator()
    cli.welcome(live_server.house)
    printed = capsys.readouterr().out
    assert "/first/" not in printed and "/signin" in printed
