#!/bin/sh
# Prints the home of a JDK that can build and run Boardbench; exit status 2 and one line when there is none.
# The first that is new enough wins: what the environment names, what is on the PATH, then the usual places.
set -u

needed=25

# The major version of the JDK in $1; nothing when there is no compiler.
major_version() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  env | sed -nE 's/^(JDK_?[0-9]*_HOME|JAVA_?[0-9]+_HOME|JAVA_HOME_[0-9]+[A-Za-z0-9_]*)=//p'
  on_path=$(command -v javac || command -v java || true)
  if [ -n "$on_path" ]; then
    program=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    dirname "$(dirname "$program")"
  fi
  for home in /usr/lib/jvm/* /opt/* /opt/java/* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "$home"
  done
}

# Who starts this with SIGPIPE ignored would read that nobody reads the further ones.
candidates 2>/dev/null | {
  while IFS= read -r home; do
    version=$(major_version "$home")
    if [ "${version:-0}" -ge "$needed" ]; then
      printf '%s\n' "$home"
      exit 0
    fi
  done
  echo "java: a JDK $needed or newer is needed, found none: install one, e.g. Eclipse Temurin from https://adoptium.net, or set JAVA_HOME" >&2
  exit 2
}
