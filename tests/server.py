"""A really running server for tests: `python app.py` in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 90.0


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One server with an instance folder of its own.

    Attributes:
        url: its address, without a slash at the end.
        folder: its instance folder (database, key).
        port: where it listens; a restart keeps it.
    """

    def __init__(self, folder: Path, **settings: str) -> None:
        """Prepare a server; `start()` starts it.

        Args:
            folder: the instance folder; made when it is not there.
            settings: environment variables on top, for example `MINIDORP_DEMO="off"`.
        """
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_path = folder / "server.log"
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def environment(self) -> dict[str, str]:
        """What the server, and a command line beside it, run with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MINIDORP_")}
        kept.pop("DATABASE_URL", None)
        own = {
            "MINIDORP_INSTANCE": str(self.folder),
            "MINIDORP_PORT": str(self.port),
            "MINIDORP_HOST": "127.0.0.1",
            "PYTHONUNBUFFERED": "1",
        }
        return {**kept, **own, **self._settings}

    @property
    def running(self) -> bool:
        """Whether it was started, and neither stopped nor killed."""
        return self._process is not None

    def start(self) -> Server:
        """Start it and wait until it answers and has said all it says at a start.

        Raises:
            RuntimeError: it ended or did not answer in time; with what it printed.
        """
        before = len(self.log)
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "app.py"], cwd=ROOT, env=self.environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        deadline = time.monotonic() + START_SECONDS
        # The demo is made after the first answer, and "Ctrl-C" is in the last line that is printed.
        while not (self._answers() and "Ctrl-C" in self.log[before:]):
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"The server did not start:\n{self.log}")
            time.sleep(0.05)
        return self

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/signin", timeout=5) as answer:
                return bool(answer.status == 200)
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            return False

    def kill(self) -> None:
        """End it at once, as a power cut would: SIGKILL."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as a facilitator would: Ctrl-C; by force when it does not listen."""
        self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(how)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)

    def restart(self) -> Server:
        """Start it again on the same folder and port; ends it first when it runs."""
        self.stop()
        return self.start()

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        if self._process is None:
            raise RuntimeError("The server is not running.")
        return self._process.pid

    @property
    def log(self) -> str:
        """Everything it printed, over all its starts."""
        return self.log_path.read_text(encoding="utf-8", errors="replace") if self.log_path.exists() else ""

    @property
    def first_link(self) -> str:
        """The latest one-time link that it printed, at this server's own address."""
        found = re.findall(r"/first/[A-Za-z0-9_-]+", self.log)
        if not found:
            raise RuntimeError(f"No one-time link was printed:\n{self.log}")
        return self.url + str(found[-1])

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run an administrator's command (`flask --app app …`) on this server's database."""
        return subprocess.run(
            [sys.executable, "-m", "flask", "--app", "app", *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
