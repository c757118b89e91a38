"""The same program on PostgreSQL: a real server on a real, empty cluster."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.server import Server, free_port


def programs() -> Path:
    """Where PostgreSQL's own programs are; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    known = found[-1] if found else shutil.which("initdb")
    if known is None:
        pytest.skip("PostgreSQL is not installed")
    return Path(known).parent


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of an empty database."""
    folder, port, where = Path(tempfile.mkdtemp(prefix="minidorp-pg-")), free_port(), programs()
    user = group = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root.
        owner = pwd.getpwnam("postgres")
        user, group = owner.pw_uid, owner.pw_gid
        os.chown(folder, user, group)

    def run(*command: str) -> None:
        subprocess.run(
            [where / command[0], *command[1:]], cwd=folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=True, timeout=60, user=user, group=group,
        )  # fmt: skip

    data = str(folder / "data")
    run("initdb", "-D", data, "-A", "trust", "-U", "minidorp", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    run("pg_ctl", "-D", data, "-o", options, "-w", "-l", str(folder / "server.log"), "start")
    try:
        run("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "minidorp", "minidorp")
        yield f"postgresql://minidorp@127.0.0.1:{port}/minidorp"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def live_server(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server on that database."""
    folder = tmp_path_factory.mktemp("postgres")
    settings = {**LiveServer.SETTINGS, "MINIDORP_DEMO": "on", "DATABASE_URL": address}
    with Server(folder, **settings) as server:
        yield LiveServer(server)


def write_together(community: LiveCommunity, writers: list[Device]) -> None:
    """All of them add cards and type at the same time."""
    section = community.section()

    def write(device: Device) -> None:
        device.open_section(section)
        for number in range(15):
            device.add_card(f"Kaartje {number}")
            device.share(section, device.type(section, f"Wij eten samen, keer {number}."))

    threads = [threading.Thread(target=write, args=(device,)) for device in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for device in [*writers, community.host]:
        device.settle()


def test_the_whole_road_on_postgres(live_server: LiveServer) -> None:
    community = live_server.community("dis-2", "des-2", "des-4", "dst-2")
    yara, bram = community.join("Yara").connect(), community.join("Bram", "professional").connect()
    write_together(community, [yara, bram])
    section = community.section()
    yara.until(lambda device: sorted(device.text(section)) == sorted(bram.text(section)))
    assert len(yara.text(section)) == 30

    key = "only-on-this-phone"
    card = yara.add_card("Dit gaat weer weg", nameless=True, key=key)
    yara.do("card.withdraw", card=card, key=key)
    statement = yara.add_card("In onze wijk eten wij samen", "des-2", "statement")
    community.host.do("dots.open", board="des-4", budget=3)
    yara.do("dot.place", dot=new_id(), board="des-4", card=statement)
    community.host.do("dots.close", board="des-4")

    round_, members = new_id(), [yara.member, bram.member]
    community.host.do("consent.open", round=round_, version=new_id(), label="1.0", members=members)
    yara.do("consent.answer", round=round_, answer="agree")
    bram.do("consent.answer", round=round_, answer="concern", reason="Wie kookt er?")
    community.host.do("consent.close", round=round_, adopt=True)
    assert community.host.settle().state["boards"]["des-4"]["dots_totals"] == {statement: 1}
    assert live_server.facilitator.download(community.id).content.startswith(b"PK")

    server = live_server.server
    server.kill()
    server.start()
    fresh = community.join("Samira").connect()
    assert len(fresh.state["cards"]) == 31
    fresh.open_section(section)
    assert len(fresh.text(section)) == 30
    community.leave()


def test_the_command_line_on_postgres(live_server: LiveServer, tmp_path: Path) -> None:
    community, file = live_server.community(), tmp_path / "visie.docx"
    assert "Buurt" in live_server.server.command("community", "list", "--json").stdout
    done = live_server.server.command("export", community.id, "--out", str(file))
    assert done.returncode == 0 and file.read_bytes().startswith(b"PK"), done.stderr
    done = live_server.server.command("demo", "reset")
    assert done.returncode == 0, done.stderr
    assert requests.get(live_server.server.url + "/demo", timeout=20).ok
    community.leave()
