#!/bin/sh
# make micro: makes sure of what microbenchmarks need, runs them, draws their figures. The exit status is theirs.
#   micro.sh [OPTION...] [-- JMH'S OPTION...]    the options of boardbench micro
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
"$root/bench/setup/doctor.sh" jdk maven || exit 2

results=$root/results
folder=
previous=
for word; do
  case $previous in
    --out) folder=$word ;;
    --results) results=$word ;;
  esac
  [ "$word" = -- ] && break
  previous=$word
done

"$root/bench/boardbench" micro "$@"
status=$?
# 0 and 1 have results to draw; anything else started nothing, or was interrupted.
if [ $status -le 1 ]; then
  # The newest is the last: the shell sorts by name, and names by time.
  for made in "$results"/micro-*; do newest=$made; done
  if [ -s "${folder:-$newest}/micro.json" ]; then
    "$root/bench/boardbench" report "${folder:-$newest}" || [ $status -ne 0 ] || status=1
  fi
fi
exit $status
