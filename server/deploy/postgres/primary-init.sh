#!/bin/sh
# Runs once, on an empty primary. The superuser stays inside the container; the two logins made here are
# the ones that come over the network. The application's login is made by the migrate job.
set -eu
: "${PAYUNG_OWNER_PASSWORD:?}" "${PAYUNG_REPLICATION_PASSWORD:?}"

# \getenv keeps the passwords out of the process list.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv owner_password PAYUNG_OWNER_PASSWORD
\getenv replication_password PAYUNG_REPLICATION_PASSWORD
\set database `echo "$POSTGRES_DB"`
-- makes the roles of the registry and owns the database; the tables belong to payung_owner, with which nobody signs in
create role payung_deploy login createrole password :'owner_password';
create role payung_replication login replication password :'replication_password';
alter database :"database" owner to payung_deploy;
alter schema public owner to payung_deploy;
revoke connect, temporary on database :"database" from public;
SQL

# `all` in pg_hba.conf does not cover replication connections.
echo 'host replication payung_replication samenet scram-sha-256' >> "$PGDATA/pg_hba.conf"
