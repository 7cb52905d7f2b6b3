#!/bin/sh
# Runs a command in WORKERS processes, which share a port, until SIGTERM: replaces one that dies, and ends them all with status 1
# when one cannot start, as the next one would fare no better.
#   WORKERS=2 workers.sh java -jar server.jar
set -u

# What Spring Boot exits with when the application cannot be started; it ends by itself with no other.
cannot_start=1

# Runs "$@" again and again; fails when it cannot start.
supervise() {
  stopping=
  worker=
  trap 'stopping=yes; if [ -n "$worker" ]; then kill "$worker"; fi' TERM
  while [ -z "$stopping" ]; do
    "$@" &
    worker=$!
    wait "$worker"
    status=$?
    if [ -n "$stopping" ]; then break; fi
    echo "worker $worker died: $status" >&2
    if [ $status -eq $cannot_start ]; then return 1; fi
    sleep 1
  done
  wait "$worker"
  return 0
}

status=0
stop() {
  trap : TERM INT USR1
  # Word splitting of the numbers is meant.
  # shellcheck disable=SC2086
  kill $supervisors 2>/dev/null
}
trap stop TERM INT
trap 'status=1; stop' USR1

supervisors=
started=0
while [ $started -lt "${WORKERS:-1}" ]; do
  (supervise "$@" || kill -USR1 $$) &
  supervisors="$supervisors $!"
  started=$((started + 1))
done
# A signal interrupts a wait, so each is waited for until it is gone.
for supervisor in $supervisors; do
  while kill -0 "$supervisor" 2>/dev/null; do wait "$supervisor"; done
done
exit $status
