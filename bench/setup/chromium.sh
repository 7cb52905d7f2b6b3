#!/bin/sh
# Makes sure of a Chromium for the commands that have a whiteboard in a browser: as root installs Debian's when there is none. Says
# what to do, and fails, when there is none after that. BOARDBENCH_CHROMIUM names one that is somewhere else.
#   BOARDBENCH_SETUP=no    installs no packages
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=bench/setup/apt.sh
. "$root/bench/setup/apt.sh"

found() {
  [ -n "${BOARDBENCH_CHROMIUM:-}" ] && return
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then return; fi
  done
  return 1
}

found || install_packages "a whiteboard in a browser" chromium || :
# Whether it is new enough, the program itself says.
found || "$root/bench/setup/doctor.sh" chromium
