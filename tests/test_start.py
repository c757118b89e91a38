"""The first start prints the way in; a killed server comes back as it was."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

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
