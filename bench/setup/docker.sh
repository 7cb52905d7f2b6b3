#!/bin/sh
# make docker-start and make docker-stop, which alone start and end a daemon: makes sure that a Docker engine answers where
# the client looks (DOCKER_HOST, its context, or the usual socket).
#   docker.sh start    nothing when one answers; else, as root, starts dockerd, from Debian's docker.io where it is missing
#   docker.sh stop     ends the engine that start started, with its containers; nothing when it started none
#   BOARDBENCH_DOCKERD_ARGS="--data-root ... --exec-root ... --pidfile ..."    for an engine beside another;
#       without --bridge none, which would take the network docker0 from that one
set -u

setup=$(cd "$(dirname "$0")" && pwd)
state=$setup/../../.tools/docker
# shellcheck source=bench/setup/apt.sh
. "$setup/apt.sh"

refuse() {
  echo "docker.sh: $*" >&2
  exit 2
}

# The engine's version; fails when none answers.
engine() { docker version --format '{{.Server.Version}}' 2>/dev/null; }

# When process $1 started, in ticks since boot: a number that comes twice is another process's.
start_time() { cut -d ' ' -f 22 "/proc/$1/stat" 2>/dev/null; }

# Whether the engine that start started is still there; sets $pid.
started() {
  [ -r "$state/engine" ] && read -r pid since <"$state/engine" && [ -n "$since" ] && [ "$(start_time "$pid")" = "$since" ]
}

# within SECONDS COMMAND: until it succeeds.
within() {
  tries=$(($1 * 5))
  shift
  until "$@"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || return 1
    sleep 0.2
  done
}

answers_or_has_ended() { engine >/dev/null || ! started; }
has_ended() { ! started; }

# The last line of dockerd's log; when dockerd gave up, its reason, which may have more lines.
why() {
  sed -n '/^failed to start/,$p' "$state/dockerd.log" | tr '\n' ' ' | grep . || tail -n 1 "$state/dockerd.log"
}

start() {
  engine >/dev/null && return
  reason=$(docker version 2>&1 >/dev/null | tail -n 1)
  host=${DOCKER_HOST:-unix:///var/run/docker.sock}
  case $host in
    unix://*) ;;
    *) refuse "no engine answers at DOCKER_HOST=$host: start it there, or unset DOCKER_HOST" ;;
  esac
  if started; then refuse "the engine that was started here does not answer at $host: end it by make docker-stop"; fi
  if [ "$(uname)" != Linux ] || [ "$(id -u)" != 0 ]; then
    refuse "no engine answers at $host${reason:+ ($reason)}: start one, or run this as root on Debian"
  fi
  if ! command -v docker >/dev/null || ! command -v dockerd >/dev/null; then
    install_packages "servers in containers" docker.io && disable_service docker.service docker.socket containerd.service
  fi
  if ! command -v docker >/dev/null || ! command -v dockerd >/dev/null; then
    refuse "docker and dockerd are missing: install Docker (Debian: apt-get install docker.io)"
  fi
  echo "Starting dockerd, which stays until make docker-stop; it keeps what it has in /var/lib/docker, or where BOARDBENCH_DOCKERD_ARGS says" >&2
  # In a session of its own, so that Ctrl-C does not reach it. Word splitting of the arguments is meant.
  # shellcheck disable=SC2086
  setsid dockerd --host "$host" ${BOARDBENCH_DOCKERD_ARGS:-} >"$state/dockerd.log" 2>&1 </dev/null 9>&- &
  echo "$! $(start_time $!)" >"$state/engine"
  if ! within 60 answers_or_has_ended || ! engine >/dev/null; then
    stop
    refuse "dockerd does not run here: $(why)"
  fi
  echo "Started Docker engine $(engine) at $host; make docker-stop ends it"
}

stop() {
  if started; then
    # It ends its containerd and its containers first.
    kill "$pid"
    within 60 has_ended || refuse "dockerd, process $pid, does not end"
  fi
  rm -f "$state/engine"
}

case ${1:-} in
  start | stop)
    mkdir -p "$state"
    # One at a time. Where there is no flock, as on macOS, nothing is started either.
    exec 9>"$state/lock"
    if command -v flock >/dev/null; then flock 9; fi
    "$1"
    ;;
  *) refuse "must be start or stop, was \"${1:-}\"" ;;
esac
