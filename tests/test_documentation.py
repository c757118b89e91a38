"""What the documentation says is what the code does."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from workshop.catalogue import markdown
from workshop.config import Config, SettingError
from workshop.web.api import JoinCall, ReturnCall

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = {field.metadata["variable"]: field for field in fields(Config)}


def sections(text: str) -> dict[str, str]:
    """The text under each second-level heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


DOCUMENTED = sections((ROOT / "docs" / "configuration.md").read_text(encoding="utf-8"))


def test_every_setting_is_documented_in_order() -> None:
    assert list(DOCUMENTED) == list(SETTINGS)


@pytest.mark.parametrize("variable", SETTINGS)
def test_the_documented_default_is_the_default(variable: str) -> None:
    default = SETTINGS[variable].default
    said = re.search(r"Default:\s+(?:`([^`]+)`|none)", DOCUMENTED[variable])
    assert said, f"{variable}: no default"
    if isinstance(default, Path):
        default = default.relative_to(ROOT)
    expected = ("on" if default else "off") if isinstance(default, bool) else str(default)
    assert (said.group(1) or "") == expected


def test_every_setting_is_used() -> None:
    sources = [*(ROOT / "workshop").rglob("*.py"), ROOT / "app.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [name for name in (field.name for field in SETTINGS.values()) if f".{name}" not in code] == []


def test_no_setting_is_read_elsewhere() -> None:
    elsewhere = [path for path in (ROOT / "workshop").rglob("*.py") if path.name != "config.py"]
    for path in [*elsewhere, ROOT / "app.py"]:
        assert not re.search(r"os\.environ|getenv", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MINIDORP_PORT", "eighty"),
        ("MINIDORP_PORT", "-1"),
        ("MINIDORP_PORT", "65536"),
        ("MINIDORP_DEMO", "perhaps"),
        ("MINIDORP_SQLITE_SYNCHRONOUS", "SOMETIMES"),
        ("MINIDORP_DEFAULT_LANGUAGE", "xx"),
        ("MINIDORP_MAX_COMMAND_BYTES", "10"),
        ("MINIDORP_RATE_JOIN", "often"),
    ],
)
def test_an_impossible_value_is_refused_by_name(variable: str, value: str) -> None:
    with pytest.raises(SettingError, match=variable):
        Config.from_environment({variable: value})


def test_settings_are_read_with_their_types() -> None:
    given = {
        "MINIDORP_PORT": "8080",
        "MINIDORP_DEMO": "off",
        "MINIDORP_SQLITE_SYNCHRONOUS": "normal",
        "MINIDORP_PUBLIC_URL": "https://dorp.example.org/",
        "MINIDORP_HOST": "",
    }
    config = Config.from_environment(given)
    assert (config.port, config.demo, config.sqlite_synchronous) == (8080, False, "NORMAL")
    assert config.url == "https://dorp.example.org"
    assert config.host == "127.0.0.1"


def test_on_a_network_the_links_have_the_address_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.config.lan_addresses", lambda: ["192.168.1.20", "10.0.0.4"])
    config = Config.from_environment({"MINIDORP_LAN": "1", "MINIDORP_HOST": "127.0.0.1"})
    assert (config.listen, config.url, config.local_url) == (
        "0.0.0.0",
        "http://192.168.1.20:5000",
        "http://127.0.0.1:5000",
    )
    chosen = Config(lan=True, host="10.0.0.4")
    assert (chosen.listen, chosen.url) == ("10.0.0.4", "http://10.0.0.4:5000")
    told = Config(lan=True, public_url="https://dorp.example.org")
    assert (told.listen, told.url) == ("0.0.0.0", "https://dorp.example.org")
    assert Config().listen == "127.0.0.1" and Config().url == "http://127.0.0.1:5000"


def test_cookies_for_https_only_would_let_nobody_in_on_a_network() -> None:
    given = {"MINIDORP_LAN": "on", "MINIDORP_SECURE_COOKIES": "on"}
    with pytest.raises(SettingError, match="MINIDORP_SECURE_COOKIES"):
        Config.from_environment(given)
    with pytest.raises(SettingError, match="MINIDORP_SECURE_COOKIES"):
        Config.from_environment({**given, "MINIDORP_PUBLIC_URL": "http://192.168.1.20:5000"})
    assert Config.from_environment({**given, "MINIDORP_PUBLIC_URL": "https://dorp.example.org"}).lan


def test_a_postgres_address_gets_its_driver() -> None:
    assert Config(database_url="postgres://u:p@h/n").database == "postgresql+psycopg://u:p@h/n"
    assert Config(database_url="sqlite:////tmp/x").database == "sqlite:////tmp/x"


def test_the_signing_key_is_made_once(tmp_path: Path) -> None:
    first = Config(instance=tmp_path / "a").secret()
    assert len(first) > 40
    assert Config(instance=tmp_path / "a").secret() == first
    assert Config(instance=tmp_path / "b").secret() != first
    assert (tmp_path / "a" / "secret").stat().st_mode & 0o077 == 0
    assert Config(instance=tmp_path / "a", secret_key="given").secret() == "given"


def test_every_requirement_is_pinned_with_a_reason() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert re.fullmatch(r"[\w.\-\[\]]+==[\w.]+\s+# .{5,}", line), line


def test_every_front_end_package_is_pinned_with_a_reason() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert f"`{name}`" in reasons, name


PROTOCOL = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")


def test_the_protocol_ends_with_the_catalogue() -> None:
    assert PROTOCOL.endswith(markdown()), "run: python -m workshop.catalogue protocol"


def test_the_protocol_names_every_field_of_the_calls() -> None:
    calls = PROTOCOL.split("## Calls over HTTP")[1].split("## The socket")[0]
    for call in (JoinCall, ReturnCall):
        for field in call.__struct_fields__:
            assert f"`{field}`" in calls, field


def test_the_protocol_names_every_event_that_the_server_sends() -> None:
    sources = "\n".join(
        p.read_text(encoding="utf-8")
        for folder in ("live", "vision")
        for p in sorted((ROOT / "workshop" / folder).glob("*.py"))
    )
    sent = set(re.findall(r'(?:Frame\.of|\._send)\(\s*"(\w+)"', sources))
    assert {"facts", "presence", "gone", "vision", "cursor"} == sent
    for event in sent:
        assert f"| `{event}` |" in PROTOCOL


def test_the_architecture_lists_every_module_and_no_other() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([\w./]+)` \|", text, flags=re.MULTILINE))
    modules = {
        f"workshop.{path.stem}"
        for path in (ROOT / "workshop").iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists()
    }
    rooms = {f"static/src/{path.name}" for path in (ROOT / "static" / "src").iterdir() if path.is_dir()}
    assert listed == modules | (rooms - {"static/src/generated"}) | {"app", "phases", "exports"}
