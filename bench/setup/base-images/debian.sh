# shellcheck shell=sh disable=SC2154
# Debian 12 as an image, which the other local images start from. To be sourced by base-images.sh.

debian=boardbench-base/debian:bookworm
# Beside the minimal variant: what CPython is linked with.
debian_packages=libssl3,libffi8,libexpat1

# The Debian 12 mirror that apt uses on this machine; nothing when it uses none.
debian_mirror() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Identifier: Packages' 'Component: main' 2>/dev/null |
    sed -n 's/^bookworm //p' | head -n 1
}

# Makes the root file system in $work/debian and packs it to $1, which appears only when it is complete.
pack_debian() {
  [ "$(id -u)" = 0 ] || refuse "debootstrap must run as root: run this as root, or pull the official images"
  command -v debootstrap >/dev/null || install_packages "making base images" debootstrap ||
    refuse "debootstrap is missing: install it (Debian, as root: apt-get install debootstrap), or pull the official images"
  echo "Installing Debian 12 by debootstrap" >&2
  rootfs=$work/debian
  # A file system that is thrown away is worth no fsync.
  mkdir -p "$rootfs/etc/dpkg/dpkg.cfg.d"
  echo force-unsafe-io >"$rootfs/etc/dpkg/dpkg.cfg.d/unsafe-io"
  # In a mount namespace of its own, so that /proc does not stay mounted there when it is broken off, and under a path
  # without a space, which TMPDIR may have and debootstrap cannot take.
  # shellcheck disable=SC2016
  quietly unshare --mount sh -c 'mount --bind "$1" /mnt && shift && exec "$@"' sh "$rootfs" \
    debootstrap --variant=minbase --include="$debian_packages" bookworm /mnt "$mirror"
  # As in the official image: a package that is installed later starts no server.
  printf '#!/bin/sh\nexit 101\n' >"$rootfs/usr/sbin/policy-rc.d"
  chmod 755 "$rootfs/usr/sbin/policy-rc.d"
  # Those of other recipes, and what an earlier try broke off.
  rm -f "$cache"/debian-*
  quietly tar --create --file "$1.new" --numeric-owner --directory "$rootfs" --exclude './dev/*' \
    --exclude './var/cache/apt/*' --exclude './var/cache/debconf/*-old' --exclude './var/lib/apt/lists/*' --exclude './var/log/*' .
  mv "$1.new" "$1"
  rm -rf "$rootfs"
}

# Makes sure that the engine has the image, and sets $debian_recipe.
make_debian() {
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || refuse "apt has no Debian 12 (bookworm) mirror on this machine: pull the official images"
  debian_recipe=$(fingerprint "$mirror" <"$setup/base-images/debian.sh")
  [ "$(label_of "$debian" "$label.recipe")" = "$debian_recipe" ] && return
  tarball=$cache/debian-$debian_recipe.tar
  [ -e "$tarball" ] || pack_debian "$tarball"
  quietly docker import --change 'CMD ["bash"]' --change "LABEL $label.recipe=$debian_recipe" "$tarball" "$debian"
}
