# shellcheck shell=sh disable=SC2154
# haproxy:2.6, of Debian's package.

find_base() { what="Debian's HAProxy"; }

compose() { package_of_debian haproxy haproxy 'test -x /usr/sbin/haproxy'; }
