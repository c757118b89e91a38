"""Programs of the front end that tests run in Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.server import ROOT


def bundled(source: str, folder: Path) -> Path:
    """Bundle a source under static/src into one file that Node runs; returns the file."""
    bundle = folder / f"{Path(source).stem}.mjs"
    options = ["--bundle", "--platform=node", "--format=esm", "--log-level=error", f"--outfile={bundle}"]
    subprocess.run(
        [ROOT / "node_modules/.bin/esbuild", f"static/src/{source}", *options], cwd=ROOT, check=True
    )
    return bundle
