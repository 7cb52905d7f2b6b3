# shellcheck shell=sh disable=SC2154
# This machine's JDK, for the recipes of images that have one.

# As in the official images.
jdk_home=/opt/java/openjdk

# find_jdk RELEASE
find_jdk() {
  jdk=$("$setup/find-jdk.sh") || exit 2
  jdk_version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release")
  need_release "$1" "$jdk_version" "a JDK"
}

jdk_environment() { echo "ENV JAVA_HOME=$jdk_home PATH=$jdk_home/bin:$path"; }
