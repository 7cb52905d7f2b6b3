# shellcheck shell=sh
# Starts a JVM that works for a second or two, most of which it would load classes. To be sourced, after forward.sh.

# run_with_kept_classes JAR NAME ARGUMENT...: becomes $JAVA_HOME/bin/java with these arguments, with the classes that an earlier
# run of this NAME, JAR and JDK has kept beside the JAR. The first one keeps them when it has gone well, for which it takes a
# second more. Where they cannot be kept, or do not fit, all is as without them, and nobody has to know.
run_with_kept_classes() {
  jar=$1
  name=$2
  shift 2
  jdk=
  if [ -r "$JAVA_HOME/release" ]; then jdk=-$(cksum <"$JAVA_HOME/release" | tr -cd '0-9'); fi
  kept=${jar%.jar}-$name$jdk.jsa
  if [ -s "$kept" ] && [ -z "$(find "$jar" -newer "$kept")" ]; then
    exec "$JAVA_HOME/bin/java" -XX:SharedArchiveFile="$kept" -Xlog:disable -Xlog:all=error:stderr "$@"
  fi
  if ! [ -w "$(dirname "$jar")" ]; then exec "$JAVA_HOME/bin/java" "$@"; fi
  # Whoever reads a file under its last name reads a whole one, however many run at once.
  new=$kept.$$
  trap 'rm -f "$new"' EXIT
  run "$JAVA_HOME/bin/java" -XX:ArchiveClassesAtExit="$new" -Xlog:disable -Xlog:all=error:stderr "$@"
  status=$?
  if [ "$status" -eq 0 ] && [ -s "$new" ]; then mv -f "$new" "$kept"; fi
  exit "$status"
}
