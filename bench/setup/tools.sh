#!/bin/sh
# Makes sure of the programs that servers need on this machine, as their target.yaml and targets/tools.yaml say: runs a tool's
# own script, or as root installs Debian's packages of one that is missing. A line each for those that are missing after
# that, or too old: servers that need one are skipped.
#   tools.sh doctor            of all servers
#   tools.sh run OPTION...     of those that boardbench run would start with these options; or felt
#   BOARDBENCH_SETUP=no        installs no packages
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=bench/setup/apt.sh
. "$root/bench/setup/apt.sh"
# shellcheck source=bench/setup/versions.sh
. "$root/bench/setup/versions.sh"
tab=$(printf '\t')

needs() { "$root/bench/boardbench" "$@" --needs; }

# Whether apt would install version $2 or newer of package $1; it may not know before its first update.
has_candidate() {
  candidate=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*:\)*\([0-9.]*\).*/\2/p')
  [ -z "$candidate" ] || is_at_least "$2" "$candidate"
}

listed=$(needs "$@") || exit 2
lacking=false
while IFS=$tab read -r name oldest found setup packages users problem <&3; do
  [ "$problem" = - ] || lacking=true
  if [ -n "$name" ] && [ "$setup" != - ]; then
    "$setup" || lacking=true
  elif [ "$found" = - ] && [ "$packages" != - ] && has_candidate "${packages%% *}" "$oldest"; then
    # Word splitting of the packages is meant. What is still missing is said below.
    # shellcheck disable=SC2086
    install_packages "$users" $packages || :
  fi
done 3<<END
$listed
END
if $lacking; then needs "$@" | cut -f 7 | grep -v '^-$' >&2 || :; fi
