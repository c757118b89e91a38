"""Minidorp: `python app.py` serves it; `flask --app app --help` lists the administrator's commands."""

from __future__ import annotations

if __name__ == "__main__":
    # Before anything opens a socket: every wait lets the others go on.
    from gevent import monkey

    monkey.patch_all()

import sys
from argparse import ArgumentParser

from flask import Flask

from exports.documents import ExportedDocuments
from workshop import cli, web
from workshop.config import Config, SettingError
from workshop.container import open_container
from workshop.live import server as live
from workshop.version import NAME_AND_VERSION


def create_app(config: Config | None = None) -> Flask:
    """Make the application: pages, live connection and the administrator's commands.

    Args:
        config: the settings; those of the environment when not given.
    """
    config = config or Config.from_environment()
    app = Flask(__name__)
    container = open_container(config)
    documents = ExportedDocuments(container.db, container.ledger)
    doorkeeper = web.register(app, container, documents, config)
    live.attach(app, container, doorkeeper.arrival)
    cli.register(app, container, documents)
    return app


def main() -> None:
    """Serve, and say in the terminal how to get in; with `--version`, only say which release this is."""
    options = ArgumentParser(
        prog="python app.py",
        description="Serves Minidorp. Settings are environment variables: docs/configuration.md.",
        epilog="The administrator's commands: flask --app app --help",
    )
    options.add_argument("--version", action="version", version=NAME_AND_VERSION)
    options.parse_args()
    try:
        app = create_app()
        container = app.extensions["minidorp"]
        live.serve(app, container, lambda: cli.welcome(container))
    except (SettingError, live.CannotListen) as error:
        sys.exit(f"\n{error}\n")


if __name__ == "__main__":
    main()
