#!/bin/sh
# The setup of the tool redis: makes sure that there is a redis-server. That is the one on the PATH, else Debian's package (as
# root), else the program that a Maven artifact carries, unpacked to .tools/bin, where the harness looks too. Prints nothing
# when one is there already.
#   BOARDBENCH_SETUP=no         installs no package: the one that is there, else the artifact's, which stays in the project
#   BOARDBENCH_REDIS=bundled    take the artifact's, whatever is installed;  =apt    the package or nothing
set -u

root=$(cd "$(dirname "$0")/.." && pwd)
bundled=$root/.tools/bin/redis-server
artifact=com.github.codemonstur:embedded-redis:1.4.4
wanted=${BOARDBENCH_REDIS:-any}
# shellcheck source=bench/setup/apt.sh
. "$root/bench/setup/apt.sh"

works() { "$1" --version >/dev/null 2>&1; }

from_apt() {
  install_packages "the servers that scale through Redis" redis-server && disable_service redis-server && works redis-server
}

from_artifact() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) entry=redis-server-6.2.6-v5-linux-amd64 ;;
    Linux-aarch64) entry=redis-server-6.2.7-linux-arm64 ;;
    Darwin-x86_64) entry=redis-server-6.2.6-v5-darwin-amd64 ;;
    Darwin-arm64) entry=redis-server-6.2.6-v5-darwin-arm64 ;;
    *) return 1 ;;
  esac
  jdk=$("$root/bench/setup/find-jdk.sh") && command -v mvn >/dev/null || return 1
  echo "Unpacking redis-server from $artifact" >&2
  folder=$(mktemp -d)
  # Into a file, because Maven writes control characters even when it is quiet.
  JAVA_HOME=$jdk "$root/bench/setup/mvn.sh" -q -Dstyle.color=never \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy -f "$root/pom.xml" -N \
    -Dartifact="$artifact" -DoutputDirectory="$folder" >"$folder/log" 2>&1 </dev/null &&
    (cd "$folder" && "$jdk/bin/jar" --extract --file ./*.jar "$entry") &&
    mkdir -p "$root/.tools/bin" &&
    chmod 755 "$folder/$entry" &&
    mv "$folder/$entry" "$bundled"
  unpacked=$?
  if [ $unpacked -ne 0 ]; then grep -m 1 ERROR "$folder/log" >&2; fi
  rm -rf "$folder"
  [ $unpacked -eq 0 ] && works "$bundled"
}

case $wanted in
  any) works redis-server || works "$bundled" || from_apt || from_artifact ;;
  apt) works redis-server || from_apt ;;
  bundled) works "$bundled" || from_artifact ;;
  *)
    echo "BOARDBENCH_REDIS: must be apt or bundled, was \"$wanted\"" >&2
    exit 2
    ;;
esac || {
  echo "redis: a redis-server is needed for the servers that scale through Redis, and could not be had here:" \
    "install it (Debian, as root: apt-get install redis-server; macOS: brew install redis) so that it is on the PATH" >&2
  exit 2
}
