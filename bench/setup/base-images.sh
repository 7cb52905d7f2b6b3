#!/bin/sh
# Makes stand-ins for the images that the Dockerfiles of targets/ and the companions start from, for where no registry can be
# asked: Debian 12 by debootstrap, with this machine's own Node, Python and JDK, and Debian's Redis. They are called
# boardbench-base/<official name>, so that nobody takes them for the official ones, and no image of somebody's is replaced;
# their label org.boardbench.base says what they are, and what is built on them inherits it. make images takes one where the
# engine does not have the official one.
#   base-images.sh           all
#   base-images.sh NAME...   these, with or without a tag: node python:3.11-slim-bookworm
set -u
umask 022

setup=$(cd "$(dirname "$0")" && pwd)
cache=$setup/../../.tools/base-images
label=org.boardbench.base
path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
all="node:20-bookworm node:20-bookworm-slim python:3.11-bookworm python:3.11-slim-bookworm
  maven:3-eclipse-temurin-25 eclipse-temurin:25-jre redis:7.0-bookworm"

refuse() {
  echo "base-images.sh: $*" >&2
  exit 2
}

# Runs "$@", and shows the end of what it says only when it fails.
quietly() {
  "$@" >"$work/log" 2>&1 </dev/null && return
  tail -n 5 "$work/log" >&2
  refuse "could not make $name: $1 failed"
}

# Of standard input and the arguments.
fingerprint() { { cat && printf '%s\n' "$@"; } | sha256sum | cut -c 1-16; }

# Nothing when there is no such image or label.
label_of() { docker image inspect --format "{{with .Config.Labels}}{{index . \"$2\"}}{{end}}" "$1" 2>/dev/null; }

# shellcheck source=bench/setup/apt.sh
. "$setup/apt.sh"
# shellcheck source=bench/setup/base-images/debian.sh
. "$setup/base-images/debian.sh"
# shellcheck source=bench/setup/base-images/runtimes.sh
. "$setup/base-images/runtimes.sh"
# shellcheck source=bench/setup/base-images/settings.sh
. "$setup/base-images/settings.sh"

# Sets $what, for the label.
describe() {
  case $name in
    node:*) find_node && what="Node $node_version of this machine" ;;
    python:*) find_python && what="Python $python_version of this machine" ;;
    maven:*) find_jdk && find_maven && what="Maven $maven_version and the JDK $jdk_version of this machine" ;;
    eclipse-temurin:*) find_jdk && what="a runtime by jlink of the JDK $jdk_version of this machine" ;;
    redis:*) what="Debian's Redis" ;;
  esac
}

# Whether it is the image of a build stage.
builds() {
  case $name in
    node:20-bookworm | python:3.11-bookworm | maven:*) true ;;
    *) false ;;
  esac
}

# Fills $tree and prints the Dockerfile. Each tries what it has installed: what runs on this machine may miss a library there.
compose() {
  case $name in
    node:*)
      copy_node
      if builds; then copy_npm; fi
      from_debian
      echo 'RUN useradd --uid 1000 --user-group --create-home node && node --version'
      if builds; then echo 'RUN npm --version'; fi
      ;;
    python:*)
      copy_python
      if builds; then copy_pip; fi
      from_debian
      echo 'RUN ldconfig && python3 -c "import asyncio, ctypes, hashlib, ssl, zlib"'
      if builds; then echo 'RUN python3 -m pip --version'; fi
      ;;
    maven:*)
      copy_jdk
      copy_maven
      from_debian
      echo "ENV JAVA_HOME=$jdk_home PATH=$jdk_home/bin:$path"
      echo 'RUN mvn --version'
      ;;
    eclipse-temurin:*)
      copy_jre
      from_debian
      echo "ENV JAVA_HOME=$jdk_home PATH=$jdk_home/bin:$path"
      echo 'RUN java -version'
      ;;
    redis:*)
      # Fetched in a stage of its own, where apt's settings stay.
      copy_settings
      from_debian
      echo "LABEL $label.stage=packages"
      echo 'RUN apt-get update && apt-get install --yes --no-install-recommends --download-only redis-server'
      echo "FROM $debian"
      echo 'COPY --from=0 /var/cache/apt/archives/*.deb /tmp/'
      echo 'RUN dpkg --install /tmp/*.deb && rm /tmp/*.deb && redis-server --version'
      echo 'USER redis'
      ;;
  esac
}

from_debian() {
  printf '%s\n' "FROM $debian" 'COPY tree /'
  if builds; then settings_environment; fi
}

make_image() {
  image=boardbench-base/$name
  # Earlier versions took the official name.
  if [ -n "$(label_of "$name" "$label")" ]; then docker image rm "$name" >/dev/null; fi
  describe
  make_debian
  if builds; then collect_settings; fi
  recipe=$(recipe)
  [ "$(label_of "$image" "$label.recipe")" = "$recipe" ] && return
  echo "Making $image" >&2
  context=$work/context
  tree=$context/tree
  mkdir -p "$tree"
  if builds; then copy_settings; fi
  compose >"$context/Dockerfile"
  old=$(docker image inspect --format '{{.Id}}' "$image" 2>/dev/null)
  quietly docker build --network host --pull=false --tag "$image" --label "$label=local: Debian 12 by debootstrap, $what" \
    --label "$label.recipe=$recipe" "$context"
  rm -rf "$context"
  # What has lost its name to the new one, unless something else is built on it, and the stage.
  {
    if [ -n "$old" ]; then docker image rm "$old"; fi
    docker image prune --force --filter "label=$label.stage"
  } >/dev/null 2>&1 || :
}

# Changes when what the image is made of does.
recipe() {
  {
    cat "$setup/base-images.sh" "$setup/base-images/runtimes.sh"
    if builds; then tar --create --sort name --mtime @0 --directory "$settings" . && settings_environment; fi
  } | fingerprint "$debian_recipe" "$what"
}

# The names in $all that "$@" means.
wanted() {
  for word; do
    found=
    for name in $all; do
      case $name in "$word" | "$word":*) found="$found $name" ;; esac
    done
    # Word splitting of the names is meant, here and below.
    # shellcheck disable=SC2086
    [ -n "$found" ] || refuse "there is no image $word, there are:" $all
    # shellcheck disable=SC2086
    printf '%s\n' $found
  done
}

# shellcheck disable=SC2086
if [ $# -eq 0 ]; then set -- $all; fi
names=$(wanted "$@") || exit 2
docker version >/dev/null 2>&1 || refuse "no Docker engine answers: start one, as root on Debian by make docker-start"
mkdir -p "$cache"
# One at a time, for the cache's sake. Where there is no flock, as on macOS, nothing is made either.
exec 9>"$cache/lock"
if command -v flock >/dev/null; then flock 9; fi
work=$(mktemp -d) || refuse "cannot make a temporary folder in ${TMPDIR:-/tmp}"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
for name in $names; do make_image; done
