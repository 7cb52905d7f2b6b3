#!/bin/sh
# Makes stand-ins for the images that the Dockerfiles of targets/ and the companions start from, for where no registry can be
# asked: Debian 12 by debootstrap, with what a recipe puts there, mostly of this machine. They are called
# boardbench-base/<official name>, so that nobody takes them for the official ones, and no image of somebody's is replaced;
# their label org.boardbench.base says what they are, and what is built on them inherits it. make images takes one where the
# engine does not have the official one.
#   base-images.sh           all
#   base-images.sh NAME...   these, with or without a tag: node python:3.11-slim-bookworm
# The recipe of node:20-bookworm is base-images/node.sh, in targets/ or in the folder of the target that needs it:
#   find_base                sets $what, for the label, or refuses; $tag is 20-bookworm, and $release 20
#   compose                  fills $tree and prints the Dockerfile, which begins by from_debian; builds tells whether the image
#                            is that of a build stage. It tries what it has installed: what runs here may lack a library there.
#                            package_of_debian is a whole one.
#   base_settings            optional; copy_setting for what its package manager needs to reach a registry
set -u
umask 022

setup=$(cd "$(dirname "$0")" && pwd)
targets=$setup/../../targets
cache=$setup/../../.tools/base-images
label=org.boardbench.base
# For recipes.
# shellcheck disable=SC2034
path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

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

# need_release WANTED FOUND WHAT: the machine's program must be of the release that the image's tag promises.
need_release() {
  case $2 in
    "$1" | "$1".*) ;;
    *) refuse "$name needs $3 $1 on this machine, found ${2:-none}: install it, or pull the official image" ;;
  esac
}

# Of standard input and the arguments.
fingerprint() { { cat && printf '%s\n' "$@"; } | sha256sum | cut -c 1-16; }

# Nothing when there is no such image or label.
label_of() { docker image inspect --format "{{with .Config.Labels}}{{index . \"$2\"}}{{end}}" "$1" 2>/dev/null; }

# shellcheck source=bench/setup/apt.sh
. "$setup/apt.sh"
# shellcheck source=bench/setup/base-images/debian.sh
. "$setup/base-images/debian.sh"
# shellcheck source=bench/setup/base-images/settings.sh
. "$setup/base-images/settings.sh"

# The images of build stages that targets name; those that servers and companions run in.
build_bases() { sed -nE 's/^ARG [A-Z]+_BASE=([^ ]+) *$/\1/p' "$targets"/*/Dockerfile | sort -u; }
run_bases() {
  {
    sed -nE 's/^ARG BASE=([^ ]+) *$/\1/p' "$targets"/*/Dockerfile
    sed -nE 's/^.*[ {]image: *"?([a-z0-9][a-z0-9._/-]*:[A-Za-z0-9._-]+).*/\1/p' "$targets"/*/target.yaml "$targets"/balancers.yaml
  } 2>/dev/null | sort -u
}
all() { { build_bases && run_bases; } | sort -u; }

# Whether $name is the image of a build stage.
builds() { build_bases | grep -qxF "$name"; }

recipe_file() { basename "${1%%:*}.sh"; }

# The folder of the recipe of image $1; nothing when there is none.
recipes_of() {
  for folder in "$targets"/base-images "$targets"/*/base-images; do
    if [ -r "$folder/$(recipe_file "$1")" ]; then echo "$folder" && return; fi
  done
}

from_debian() { printf '%s\n' "FROM $debian" 'COPY tree /'; }

# package_of_debian PACKAGE USER TRY: an image of a package of Debian and what it needs, for $2; $3 tells that it is there. It is
# fetched in a stage of its own, where apt's settings stay, and apt knows the order that packages are to be installed in.
package_of_debian() {
  copy_settings
  from_debian
  echo "LABEL $label.stage=packages"
  echo "RUN apt-get update && apt-get install --yes --no-install-recommends --download-only $1"
  echo "FROM $debian"
  echo 'COPY --from=0 /var/cache/apt/archives/*.deb /tmp/'
  echo "RUN apt-get install --yes --no-install-recommends /tmp/*.deb && rm /tmp/*.deb && $3"
  echo "USER $2"
}

# In a shell of its own, for a recipe's functions are its own.
make_image() {
  image=boardbench-base/$name
  tag=${name##*:}
  release=${tag%%-*}
  recipes=$(recipes_of "$name")
  # shellcheck source=/dev/null
  . "$recipes/$(recipe_file "$name")"
  # Earlier versions took the official name.
  if [ -n "$(label_of "$name" "$label")" ]; then docker image rm "$name" >/dev/null; fi
  find_base
  make_debian
  rm -rf "$work/settings"
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
    cat "$setup/base-images.sh" "$setup/base-images/settings.sh" "$recipes"/*.sh
    if builds; then
      tar --create --sort name --mtime @0 --directory "$settings" .
      env | grep '^PIP_' || :
    fi
  } | fingerprint "$debian_recipe" "$what"
}

# The names that "$@" means, or all that have a recipe.
wanted() {
  if [ $# -eq 0 ]; then
    for name in $(all); do
      if [ -n "$(recipes_of "$name")" ]; then echo "$name"; else echo "No recipe makes $name here: pull it" >&2; fi
    done
  fi
  for word; do
    found=$(all | while read -r name; do case $name in "$word" | "$word":*) echo "$name" ;; esac; done)
    # Word splitting of the names is meant, here and below.
    # shellcheck disable=SC2046
    [ -n "$found" ] || refuse "there is no image $word, there are:" $(all)
    for name in $found; do
      [ -n "$(recipes_of "$name")" ] || refuse "no recipe makes $name here: pull it, or write base-images/$(recipe_file "$name")"
      echo "$name"
    done
  done
}

names=$(wanted "$@") || exit 2
docker version >/dev/null 2>&1 || refuse "no Docker engine answers: start one, as root on Debian by make docker-start"
mkdir -p "$cache"
# One at a time, for the cache's sake. Where there is no flock, as on macOS, nothing is made either.
exec 9>"$cache/lock"
if command -v flock >/dev/null; then flock 9; fi
work=$(mktemp -d) || refuse "cannot make a temporary folder in ${TMPDIR:-/tmp}"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
for name in $names; do (make_image) || exit; done
