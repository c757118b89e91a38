#!/bin/sh
# Makes the virtual environment $1 with the first Python of at least 3.11 that is found.
set -eu
venv=$1
if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        if "$python" -m venv "$venv"; then
            exit 0
        fi
        echo "This Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2
        exit 1
    fi
done
echo "Minidorp needs Python 3.11 or newer; none was found." >&2
exit 1
