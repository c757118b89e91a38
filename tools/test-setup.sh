#!/bin/sh
# Installs with apt what the browser, Word and PostgreSQL tests need and this machine lacks. Where that
# cannot be done, it says so, and those tests are skipped (a failure under CI=true).
set -eu
missing=""
has() { command -v "$1" >/dev/null 2>&1; }
has chromium || has chromium-browser || has google-chrome || missing="$missing chromium"
has soffice || missing="$missing libreoffice-writer"
has pdftoppm || missing="$missing poppler-utils"
has fc-list || missing="$missing fontconfig"
if ! has fc-list || ! fc-list 2>/dev/null | grep -qi noto; then
    missing="$missing fonts-noto-core fonts-dejavu-core"
fi
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || has initdb || missing="$missing postgresql"
[ -n "$missing" ] || exit 0
if has apt-get && [ "$(id -u)" = 0 ]; then
    echo "Installing for the tests:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
fi
echo "Not on this machine, so the tests that need them are skipped:$missing" >&2
