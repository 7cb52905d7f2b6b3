# shellcheck shell=sh disable=SC2154
# eclipse-temurin:25-jre, of this machine's JDK.

# shellcheck source=targets/base-images/jdk.sh
. "$recipes/jdk.sh"

find_base() {
  find_jdk "$release"
  what="a runtime by jlink of the JDK $jdk_version of this machine"
}

# What Temurin's own JRE is made of: no compiler, no linker. Without the machine's trust store, since a server trusts nobody.
compose() {
  modules=$(
    printf '%s,' java.se jdk.accessibility jdk.charsets jdk.crypto.cryptoki jdk.crypto.ec jdk.dynalink jdk.httpserver \
      jdk.jdwp.agent jdk.jfr jdk.jsobject jdk.localedata jdk.management jdk.management.agent jdk.management.jfr \
      jdk.naming.dns jdk.naming.rmi jdk.net jdk.nio.mapmode jdk.sctp jdk.security.auth jdk.security.jgss jdk.unsupported \
      jdk.xml.dom jdk.zipfs
  )
  mkdir -p "$tree$(dirname $jdk_home)"
  quietly "$jdk/bin/jlink" --add-modules "${modules%,}" --no-header-files --no-man-pages --generate-cds-archive \
    --output "$tree$jdk_home"
  rm "$tree$jdk_home/lib/security/cacerts"
  from_debian
  jdk_environment
  echo 'RUN java -version'
}
