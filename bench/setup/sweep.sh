#!/bin/sh
# make quick, make bench and make felt: makes sure of what the run needs, runs it, draws its figures. The exit status is the run's.
#   sweep.sh [EXPERIMENT.yaml] [OPTION...]  the options of boardbench run; a run that goes on has its plan in its folder
#   SWEEP_COMMAND=felt                      or of another command that runs an experiment
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
command=${SWEEP_COMMAND:-run}
launcher=$(sed -n 's/^launcher: *\([a-z]*\).*/\1/p' "$1" 2>/dev/null)
profile=$(sed -n 's/^profile: *\([0-9]*\).*/\1/p' "$1" 2>/dev/null)
folder=
results=$root/results
previous=
for word; do
  case $previous in
    --launcher) launcher=$word ;;
    --profile) profile=$word ;;
    --resume | --out) folder=$word ;;
    --results) results=$word ;;
  esac
  case $word in
    --launcher=*) launcher=${word#*=} ;;
    --profile=*) profile=${word#*=} ;;
    --resume=* | --out=*) folder=${word#*=} ;;
    --results=*) results=${word#*=} ;;
  esac
  previous=$word
done
needs="jdk maven"
if [ "$launcher" = docker ]; then needs="$needs docker"; fi

# Word splitting of the names is meant.
# shellcheck disable=SC2086
"$root/bench/setup/doctor.sh" $needs || exit 2
"$root/bench/setup/tools.sh" "$command" "$@" || exit 2
if [ -n "$profile" ]; then
  "$root/bench/setup/py-spy.sh" >/dev/null || echo 'py-spy cannot be installed: servers in Python are not profiled' >&2
fi

newest() { ls -t "$results"/*/run.json 2>/dev/null | head -n 1; }
before=$(newest)

# shellcheck source=bench/setup/forward.sh
. "$root/bench/setup/forward.sh"
run "$root/bench/boardbench" "$command" "$@"
status=$?
# 0, 1 and 3 have results to draw, unless all servers lacked a tool; anything else started nothing, or was interrupted.
if [ -z "$folder" ] && [ "$(newest)" = "$before" ]; then
  :
elif [ $status -le 1 ] || [ $status -eq 3 ]; then
  "$root/bench/boardbench" report --results "$results" ${folder:+"$folder"} || [ $status -ne 0 ] || status=1
fi
end_make
exit $status
