# shellcheck shell=sh disable=SC2154
# rabbitmq:3.10, of Debian's package.

find_base() { what="Debian's RabbitMQ"; }

# The package is fetched in a stage of its own, where apt's settings stay.
compose() {
  copy_settings
  from_debian
  echo "LABEL $label.stage=packages"
  echo 'RUN apt-get update && apt-get install --yes --no-install-recommends --download-only rabbitmq-server'
  echo "FROM $debian"
  echo 'COPY --from=0 /var/cache/apt/archives/*.deb /tmp/'
  echo 'RUN dpkg --install /tmp/*.deb && rm /tmp/*.deb && test -x /usr/lib/rabbitmq/bin/rabbitmq-server'
  echo 'USER rabbitmq'
}
