# shellcheck shell=sh disable=SC2154
# debian:bookworm-slim: for programs that need nothing else.

find_base() {
  [ "$release" = bookworm ] || refuse "$name cannot be made, only Debian 12 (bookworm): pull the official image"
  what="and nothing else"
}

compose() { echo "FROM $debian"; }
