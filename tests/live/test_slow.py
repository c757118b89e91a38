"""Whoever holds a connection open and says nothing, or little, does not keep it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from gevent import sleep
from gevent.pywsgi import WSGIServer

from workshop.live import server


def answer(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """An application that reads what it is sent."""
    try:
        environ["wsgi.input"].read()
    except OSError:
        start_response("400 Bad Request", [])
        return [b""]
    start_response("200 OK", [])
    return [b"there"]


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Where a server listens that has little patience."""
    monkeypatch.setattr(server, "SILENCE_TIMEOUT_S", 0.3)
    monkeypatch.setattr(server, "HEADER_TIMEOUT_S", 0.6)
    listening, ended, ports = threading.Event(), threading.Event(), []

    def serve() -> None:
        wsgi = WSGIServer(("127.0.0.1", 0), answer, handler_class=server.Handler, log=None)
        wsgi.start()
        ports.append(wsgi.server_port)
        listening.set()
        while not ended.is_set():
            sleep(0.02)
        wsgi.stop(timeout=0.1)

    thread = threading.Thread(target=serve)
    thread.start()
    assert listening.wait(5)
    yield ports[0]
    ended.set()
    thread.join(5)


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"GET / HTTP",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n4",
    ],
)
def test_silence_ends_a_connection(port: int, start: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as quiet:
        quiet.sendall(start)
        received = b"".join(iter(lambda: quiet.recv(1000), b""))
    assert b"200" not in received


def test_headers_that_drip_end_a_connection(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        for number in range(40):
            try:
                slow.sendall(b"X-%d: a\r\n" % number)
                assert not slow.recv(1000).startswith(b"HTTP/1.1 200")
                break
            except TimeoutError:
                continue
            except OSError:
                break
        else:
            pytest.fail("it was kept")


def test_whoever_speaks_is_answered(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as quick:
        quick.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert quick.recv(1000).startswith(b"HTTP/1.1 200")
