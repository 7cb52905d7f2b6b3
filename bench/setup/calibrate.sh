#!/bin/sh
# make calibrate: makes sure of what a calibration needs, runs it, draws its figures. The exit status is the calibration's.
#   calibrate.sh [OPTION...]    the options of boardbench calibrate
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
  previous=$word
done

"$root/bench/boardbench" calibrate "$@"
status=$?
# 0 and 1 have results to draw; anything else started nothing, or was interrupted.
if [ $status -le 1 ]; then
  # The newest is the last: the shell sorts by name, and names by time.
  for made in "$results"/calibration-*; do newest=$made; done
  "$root/bench/boardbench" report "${folder:-$newest}" || [ $status -ne 0 ] || status=1
fi
exit $status
