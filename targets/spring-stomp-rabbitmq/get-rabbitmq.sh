#!/bin/sh
# The setup of the tool rabbitmq: Debian's package, without the service that it brings. Prints nothing when a RabbitMQ is there.
#   BOARDBENCH_SETUP=no         installs nothing
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=bench/setup/apt.sh
. "$root/bench/setup/apt.sh"

works() { [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || command -v rabbitmq-server >/dev/null; }

works || {
  install_packages spring-stomp-rabbitmq rabbitmq-server && disable_service rabbitmq-server.service epmd.socket epmd.service && works
} || {
  echo "rabbitmq: a rabbitmq-server is needed for spring-stomp-rabbitmq, and could not be had here: install it (Debian, as root:" \
    "apt-get install rabbitmq-server; macOS: brew install rabbitmq) so that it is on the PATH" >&2
  exit 2
}
