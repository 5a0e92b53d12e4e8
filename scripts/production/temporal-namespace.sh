#!/bin/sh
# Waits for the Temporal server and makes our namespace, with closed runs kept for a year. Safe to run again.
# TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE say where.
set -eu
namespace=${TEMPORAL_NAMESPACE:-aarshjul}
tries=0
until temporal operator cluster health >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ "$tries" -ge 60 ]; then
    echo "No Temporal server answered on ${TEMPORAL_ADDRESS:-127.0.0.1:7233} within two minutes." >&2
    exit 1
  fi
  sleep 2
done
temporal operator namespace describe -n "$namespace" >/dev/null 2>&1 ||
  temporal operator namespace create -n "$namespace" --retention 365d
