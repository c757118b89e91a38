"""The first start prints the way in; a killed server comes back as it was."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from tests.server import ROOT, Server
from workshop.version import VERSION


def codes(log: str) -> list[str]:
    """The demo codes that were printed, one for each start."""
    return re.findall(r"\(code ([A-Z0-9 ]+)\)", log)


def test_the_first_start_prints_the_way_in_and_the_second_keeps_it(tmp_path: Path) -> None:
    with Server(tmp_path / "instance") as server:
        with urllib.request.urlopen(server.first_link, timeout=20) as page:
            assert page.status == 200
        assert f"{server.url}/demo" in server.log
        server.kill()
        server.restart()
        with urllib.request.urlopen(f"{server.url}/", timeout=20) as page:
            assert page.status == 200
        first, second = codes(server.log)
        assert first == second
        listed = server.command("--help")
        assert listed.returncode == 0, listed.stderr
        assert "export" in listed.stdout


def program(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `python app.py …` with a server's settings until it ends."""
    command = [sys.executable, "app.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=server.environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_version_is_told_without_starting(tmp_path: Path) -> None:
    server = Server(tmp_path / "instance")
    told = program(server, "--version")
    assert told.stdout == f"Minidorp {VERSION}\n"
    assert list(server.folder.iterdir()) == []


def test_an_option_that_is_not_there_is_refused(tmp_path: Path) -> None:
    refused = program(Server(tmp_path), "--versoin")
    assert refused.returncode == 2 and "--versoin" in refused.stderr


@pytest.mark.parametrize("settings", [{}, {"MINIDORP_LAN": "on"}, {"MINIDORP_HOST": "0.0.0.0"}])
def test_a_taken_port_names_the_remedy(tmp_path: Path, settings: dict[str, str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = int(other.getsockname()[1])
        ended = program(Server(tmp_path, MINIDORP_PORT=str(port), MINIDORP_DEMO="off", **settings))
    assert ended.returncode == 1
    assert f"Port {port} is taken" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    offered = re.search(r"make run PORT=(\d+)", ended.stderr)
    assert offered and int(offered[1]) != port
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", int(offered[1])))


def test_a_host_of_another_computer_is_refused_in_plain_words(tmp_path: Path) -> None:
    ended = program(Server(tmp_path, MINIDORP_HOST="192.0.2.254", MINIDORP_DEMO="off"))
    assert ended.returncode == 1
    assert "MINIDORP_HOST" in ended.stderr and "Traceback" not in ended.stderr


def test_a_wrong_setting_is_refused_in_plain_words(tmp_path: Path) -> None:
    ended = program(Server(tmp_path, MINIDORP_DEMO="perhaps"))
    assert ended.returncode == 1
    assert "MINIDORP_DEMO must be on or off" in ended.stderr and "Traceback" not in ended.stderr


def test_what_is_said_to_make_reaches_the_program() -> None:
    def started(*arguments: str, **environment: str) -> str:
        # Where `make test` runs this, its own make would tell the inner one to say more.
        outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        command = ["make", "--dry-run", "run", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env={**outside, **environment}, capture_output=True, text=True, check=True
        ).stdout.splitlines()[-1]

    assert started("LAN=1", "PORT=5001").split()[-4:-2] == ["MINIDORP_LAN=1", "MINIDORP_PORT=5001"]
    assert "MINIDORP_" not in started(PORT="8080")


def test_the_terminal_says_that_only_this_computer_is_served(tmp_path: Path) -> None:
    with Server(tmp_path, MINIDORP_DEMO="off") as server:
        assert "Only this computer can open that address" in server.log
        assert "make run LAN=1" in server.log


def test_it_ends_when_asked_while_people_are_busy(tmp_path: Path) -> None:
    server = Server(tmp_path / "instance", MINIDORP_DEMO="off").start()
    busy = [threading.Thread(target=fetch_until_refused, args=(server.url,), daemon=True) for _ in range(4)]
    for thread in busy:
        thread.start()
    time.sleep(0.5)
    started = time.monotonic()
    server.stop()
    assert time.monotonic() - started < 8
    assert "Traceback" not in server.log


def fetch_until_refused(url: str) -> None:
    """Ask for a page again and again until nobody answers."""
    try:
        while True:
            urllib.request.urlopen(f"{url}/", timeout=5).read()
    except OSError:
        return
