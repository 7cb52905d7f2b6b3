# shellcheck shell=sh disable=SC2154
# This machine's Node, Python, JDK and Maven: which they are, and how they are copied to the root of an image ($tree). To be
# sourced by base-images.sh.

# As in the official images.
jdk_home=/opt/java/openjdk

# need_release WANTED FOUND WHAT: the machine's program must be of the release that the image's tag promises.
need_release() {
  case $2 in
    "$1" | "$1".*) ;;
    *) refuse "$name needs $3 $1 on this machine, found ${2:-none}: install it, or pull the official image" ;;
  esac
}

find_node() {
  node_version=$(node -p process.versions.node 2>/dev/null)
  need_release 20 "$node_version" Node
}

copy_node() { install -D "$(node -p process.execPath)" "$tree/usr/local/bin/node"; }

copy_npm() {
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  [ -r "$npm/bin/npm-cli.js" ] || refuse "$name needs npm on this machine: install it (Debian: apt-get install npm)"
  mkdir -p "$tree/usr/local/lib/node_modules"
  cp -R "$npm" "$tree/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$tree/usr/local/bin/npm"
}

find_python() {
  python_version=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null)
  need_release 3.11 "$python_version" Python
}

# The interpreter, its library if it has one, and its modules, without what was installed into it.
copy_python() {
  mkdir -p "$tree/usr/local/bin" "$tree/usr/local/lib"
  quietly python3 -c '
import os, shutil, sys, sysconfig

tree = sys.argv[1]
release = "python3.11"
shutil.copy(os.path.join(sys.base_exec_prefix, "bin", release), tree + "/bin")
os.symlink(release, tree + "/bin/python3")
shutil.copytree(
    sysconfig.get_path("stdlib"),
    os.path.join(tree, "lib", release),
    ignore=shutil.ignore_patterns("*-packages", "ensurepip", "test", "config-*", "idlelib", "tkinter", "__pycache__"),
)
os.mkdir(os.path.join(tree, "lib", release, "site-packages"))
if sysconfig.get_config_var("Py_ENABLE_SHARED"):
    shutil.copy(os.path.join(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME")), tree + "/lib")
' "$tree/usr/local"
}

# From a new virtual environment, since Debian's own Python has its pip elsewhere, and looks for modules under another name.
copy_pip() {
  quietly python3 -m venv "$work/venv"
  cp -R "$work/venv/lib/python3.11/site-packages/." "$tree/usr/local/lib/python3.11/site-packages"
  ln -s site-packages "$tree/usr/local/lib/python3.11/dist-packages"
  rm -rf "$work/venv"
}

find_jdk() {
  jdk=$("$setup/find-jdk.sh") || exit 2
  jdk_version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release")
  need_release 25 "$jdk_version" "a JDK"
}

# With the machine's trust store, which may be a link to elsewhere.
copy_jdk() {
  mkdir -p "$tree$jdk_home"
  cp -R "$jdk/." "$tree$jdk_home"
  rm -rf "$tree$jdk_home/lib/src.zip" "$tree$jdk_home/man" "$tree$jdk_home/lib/security/cacerts"
  cp -L "$jdk/lib/security/cacerts" "$tree$jdk_home/lib/security/cacerts"
}

# What Temurin's own JRE is made of: no compiler, no linker. Without the machine's trust store, since a server trusts nobody.
copy_jre() {
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
}

find_maven() {
  maven=$(mvn --version 2>/dev/null | sed -n 's/^.*Maven home: //p')
  maven_version=$(mvn --version 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9.]*\).*/\1/p')
  need_release 3 "$maven_version" Maven
}

copy_maven() {
  mkdir -p "$tree/usr/share/maven" "$tree/usr/bin"
  # Debian's is made of links.
  cp -RL "$maven/." "$tree/usr/share/maven"
  ln -s ../share/maven/bin/mvn "$tree/usr/bin/mvn"
}
