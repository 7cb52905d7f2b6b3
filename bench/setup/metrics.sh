#!/bin/sh
# make metrics: a VictoriaMetrics on this machine's loopback that collects what runs show, in the foreground until
# Ctrl-C. It is the program victoria-metrics on the PATH, else Debian's package (as root), else its container.
#   metrics.sh              port 8428, or METRICS_PORT
#   metrics.sh --program    only makes sure that there is the program, and prints where
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=bench/setup/apt.sh
. "$root/bench/setup/apt.sh"
image=victoriametrics/victoria-metrics:v1.79.5
scrape=$root/bench/grafana/scrape.yaml
data=$root/.metrics
port=${METRICS_PORT:-8428}

fail() {
  echo "$*" >&2
  exit 2
}

# Prints where the program is; installs it where that can be done.
program() {
  command -v victoria-metrics && return
  install_packages "collecting live metrics" victoria-metrics >&2 && disable_service victoria-metrics
  command -v victoria-metrics
}

is_free() {
  python3 - "$1" <<'EOF'
import socket, sys
with socket.socket() as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        s.bind(("127.0.0.1", int(sys.argv[1])))
    except OSError:
        sys.exit(1)
EOF
}

# Results stay whatever their age, what was measured a second ago can be seen, and a sample sent twice counts once.
flags() {
  printf '%s\n' "-httpListenAddr=127.0.0.1:$port" "-storageDataPath=$1" "-promscrape.config=$2" -retentionPeriod=100y \
    -search.latencyOffset=1s -dedup.minScrapeInterval=1ms -promscrape.suppressScrapeErrors -loggerLevel=WARN
}

# Says where to look once process $1, which this shell becomes, answers. Debian's build comes without the UI.
announce() {
  echo "VictoriaMetrics collects what a run serves on 127.0.0.1:9464 and keeps it in $data; Ctrl-C ends it"
  python3 - "$1" "http://127.0.0.1:$port" <<'EOF' &
import os, sys, time, urllib.request
pid, url = int(sys.argv[1]), sys.argv[2]
for _ in range(300):
    try:
        os.kill(pid, 0)
        urllib.request.urlopen(url + "/health", timeout=1).close()
        break
    except ProcessLookupError:
        sys.exit()
    except OSError:
        time.sleep(0.1)
try:
    urllib.request.urlopen(url + "/vmui/", timeout=5).close()
    print("Its UI: " + url + "/vmui")
except OSError:
    print("Listens on " + url + "; this build has no UI of its own")
print("The board in Grafana: bench/grafana/README.md", flush=True)
EOF
}

if [ "${1:-}" = --program ]; then
  program || exit 2
  exit
fi
[ $# -eq 0 ] || fail "metrics.sh: must be --program or nothing, was \"$1\""
case $port in
  *[!0-9]* | '' | ??????*) fail "METRICS_PORT: must be a port from 1 to 65535, was \"$port\"" ;;
esac
{ [ "$port" -ge 1 ] && [ "$port" -le 65535 ]; } || fail "METRICS_PORT: must be a port from 1 to 65535, was \"$port\""
"$root/bench/setup/doctor.sh" python || exit 2
if ! is_free "$port"; then
  fail "METRICS_PORT: must be a free port, was $port, which is taken"
fi
if [ -e "$data/flock.lock" ] && command -v flock >/dev/null && ! flock -n "$data/flock.lock" true; then
  fail "metrics: $data is in use by another VictoriaMetrics"
fi

if found=$(program); then
  mkdir -p "$data" && announce $$
  # Word splitting is meant; the folders are relative, for their spaces.
  # shellcheck disable=SC2046
  cd "$root" && exec "$found" $(flags .metrics bench/grafana/scrape.yaml)
fi
if docker info >/dev/null 2>&1 && { docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image" >/dev/null; }; then
  mkdir -p "$data" && announce $$
  # shellcheck disable=SC2046
  exec docker run --rm --init --network host --user "$(id -u):$(id -g)" -v "$data:/data" -v "$scrape:/scrape.yaml:ro" \
    "$image" $(flags /data /scrape.yaml)
fi
fail "metrics: a VictoriaMetrics is needed and could not be had here: install it (Debian, as root: apt-get install" \
  "victoria-metrics) so that victoria-metrics is on the PATH, or run a Docker engine that can pull $image"
