"""Under CI=true a test that is skipped is a test that failed; elsewhere it is skipped with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
TESTS = """
import pytest
def test_runs(): pass
def test_skips(): pytest.skip("no browser here")
@pytest.mark.xfail(strict=True)
def test_fails_as_expected(): assert False
"""


@pytest.mark.parametrize(("ci", "outcome"), [("", {"skipped": 1}), ("true", {"failed": 1})])
def test_a_skip(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: dict[str, int]
) -> None:
    monkeypatch.setenv("CI", ci)
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test_inner=TESTS)
    result = pytester.runpytest("-ra", "-p", "no:cacheprovider", "-p", "no:xdist")
    result.assert_outcomes(passed=1, xfailed=1, **outcome)
    result.stdout.fnmatch_lines(["*no browser here*"])


def test_a_skipped_file(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test_inner='import pytest\npytest.importorskip("there_is_no_such_module")')
    assert pytester.runpytest("-ra", "-p", "no:cacheprovider", "-p", "no:xdist").ret != 0
