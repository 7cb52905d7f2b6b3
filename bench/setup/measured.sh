#!/bin/sh
# make calibrate, make micro and make client-share: makes sure of what the command needs, runs it, draws its figures. The exit status is the
# command's.
#   measured.sh COMMAND [OPTION...] [-- OPTION...]    one of the three, and its options
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
"$root/bench/setup/doctor.sh" jdk maven || exit 2

# The folders that a command makes are named after it, and so is the file that says that something has been measured.
case $1 in
  calibrate) kind=calibration ;;
  *) kind=$1 ;;
esac
results=$root/results
folder=
previous=
for word; do
  case $previous in
    --out) folder=$word ;;
    --results) results=$word ;;
  esac
  case $word in
    --out=*) folder=${word#*=} ;;
    --results=*) results=${word#*=} ;;
  esac
  # What follows is not the command's own.
  [ "$word" = -- ] && break
  previous=$word
done

# shellcheck source=bench/setup/forward.sh
. "$root/bench/setup/forward.sh"
run "$root/bench/boardbench" "$@"
status=$?
# 0 and 1 have results to draw; anything else started nothing, or was interrupted.
if [ $status -le 1 ]; then
  # The newest is the last: the shell sorts by name, and names by time.
  for made in "$results/$kind"-*; do newest=$made; done
  if [ -s "${folder:-$newest}/$kind.json" ]; then
    "$root/bench/boardbench" report "${folder:-$newest}" || [ $status -ne 0 ] || status=1
  fi
fi
end_make
exit $status
