"""The administrator's commands: `flask --app app --help`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Protocol

import click

from workshop import demo
from workshop.accounts import facilitators as accounts
from workshop.accounts.codes import spoken_code
from workshop.accounts.communities import Place
from workshop.addresses import is_loopback, lan_addresses
from workshop.config import Config
from workshop.container import Container
from workshop.core.errors import DomainError
from workshop.documents import Documents
from workshop.features.community.decide import community_of
from workshop.features.members.schema import Member
from workshop.language.cli import language_commands
from workshop.migrations import migrate
from workshop.refusals import message_of
from workshop.tables import METADATA
from workshop.version import NAME_AND_VERSION, VERSION


class App(Protocol):
    """What is needed of the application: a place for commands."""

    @property
    def cli(self) -> click.Group: ...


def _facilitator(opened: Container) -> click.Group:
    group = click.Group("facilitator", help="People who sign in and guide communities.")

    @group.command("invite")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    def invite(as_json: bool) -> None:
        """Print a one-time link with which somebody makes an account. It works for two weeks."""
        link = f"{opened.config.url}/first/{accounts.first_link(opened.db)}"
        click.echo(json.dumps({"link": link}) if as_json else link)

    return group


def _community(opened: Container) -> click.Group:
    group = click.Group("community", help="The learning communities of this installation.")

    @group.command("list")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON: a list of objects.")
    def list_all(as_json: bool) -> None:
        """Show every community with its id, code, name and number of people."""
        rows = [_row(opened, place) for place in opened.communities.every()]
        if as_json:
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            code = spoken_code(str(row["code"]))
            click.echo(
                f"{row['id']}  {code}  {row['name']}{' (demo)' if row['demo'] else ''}  {row['members']}"
            )

    return group


def _row(opened: Container, place: Place) -> dict[str, str | int | bool | None]:
    state = opened.ledger.state(place.id)
    return {
        "id": place.id,
        "slug": place.slug,
        "name": community_of(state).name,
        "code": place.join_code,
        "language": community_of(state).language,
        "demo": place.demo,
        "step": community_of(state).step,
        "members": sum(not member.removed for member in state[Member].values()),
        "facts": state.seq,
    }


def _demo(opened: Container) -> click.Group:
    group = click.Group("demo", help="The demo community.")

    @group.command("reset")
    def reset() -> None:
        """Bring the demo back to how it was; what visitors did in it is gone."""
        place = opened.communities.place(demo.reset_demo(opened))
        assert place is not None
        click.echo(f"{opened.config.url}/join/{place.join_code}")

    return group


def _export(opened: Container, documents: Documents) -> click.Command:
    @click.command("export")
    @click.argument("community")
    @click.option(
        "--format",
        "kind",
        type=click.Choice(documents.formats),
        default="docx",
        show_default=True,
        help="Kind of file.",
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        help="Where to write it; its own name when left out, - for stdout.",
    )
    @click.option("--draft", is_flag=True, help="The text as it is now, also when one was agreed on.")
    def export(community: str, kind: str, out: Path | None, draft: bool) -> None:
        """Write the vision of COMMUNITY (its id, slug, code or name) to a file."""
        place = opened.communities.by_any_name(community)
        if place is None:
            raise click.ClickException(
                f"There is no community {community!r}. See: flask --app app community list"
            )
        try:
            file = documents.make(place.id, kind, draft=draft)
        except DomainError as error:
            raise click.ClickException(message_of(error, "en")) from None
        if out is not None and str(out) == "-":
            sys.stdout.buffer.write(file.data)
            return
        target = out or Path(file.name)
        target.write_bytes(file.data)
        click.echo(str(target))

    return export


def _migrate(opened: Container) -> click.Command:
    @click.command("migrate")
    def bring_up_to_date() -> None:
        """Bring the database up to date. Starting the server does so as well."""
        migrate(opened.db, METADATA)
        click.echo(f"Up to date: {opened.db.engine.url.render_as_string(hide_password=True)}")

    return bring_up_to_date


def _version() -> click.Command:
    @click.command("version")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON: an object with the version.")
    def version(as_json: bool) -> None:
        """Say which release of Minidorp this is."""
        click.echo(json.dumps({"version": VERSION}) if as_json else NAME_AND_VERSION)

    return version


def register(app: App, container: Container, documents: Documents) -> None:
    """Put all commands on the application.

    Args:
        app: the Flask application.
        container: the running program.
        documents: makes the files that people take out.
    """
    commands = (
        _facilitator(container),
        _community(container),
        _demo(container),
        _export(container, documents),
        _migrate(container),
    )
    for command in (*commands, language_commands, _version()):
        app.cli.add_command(command)


def _say_who_reaches_it(config: Config) -> None:
    """Say which devices can open the address, and how more of them can."""
    if config.public_url:
        return
    if not config.on_every_network:
        if is_loopback(config.listen):
            click.echo("  Only this computer can open that address. To let phones in: make run LAN=1\n")
        return
    found = lan_addresses()
    if not found:
        click.echo("  This computer is on no network that phones could be on. Connect it, and start again.\n")
        return
    if not config.lan:
        click.echo(f"  For phones on the same network: http://{found[0]}:{config.port}")
    if found[1:]:
        others = ", ".join(f"http://{address}:{config.port}" for address in found[1:])
        click.echo(f"  This computer has other addresses too, if phones cannot open that one: {others}")
    click.echo(
        "  Anybody on this network can open it. A firewall may ask whether that is allowed: say yes.\n"
    )


def welcome(container: Container) -> None:
    """Say in the terminal how to get in; make the demo at the first start."""
    url = container.config.url
    click.echo(f"\nMinidorp runs on {url}\n")
    _say_who_reaches_it(container.config)
    if accounts.any_account(container.db):
        click.echo(f"  Sign in:                       {url}/signin")
    else:
        # Before anything that takes time: whoever reads along finds the link at once.
        click.echo("  You are the first. This link makes your account, once:")
        click.echo(f"  {url}/first/{accounts.first_link(container.db)}\n")
    sys.stdout.flush()
    if container.config.demo:
        if container.communities.demo() is None:
            demo.build_demo(container)
        place = container.communities.demo()
        code = spoken_code(place.join_code) if place else ""
        click.echo(f"  Look around in the demo:       {url}/demo   (code {code})")
    click.echo("\n  Stop with Ctrl-C.\n")
    sys.stdout.flush()
