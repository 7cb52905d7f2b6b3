# shellcheck shell=sh disable=SC2154
# maven:3-eclipse-temurin-25, of this machine's Maven and JDK.

# shellcheck source=targets/base-images/jdk.sh
. "$recipes/jdk.sh"

find_base() {
  find_jdk "${tag##*-}"
  maven=$(mvn --version 2>/dev/null | sed -n 's/^.*Maven home: //p')
  maven_version=$(mvn --version 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9.]*\).*/\1/p')
  need_release "$release" "$maven_version" Maven
  what="Maven $maven_version and the JDK $jdk_version of this machine"
}

base_settings() { copy_setting "${HOME:-/root}/.m2/settings.xml" /root/.m2/settings.xml; }

compose() {
  copy_jdk
  copy_maven
  from_debian
  jdk_environment
  echo 'RUN mvn --version'
}

# With the machine's trust store, which may be a link to elsewhere.
copy_jdk() {
  mkdir -p "$tree$jdk_home"
  cp -R "$jdk/." "$tree$jdk_home"
  rm -rf "$tree$jdk_home/lib/src.zip" "$tree$jdk_home/man" "$tree$jdk_home/lib/security/cacerts"
  cp -L "$jdk/lib/security/cacerts" "$tree$jdk_home/lib/security/cacerts"
}

copy_maven() {
  mkdir -p "$tree/usr/share/maven" "$tree/usr/bin"
  # Debian's is made of links.
  cp -RL "$maven/." "$tree/usr/share/maven"
  ln -s ../share/maven/bin/mvn "$tree/usr/bin/mvn"
}
