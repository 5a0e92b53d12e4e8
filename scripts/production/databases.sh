#!/bin/sh
# Runs once, when PostgreSQL's own folder is new: a role for Temporal that may make its databases, and ours with its database.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
  -v temporal_password="$TEMPORAL_DB_PASSWORD" -v aarshjul_password="$AARSHJUL_DB_PASSWORD" <<'SQL'
create role temporal login createdb password :'temporal_password';
create role aarshjul login password :'aarshjul_password';
create database aarshjul owner aarshjul encoding 'UTF8' template template0;
SQL
