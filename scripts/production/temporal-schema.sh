#!/bin/sh
# Makes or updates the two databases of the Temporal server. Safe to run again, also after an upgrade of the server:
# since 1.31 the tool leaves a database that exists, and a schema that is newer, as they are. (Older tools do not.)
# Connection: SQL_HOST SQL_PORT SQL_USER SQL_PASSWORD; the tool: SQL_TOOL (default: as in the admin-tools image).
set -eu
export SQL_PLUGIN="${SQL_PLUGIN:-postgres12}"

bring_up_to_date() {
  for step in "create" "setup-schema -v 0.0" "update-schema --schema-name $2"; do
    # The steps are words for the tool, so they are split on purpose.
    # shellcheck disable=SC2086
    "${SQL_TOOL:-temporal-sql-tool}" --db "$1" $step
  done
}

bring_up_to_date temporal postgresql/v12/temporal
bring_up_to_date temporal_visibility postgresql/v12/visibility
