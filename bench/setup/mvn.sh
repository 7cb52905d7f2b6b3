#!/bin/sh
# Runs Maven on the JDK of JAVA_HOME, and compiles in Maven's own JVM: one that is started for each module would need about a
# third of its time to start itself and Error Prone.
#   mvn.sh ARGUMENT...    as of mvn; MAVEN_OPTS are kept
set -u

exports=
for package in api file main model parser processing tree util; do
  exports="$exports --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
done
for package in code comp; do
  exports="$exports --add-opens=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
done
# What is compiled once is not worth the second compiler: without it all modules took 213 s of CPU in the place of 277.
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED$exports ${MAVEN_OPTS:-}"
exec mvn -B -Din-process "$@"
