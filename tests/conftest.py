"""What tests share: an application in this process, a real server in another, and the rule on skips."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.server import Server
from workshop.config import Config
from workshop.i18n import compile_catalogues

Report = pytest.TestReport | pytest.CollectReport
Making = Generator[None, pytest.TestReport, pytest.TestReport]
Collecting = Generator[None, pytest.CollectReport, pytest.CollectReport]


def pytest_configure(config: pytest.Config) -> None:
    """The catalogues that the pages read are compiled once, before any worker starts."""
    if not hasattr(config, "workerinput"):
        compile_catalogues()


def _strict(report: Report, what: str) -> None:
    """Under CI=true a skipped test is a failed one: nothing may be left out in silence."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"{what} was skipped, which CI=true does not allow: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Making:
    report = yield
    _strict(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Collecting:
    report = yield
    _strict(report, collector.nodeid)
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server that the tests of one worker share. Make a community of your own in it;
    a test that kills or restarts makes its own `Server`."""
    with Server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Settings of an application with a database of its own."""
    return Config(instance=tmp_path / "instance", demo=False, secret_key="only-for-tests", port=0)


@pytest.fixture
def app(config: Config) -> Flask:
    """An application in this process, with an empty database."""
    from app import create_app

    made = create_app(config)
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without a screen, for the application in this process."""
    return app.test_client()
