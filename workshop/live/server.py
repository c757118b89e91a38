"""Puts the gateway on Socket.IO and serves it, pages and sockets, from one process."""

from __future__ import annotations

import errno
import gc
import logging
import signal
import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from gevent import Timeout, signal_handler, spawn, spawn_later
from gevent.event import Event
from gevent.pywsgi import WSGIServer
from geventwebsocket.handler import WebSocketHandler
from socketio.exceptions import ConnectionRefusedError

from workshop.config import LAST_PORT
from workshop.container import Container
from workshop.features import CATALOGUE
from workshop.handling import Handlers, refused
from workshop.i18n import best_language
from workshop.language.checks import warm_up
from workshop.language.handlers import LanguageHandlers
from workshop.live import engine
from workshop.live.gateway import Gateway, Identify
from workshop.live.joining import JoiningCounts
from workshop.live.parsing import Parser
from workshop.live.presence import PresenceHandlers
from workshop.live.publisher import Publisher
from workshop.live.snapshots import Snapshots
from workshop.vision.check_handlers import CheckHandlers
from workshop.vision.handlers import CowritingHandlers
from workshop.vision.readers import Readers
from workshop.vision.reading_handlers import ReadingHandlers
from workshop.vision.translation_handlers import TranslationHandlers
from workshop.vision.version_handlers import VersionHandlers

log = logging.getLogger(__name__)

SILENCE_TIMEOUT_S = 120.0
"""How long a connection may say nothing; a live one says something every 20 seconds."""
HEADER_TIMEOUT_S = 15.0
"""How long the headers of a request may take."""


def attach(app: Flask, container: Container, identify: Identify) -> SocketIO:
    """Make the live connection part of an application.

    Args:
        app: the Flask application with the pages.
        container: the running program.
        identify: tells who opens a connection.
    """
    config = container.config
    socketio = SocketIO(
        app,
        async_mode="gevent",
        manage_session=False,
        max_http_buffer_size=config.max_command_bytes,
        ping_interval=20,
        ping_timeout=20,
        serializer=engine.ForgivingPacket,
    )
    server = socketio.server
    engine.install(server.eio)

    def later(seconds: float, action: Callable[[], None]) -> None:
        spawn_later(seconds, action)

    publisher = Publisher(
        lambda sid: spawn_later(0, server.disconnect, sid),
        later,
        JoiningCounts(container.arrivals, container.ledger),
    )
    container.arrivals.listen(publisher.presence_changed)
    snapshots = Snapshots()
    for subscriber in (snapshots, publisher):
        container.broker.subscribe(subscriber)
    gateway = Gateway(
        container.ledger,
        publisher,
        Parser(CATALOGUE),
        _handlers(container, publisher, snapshots),
        identify,
        config.commands_per_second,
    )

    def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        engine_socket = server.eio.sockets[server.manager.eio_sid_from_sid(sid, "/")]
        error = gateway.connect(sid, environ, auth, engine_socket)
        if error is not None:
            wanted = auth.get("language") if isinstance(auth, dict) else None
            language = best_language(wanted if isinstance(wanted, str) else None, config.default_language)
            why = refused(error, language)
            raise ConnectionRefusedError(why["message"], why)

    # Registered on the Socket.IO server itself: no Flask context on the path of every card.
    server.on("connect", connect)
    server.on("disconnect", lambda sid, _reason: gateway.disconnect(sid))
    server.on("*", gateway.unreadable)
    return socketio


def _handlers(container: Container, publisher: Publisher, snapshots: Snapshots) -> Handlers:
    """Return what handles the commands that no feature decides on."""
    readers = Readers(publisher)
    return {
        **PresenceHandlers(container.ledger, publisher, snapshots).handlers(),
        **CowritingHandlers(container.ledger, container.vision, publisher, readers).handlers(),
        **VersionHandlers(container.db, container.ledger, container.vision, readers).handlers(),
        **CheckHandlers(container.db, container.ledger).handlers(),
        **TranslationHandlers(container.db, container.ledger).handlers(),
        **ReadingHandlers(container.db, container.ledger).handlers(),
        **LanguageHandlers(container.ledger).handlers(),
    }


class Handler(WebSocketHandler):  # type: ignore[misc]
    """Requests are not logged: addresses and times tell who wrote what. A connection on which
    nothing comes, or that does not take what it is sent, is not kept."""

    def handle(self) -> None:
        """Handle the requests of one connection."""
        self.socket.settimeout(SILENCE_TIMEOUT_S)
        super().handle()

    def read_request(self, raw_requestline: str) -> bool:
        """Read the headers, not waiting for ever for the last one."""
        with Timeout(HEADER_TIMEOUT_S, ValueError("headers that do not end")):
            return bool(super().read_request(raw_requestline))

    def log_request(self) -> None:
        """Log nothing."""

    def log_error(self, msg: str, *args: object) -> None:
        """Log what a client did wrong without saying which client."""
        log.info(msg, *args)


class CannotListen(Exception):
    """The server cannot listen where it was told to; the message says what to do."""


def _cannot_listen(host: str, port: int, error: OSError) -> CannotListen:
    """Say in plain words why a port cannot be listened on, and what to do."""
    if error.errno == errno.EADDRINUSE:
        other = _next_free(host, port)
        return CannotListen(
            f"Port {port} is taken: another program, perhaps another Minidorp, is using it.\n"
            f"Stop that program, or choose another port:\n\n"
            f"  make run PORT={other}\n\n"
            f"(The setting behind it is MINIDORP_PORT={other}.)"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return CannotListen(
            f"Port {port} is not open to ordinary programs on this computer.\n"
            f"Choose a port above 1023:\n\n  make run PORT=5000"
        )
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return CannotListen(
            f"This computer has no address {host}.\n"
            "Take MINIDORP_HOST away, or serve on all networks with: make run LAN=1"
        )
    return CannotListen(f"Minidorp cannot listen on {host}, port {port}: {error.strerror or error}.")


def _next_free(host: str, port: int) -> int:
    """Return a port nearby that nothing listens on now; the next one when none was found."""
    for other in range(port + 1, min(port + 50, LAST_PORT) + 1):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            try:
                probe.bind((host, other))
            except OSError:
                continue
            return other
    return port + 1 if port < LAST_PORT else 5001


def serve(app: Flask, container: Container, started: Callable[[], None]) -> None:
    """Serve until interrupted (Ctrl-C) or told to end (SIGTERM).

    Args:
        app: the application, with the live connection attached.
        container: the running program.
        started: called when connections are accepted.
    Raises:
        CannotListen: the port is taken, or not to be had.
    """
    host, port = container.config.listen, container.config.port
    server = WSGIServer((host, port), app, handler_class=Handler, log=None, error_log=None)
    try:
        server.init_socket()
    except OSError as error:
        raise _cannot_listen(host, port, error) from error
    container.ledger.start()
    server.start()
    # What exists now lives as long as the process: no need to walk over it at every collection.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    # A plain KeyboardInterrupt would hit whatever greenlet runs just then, the ledger's as well.
    end = Event()
    for how in (signal.SIGINT, signal.SIGTERM):
        signal_handler(how, end.set)
    spawn(started)
    spawn(warm_up)
    end.wait()
    server.stop(timeout=2)
    container.db.sweep()
