package org.boardbench.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Whether a sweep and a run of the microbenchmarks measured the same machine, JDK and libraries.
 * What one of them does not state does not agree.
 */
final class EnvironmentMatch {
  private static final List<String> MACHINE =
      List.of("os", "kernel", "arch", "cpu", "cores", "memory_mib");
  private static final String DECIDES_JACKSON = "spring-boot";
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*");

  private final JsonNode sweep;
  private final JsonNode micro;

  /**
   * @param sweep {@code run.json} of the sweep
   * @param micro {@code run.json} of the microbenchmarks
   */
  EnvironmentMatch(JsonNode sweep, JsonNode micro) {
    this.sweep = sweep;
    this.micro = micro;
  }

  /** Why the machines are not the same; empty when they are. */
  Optional<String> otherMachine() {
    for (String key : MACHINE) {
      String swept = sweep.path("environment").path(key).asString("");
      String measured = micro.path("environment").path(key).asString("");
      if (swept.isEmpty() || !swept.equals(measured)) {
        return Optional.of(
            "another machine: " + key + " " + stated(swept) + " in the run, " + inMicro(measured));
      }
    }
    return Optional.empty();
  }

  /** Why the target's JDK is not that of the microbenchmarks; empty when it is. */
  Optional<String> otherJdk(String target) {
    Matcher jdk = VERSION.matcher(micro.path("environment").path("jdk").asString(""));
    return difference("java", version(target, "java"), jdk.find() ? jdk.group() : "");
  }

  /** Why one of the libraries is not the same in both; empty when all are. */
  Optional<String> otherLibrary(String target, List<String> libraries) {
    return libraries.stream()
        .map(library -> otherLibrary(target, library))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * A server on Spring Boot states no version of Jackson, because Spring Boot decides it; the
   * microbenchmarks take Jackson's version from the Spring Boot that they state.
   */
  private Optional<String> otherLibrary(String target, String library) {
    if (library.equals("jackson") && version(target, library).isEmpty()) {
      return otherLibrary(target, DECIDES_JACKSON)
          .map(difference -> difference + ", which decides the version of jackson");
    }
    return difference(
        library, version(target, library), micro.path("libraries").path(library).asString(""));
  }

  private static Optional<String> difference(String what, String server, String measured) {
    return !server.isEmpty() && server.equals(measured)
        ? Optional.empty()
        : Optional.of(what + " " + stated(server) + " in the server, " + inMicro(measured));
  }

  private static String inMicro(String version) {
    return stated(version) + " in the microbenchmark";
  }

  private static String stated(String version) {
    return version.isEmpty() ? "not stated" : version;
  }

  private String version(String target, String library) {
    return sweep.path("targets").path(target).path("versions").path(library).asString("");
  }
}
