#!/bin/sh
# What Boardbench needs on this machine, what is there, and how to get what is missing.
#   doctor.sh            a line for every need; exit status 1 when one is missing
#   doctor.sh NEED...    these only (jdk maven setsid python cc taskset docker chromium), and only a line for each that is missing
# What the servers need stands with them, in targets/; the harness reads that, once it can be built.
set -u

setup=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=bench/setup/versions.sh
. "$setup/versions.sh"
if [ $# -eq 0 ]; then verbose=true; else verbose=false; fi
status=0

# The first thing in the standard output of "$@" that looks like a version; nothing when the command fails. Without the
# options of somebody's own that change what a program prints, or whether it starts.
version_of() {
  output=$(
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS MAVEN_ARGS PYTHONPATH PYTHONHOME LD_PRELOAD
    "$@" 2>/dev/null </dev/null
  ) || return 0
  printf '%s\n' "$output" | grep -Eo '[0-9]+(\.[0-9]+)+' | head -n 1
}

# need NAME OLDEST FOUND USE REMEDY: one line about one need.
need() {
  if [ -n "$3" ] && is_at_least "$2" "$3"; then
    if $verbose; then printf 'ok       %-8s %-10s for %s\n' "$1" "$3" "$4"; fi
    return
  fi
  status=1
  problem="$1: $2 or newer is needed for $4, found ${3:-none}: $5"
  if $verbose; then printf 'MISSING  %s\n' "$problem"; else printf '%s\n' "$problem" >&2; fi
}

# offer NAME FOUND USE REMEDY: one line about something that not everybody needs.
offer() {
  if [ -n "$2" ]; then
    printf 'ok       %-8s %-10s for %s (optional)\n' "$1" "$2" "$3"
  else
    printf 'optional %-8s %-10s for %s: %s\n' "$1" none "$3" "$4"
  fi
}

docker_remedy="install and start Docker, or as root on Debian: make docker-start"

check() {
  case $1 in
    jdk)
      if home=$("$setup/find-jdk.sh" 2>/dev/null); then found=$(version_of "$home/bin/javac" -version); else found=; fi
      # A first release is "javac 25", without a dot.
      if [ -n "$home" ] && [ -z "$found" ]; then found=$("$home/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'); fi
      need jdk 25 "$found" "the harness" \
        "install one, e.g. Eclipse Temurin from https://adoptium.net, or set JAVA_HOME"
      ;;
    maven) need maven 3.6 "$(version_of mvn --version)" "building the harness" "install Apache Maven (Debian: apt-get install maven)" ;;
    setsid)
      # Of util-linux; macOS has none, and there Ctrl-C reaches the servers at the same time as the harness.
      if [ "$(uname)" = Linux ]; then
        need setsid 2 "$(version_of setsid --version)" "ending servers in order" "install util-linux (Debian: apt-get install util-linux)"
      fi
      ;;
    # For make metrics alone.
    python) need python 3 "$(version_of python3 --version)" "make metrics" "install Python (Debian: apt-get install python3)" ;;
    # These two for make bench-driver alone.
    cc) need cc 4 "$(version_of cc --version)" "the C client" "install one (Debian: apt-get install gcc libc6-dev)" ;;
    taskset)
      need taskset 2 "$(version_of taskset --version)" "pinning" "install util-linux, on Linux (Debian: apt-get install util-linux)"
      ;;
    # For a whiteboard in a browser alone.
    chromium)
      need chromium 140 "$(version_of chromium --version)" "a whiteboard in a browser" \
        "install Chromium (Debian: apt-get install chromium), or name its program by BOARDBENCH_CHROMIUM"
      ;;
    # For targets in containers alone. The client and the engine must both be there for this.
    docker) need docker 20.10 "$(version_of docker version --format '{{.Server.Version}}')" "servers in containers" "$docker_remedy" ;;
    *)
      echo "doctor.sh: unknown need: $1" >&2
      exit 2
      ;;
  esac
}

if $verbose; then set -- jdk maven setsid; fi
for name in "$@"; do check "$name"; done
if $verbose; then
  if [ $status -eq 0 ]; then
    "$setup/../boardbench" doctor || status=$?
  else
    echo "What the servers need, the harness says once it can be built"
  fi
  offer taskset "$(version_of taskset --version)" "pinning driver and servers to cores" \
    "install util-linux, on Linux (Debian: apt-get install util-linux)"
  offer chromium "$(version_of "${BOARDBENCH_CHROMIUM:-chromium}" --version)" "make felt" \
    "make felt gets it as root on Debian (apt-get install chromium)"
  offer docker "$(version_of docker --version)" "servers in containers" "$docker_remedy"
  offer engine "$(version_of docker version --format '{{.Server.Version}}')" "running them" "$docker_remedy"
  # Debian's does not tell its version.
  metrics=$(version_of victoria-metrics --version)
  if [ -z "$metrics" ] && command -v victoria-metrics >/dev/null; then metrics=there; fi
  offer metrics "$metrics" "collecting live metrics" "make metrics gets a VictoriaMetrics"
fi
exit $status
