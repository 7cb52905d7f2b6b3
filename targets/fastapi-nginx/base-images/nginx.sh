# shellcheck shell=sh disable=SC2154
# nginx:1.22, of Debian's package.

find_base() { what="Debian's nginx"; }

compose() { package_of_debian nginx www-data 'test -x /usr/sbin/nginx'; }
