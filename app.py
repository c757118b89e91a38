"""Minidorp: `python app.py` serves it; `flask --app app --help` lists the administrator's commands."""

from __future__ import annotations

if __name__ == "__main__":
    # Before anything opens a socket: every wait lets the others go on.
    from gevent import monkey

    monkey.patch_all()

from flask import Flask

from workshop import cli, web
from workshop.config import Config
from workshop.container import open_container
from workshop.live import server as live


def create_app(config: Config | None = None) -> Flask:
    """Make the application: pages, live connection and the administrator's commands.

    Args:
        config: the settings; those of the environment when not given.
    """
    config = config or Config.from_environment()
    app = Flask(__name__)
    house = open_container(config)
    app.extensions["minidorp"] = house
    doorkeeper = web.register(app, house, config)
    live.attach(app, house, doorkeeper.member_from_environ)
    cli.register(app, house)
    return app


def main() -> None:
    """Serve, and say in the terminal how to get in."""
    app = create_app()
    house = app.extensions["minidorp"]
    live.serve(app, house, lambda: cli.welcome(house))


if __name__ == "__main__":
    main()
