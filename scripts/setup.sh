#!/usr/bin/env bash
# Makes .venv exactly as requirements.lock says. Quick when nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

UV_VERSION=0.13.9
PYTHON=${PYTHON:-python3}

# What the system must bring: Python with venv, and the libraries that set documents as PDF.
DEBIAN="python3 python3-venv make libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FEDORA="python3 make pango harfbuzz"
MACOS="python make pango"

missing() {
    "$PYTHON" - <<'PY' 2>/dev/null || echo "Python 3.11 or newer (found: $("$PYTHON" --version 2>&1 || true))"
import sys
sys.exit(sys.version_info < (3, 11))
PY
    "$PYTHON" -c "import ensurepip, venv" 2>/dev/null || echo "Python's venv module"
    "$PYTHON" - <<'PY' 2>/dev/null || true
import sys
from ctypes.util import find_library
for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"):
    versioned = name.replace("-1.0", "") if sys.platform == "darwin" else name
    if not (find_library(name) or find_library(versioned)):
        print(f"the library {name}")
PY
}

command_for_this_system() {
    if command -v apt-get >/dev/null; then
        echo "$([ "$(id -u)" = 0 ] || echo "sudo ")apt-get install -y $DEBIAN"
    elif command -v dnf >/dev/null; then
        echo "sudo dnf install -y $FEDORA"
    elif command -v brew >/dev/null; then
        echo "brew install $MACOS"
    else
        echo "your package manager, for: $DEBIAN (names as in Debian)"
    fi
}

check_system() {
    local lacks
    lacks=$(missing)
    [ -n "$lacks" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing what this system lacks: $(echo "$lacks" | paste -sd, -)"
        apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $DEBIAN >/dev/null
        lacks=$(missing)
        [ -n "$lacks" ] || return 0
    fi
    printf 'This system lacks:\n%s\nInstall it with:\n    %s\n' "$lacks" "$(command_for_this_system)" >&2
    exit 1
}

stamp() {
    echo "uv $UV_VERSION $(.venv/bin/python --version 2>&1) $(cksum <requirements.lock)"
}

make_environment() {
    if [ -x .venv/bin/python ] && [ "$(cat .venv/accord-stamp 2>/dev/null)" = "$(stamp)" ]; then return 0; fi
    check_system
    [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
    echo "Installing the locked packages into .venv"
    .venv/bin/python -m pip install -q --disable-pip-version-check "uv==$UV_VERSION"
    # uv is quick, but a mirror that is set up for pip alone is known to pip alone.
    .venv/bin/uv pip install -q --system-certs --python .venv/bin/python --require-hashes -r requirements.lock ||
        .venv/bin/python -m pip install -q --require-hashes -r requirements.lock
    stamp >.venv/accord-stamp
}

make_environment
# The stylesheet and the subset fonts; at once when nothing changed.
.venv/bin/python scripts/build_assets.py
