#!/bin/sh
# Copies the primary once, then follows it. The copy is moved into place only when it is whole, so a
# container killed halfway starts the copy again instead of running on a torn one.
set -eu
: "${PGDATA:?}" "${PRIMARY_HOST:?}" "${PRIMARY_PORT:=5432}" "${PAYUNG_REPLICATION_PASSWORD:?}"

incoming="$PGDATA.incoming"
passfile="$(dirname "$PGDATA")/replication.pgpass"

# Written at every start, so that a changed password needs only a restart.
mkdir -p "$(dirname "$PGDATA")"
(umask 077; printf '%s:%s:*:payung_replication:%s\n' "$PRIMARY_HOST" "$PRIMARY_PORT" "$PAYUNG_REPLICATION_PASSWORD" > "$passfile")

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$incoming"
  pg_basebackup --wal-method=stream --checkpoint=fast --write-recovery-conf --pgdata="$incoming" \
    --dbname="host=$PRIMARY_HOST port=$PRIMARY_PORT user=payung_replication application_name=payung_replica passfile=$passfile"
  rm -rf "$PGDATA"
  mv "$incoming" "$PGDATA"
fi

exec postgres -D "$PGDATA" "$@"
