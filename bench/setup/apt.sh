# shellcheck shell=sh
# Debian's packages for the scripts beside this one. To be sourced.

# install_packages USE NAME...: by apt-get, without a server that a package would start by itself. Says first what it installs,
# for what, and how to prevent it. Fails when BOARDBENCH_SETUP=no, this machine has no apt-get, this is not root, or the
# packages cannot be had; then the end of apt-get's words is on standard error.
install_packages() {
  use=$1
  shift
  case ${BOARDBENCH_SETUP:-yes} in
    yes) ;;
    no)
      echo "Not installing $* for $use, because BOARDBENCH_SETUP=no: apt-get install $*" >&2
      return 1
      ;;
    *)
      echo "BOARDBENCH_SETUP: must be yes or no, was \"$BOARDBENCH_SETUP\"" >&2
      return 1
      ;;
  esac
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  echo "Installing $* on this machine by apt-get, for $use; BOARDBENCH_SETUP=no prevents it" >&2
  # In a shell of its own, for its traps.
  (
    log=$(mktemp)
    policy=/usr/sbin/policy-rc.d
    own_policy=
    trap 'rm -f "$log" $own_policy' EXIT
    trap 'exit 1' INT TERM HUP
    # policy-rc.d is how Debian is told not to start what it installs. An existing policy stays.
    if [ ! -e "$policy" ]; then
      own_policy=$policy
      printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
    fi
    install="apt-get install --yes --no-install-recommends $*"
    DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 sh -c "$install || { apt-get update && $install; }" >"$log" 2>&1 </dev/null || {
      tail -n 3 "$log" >&2
      exit 1
    }
  )
}

# Nor may it start at the next boot.
disable_service() {
  if command -v systemctl >/dev/null; then systemctl disable --quiet "$@" >/dev/null 2>&1; fi
}
