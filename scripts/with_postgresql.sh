#!/usr/bin/env bash
# Runs a command against a PostgreSQL of its own, in a temporary directory, that is gone afterwards:
#   scripts/with_postgresql.sh .venv/bin/pytest
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: $0 COMMAND..." >&2; exit 2; }

# Debian keeps the server's commands off the PATH; where initdb is only a link, its own folder has the others.
initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
initdb=${initdb:-$(command -v initdb || true)}
[ -n "$initdb" ] || { echo "PostgreSQL is not installed (Debian: apt-get install postgresql)." >&2; exit 1; }
bin=$(dirname "$(readlink -f "$initdb")")

home=$(mktemp -d /tmp/accord-postgresql.XXXXXX)
# initdb refuses root, so root lends its directory to the ordinary user of the package.
as_owner=()
if [ "$(id -u)" = 0 ]; then
    chown postgres "$home"
    as_owner=(runuser -u postgres --)
fi
server() { (cd "$home" && "${as_owner[@]}" "$bin/$@"); }

stop() {
    server pg_ctl -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$home"
}
trap stop EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# The password keeps other users of this machine out; most of the rest trades safety for speed in a database nobody
# keeps. Two connections of one process may wait for each other, which no server notices: a test then fails, not hangs.
password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
echo "$password" >"$home/password"
[ "$(id -u)" != 0 ] || chown postgres "$home/password"
port=$(free_port)
server initdb -D "$home/data" -U accord -A scram-sha-256 --pwfile="$home/password" -E UTF8 --locale=C.UTF-8 >"$home/initdb.log" 2>&1 ||
    { cat "$home/initdb.log" >&2; exit 1; }
server pg_ctl -D "$home/data" -l "$home/server.log" -w -t 60 start -o \
    "-p $port -k $home -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c lock_timeout=120s" \
    >/dev/null || { cat "$home/server.log" >&2; exit 1; }

export PGPASSWORD=$password PGHOST=127.0.0.1 PGPORT=$port PGUSER=accord
for name in accord accord_keys; do "$bin/createdb" "$name"; done
export DATABASE_URL="postgres://accord:$password@127.0.0.1:$port/accord"
export KEYS_DATABASE_URL="postgres://accord:$password@127.0.0.1:$port/accord_keys"
echo "PostgreSQL $("$bin/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -n 1) on port $port"
"$@"
