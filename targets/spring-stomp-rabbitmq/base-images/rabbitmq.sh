# shellcheck shell=sh disable=SC2154
# rabbitmq:3.10, of Debian's package.

find_base() { what="Debian's RabbitMQ"; }

compose() { package_of_debian rabbitmq-server rabbitmq 'test -x /usr/lib/rabbitmq/bin/rabbitmq-server'; }
