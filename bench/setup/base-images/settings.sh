# shellcheck shell=sh disable=SC2154
# How this machine reaches its package registries, for the images of build stages, never for those that are run. To be
# sourced by base-images.sh.

certificates=/etc/ssl/certs/ca-certificates.crt

# copy_setting FILE PATH: a file of this machine, when there is one, to a path of the image.
copy_setting() {
  if [ -r "$1" ]; then install -D -m 644 "$1" "$settings$2"; fi
}

# Fills $settings, once.
collect_settings() {
  settings=$work/settings
  [ -d "$settings" ] && return
  mkdir -p "$settings/etc/apt/apt.conf.d"
  copy_setting "${SSL_CERT_FILE:-$certificates}" "$certificates"
  apt-config dump Acquire >"$settings/etc/apt/apt.conf.d/90machine"
  copy_setting /etc/pip.conf /etc/pip.conf
  copy_setting "${HOME:-/root}/.config/pip/pip.conf" /root/.config/pip/pip.conf
  copy_setting "${HOME:-/root}/.m2/settings.xml" /root/.m2/settings.xml
  copy_setting "${HOME:-/root}/.npmrc" /root/.npmrc
  if command -v npm >/dev/null; then copy_setting "$(npm config get globalconfig)" /usr/local/etc/npmrc; fi
}

# To the root of an image.
copy_settings() {
  collect_settings
  cp -R "$settings/." "$tree"
}

# What the environment says of it, as lines of a Dockerfile.
settings_environment() {
  echo "ENV NODE_EXTRA_CA_CERTS=$certificates PIP_CERT=$certificates"
  env | sed -nE 's/^(PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|DEFAULT_TIMEOUT)=)(.*)/ENV \1"\3"/p'
}
