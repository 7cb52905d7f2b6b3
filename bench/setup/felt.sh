#!/bin/sh
# make felt: makes sure of what the run needs, Chromium included, and goes on as make bench does. The exit status is the run's.
#   felt.sh EXPERIMENT.yaml [OPTION...]    the options of boardbench felt
set -u

setup=$(cd "$(dirname "$0")" && pwd)
"$setup/doctor.sh" jdk maven || exit 2
"$setup/chromium.sh" || exit 2
SWEEP_COMMAND=felt exec "$setup/sweep.sh" "$@"
