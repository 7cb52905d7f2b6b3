# shellcheck shell=sh disable=SC2154
# How this machine reaches its package registries, for the images of build stages, never for those that are run. To be
# sourced by base-images.sh.

certificates=/etc/ssl/certs/ca-certificates.crt

# copy_setting FILE PATH: a file of this machine, when there is one, to a path of the image.
copy_setting() {
  if [ -r "$1" ]; then install -D -m 644 "$1" "$settings$2"; fi
}

# A recipe that knows a package manager of its own adds that one's.
base_settings() { :; }

# Fills $settings.
collect_settings() {
  settings=$work/settings
  mkdir -p "$settings/etc/apt/apt.conf.d"
  copy_setting "${SSL_CERT_FILE:-$certificates}" "$certificates"
  apt-config dump Acquire >"$settings/etc/apt/apt.conf.d/90machine"
  base_settings
}

# To the root of an image.
copy_settings() {
  [ -d "$work/settings" ] || collect_settings
  cp -R "$settings/." "$tree"
}
