#!/bin/sh
# Removes the containers of harnesses that live no more; those of one that runs stay. Nothing where no engine answers.
set -u

label=org.boardbench.trial

# Whether process $1 runs and started at $2, in ticks since boot.
lives() { [ "$(cut -d ' ' -f 22 "/proc/$1/stat" 2>/dev/null)" = "$2" ]; }

command -v docker >/dev/null || exit 0
docker ps --all --filter "label=$label" --format "{{.Names}} {{.Label \"$label\"}}" 2>/dev/null |
  while read -r container marker; do
    start=${marker#*:}
    lives "${marker%%:*}" "${start%-*}" || docker rm --force --volumes "$container" >/dev/null
  done
