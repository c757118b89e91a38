"""Every setting: its type, its default, and what it is for.

A setting is the environment variable in its field's metadata. `docs/configuration.md` says the same
for the administrator; a test keeps the two equal.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from limits import parse

from workshop.addresses import EVERY_ADDRESS, is_loopback, lan_addresses
from workshop.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
Synchronous = Literal["OFF", "NORMAL", "FULL", "EXTRA"]
LAST_PORT = 65_535
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class SettingError(ValueError):
    """A setting in the environment has a value that it cannot have."""


def _setting(variable: str, default: Any, least: int | None = None, most: int | None = None) -> Any:
    return field(default=default, metadata={"variable": variable, "least": least, "most": most})


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of one running Minidorp. Make it with `Config.from_environment()`."""

    host: str = _setting("MINIDORP_HOST", "127.0.0.1")
    port: int = _setting("MINIDORP_PORT", 5000, least=0, most=LAST_PORT)
    lan: bool = _setting("MINIDORP_LAN", False)
    public_url: str = _setting("MINIDORP_PUBLIC_URL", "")
    instance: Path = _setting("MINIDORP_INSTANCE", ROOT / "instance")
    database_url: str = _setting("DATABASE_URL", "")
    sqlite_synchronous: Synchronous = _setting("MINIDORP_SQLITE_SYNCHRONOUS", "FULL")
    secret_key: str = _setting("MINIDORP_SECRET_KEY", "")
    secure_cookies: bool = _setting("MINIDORP_SECURE_COOKIES", False)
    proxies: int = _setting("MINIDORP_PROXIES", 0, least=0)
    default_language: str = _setting("MINIDORP_DEFAULT_LANGUAGE", "nl")
    demo: bool = _setting("MINIDORP_DEMO", True)
    max_command_bytes: int = _setting("MINIDORP_MAX_COMMAND_BYTES", 262_144, least=4096)
    snapshot_every: int = _setting("MINIDORP_SNAPSHOT_EVERY", 500, least=10)
    commands_per_second: int = _setting("MINIDORP_COMMANDS_PER_SECOND", 30, least=1)
    rate_join: str = _setting("MINIDORP_RATE_JOIN", "120/minute")
    rate_signin: str = _setting("MINIDORP_RATE_SIGNIN", "30/15minute")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Config:
        """Read the settings.

        Args:
            environment: variables; those of the process when None. An empty one counts as not set.
        Raises:
            SettingError: a value that cannot be; the message names the variable and what it may be.
        """
        given = os.environ if environment is None else environment
        types = get_type_hints(cls)
        values = {
            one.name: _read(one, types[one.name], given[one.metadata["variable"]].strip())
            for one in fields(cls)
            if given.get(one.metadata["variable"], "").strip()
        }
        config = cls(**values)
        if config.default_language not in LANGUAGES:
            raise SettingError(f"MINIDORP_DEFAULT_LANGUAGE must be one of {', '.join(LANGUAGES)}")
        if config.lan and config.secure_cookies and not config.public_url.startswith("https://"):
            raise SettingError(
                "MINIDORP_SECURE_COOKIES must be off with MINIDORP_LAN: over http nobody could come in."
                " With https in front, say its address in MINIDORP_PUBLIC_URL."
            )
        return config

    @property
    def database(self) -> str:
        """The database's address: DATABASE_URL, or SQLite in the instance folder."""
        if not self.database_url:
            return f"sqlite:///{self.instance / 'minidorp.sqlite'}"
        for scheme in ("postgres://", "postgresql://"):
            if self.database_url.startswith(scheme):
                return "postgresql+psycopg://" + self.database_url.removeprefix(scheme)
        return self.database_url

    @property
    def listen(self) -> str:
        """The address that the server listens on."""
        return EVERY_ADDRESS[0] if self.lan and is_loopback(self.host) else self.host

    @property
    def on_every_network(self) -> bool:
        """Whether the server listens on all of this computer's networks."""
        return self.listen in EVERY_ADDRESS

    @property
    def local_url(self) -> str:
        """Where this computer itself reaches this server, without a slash at the end."""
        host = "127.0.0.1" if self.on_every_network else self.listen
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def url(self) -> str:
        """Where people reach this server, without a slash at the end."""
        found = lan_addresses() if self.lan and self.on_every_network and not self.public_url else []
        network = f"http://{found[0]}:{self.port}" if found else self.local_url
        return self.public_url.rstrip("/") or network

    def secret(self) -> str:
        """What cookies are signed with: the setting, or a key made once and kept in `instance/secret`."""
        if self.secret_key:
            return self.secret_key
        path = self.instance / "secret"
        self.instance.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii").strip()
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii").strip()


def _read(one: Field[Any], kind: Any, text: str) -> Any:
    """One setting's value from the text of its variable."""
    variable, least, most = (one.metadata[key] for key in ("variable", "least", "most"))
    if kind is bool:
        if text.lower() not in YES + NO:
            raise SettingError(f"{variable} must be on or off, not {text!r}")
        return text.lower() in YES
    if kind is int:
        if not text.isascii() or not text.isdigit() or int(text) < least:
            raise SettingError(f"{variable} must be a whole number of at least {least}, not {text!r}")
        if most is not None and int(text) > most:
            raise SettingError(f"{variable} must be at most {most}, not {text!r}")
        return int(text)
    if kind is Synchronous:
        if text.upper() not in get_args(Synchronous):
            raise SettingError(f"{variable} must be one of {', '.join(get_args(Synchronous))}, not {text!r}")
        return text.upper()
    if one.name.startswith("rate_"):
        try:
            parse(text)
        except ValueError as error:
            raise SettingError(f"{variable} must be like 240/minute or 20/15minute, not {text!r}") from error
    return Path(text).resolve() if kind is Path else text
