# shellcheck shell=sh disable=SC2154
# haproxy:2.6, of Debian's package.

find_base() { what="Debian's HAProxy"; }

# The package is fetched in a stage of its own, where apt's settings stay.
compose() {
  copy_settings
  from_debian
  echo "LABEL $label.stage=packages"
  echo 'RUN apt-get update && apt-get install --yes --no-install-recommends --download-only haproxy'
  echo "FROM $debian"
  echo 'COPY --from=0 /var/cache/apt/archives/*.deb /tmp/'
  echo 'RUN dpkg --install /tmp/*.deb && rm /tmp/*.deb && test -x /usr/sbin/haproxy'
  echo 'USER haproxy'
}
