"""The first start prints the way in; a killed server comes back as it was."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

from tests.server import Server


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
