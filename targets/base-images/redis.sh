# shellcheck shell=sh disable=SC2154
# redis:7.0-bookworm, of Debian's package.

find_base() { what="Debian's Redis"; }

compose() { package_of_debian redis-server redis 'redis-server --version'; }
