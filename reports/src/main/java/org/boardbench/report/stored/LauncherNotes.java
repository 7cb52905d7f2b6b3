package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a reader of a report has to know of how the servers were brought up. */
final class LauncherNotes {
  private LauncherNotes() {}

  /**
   * One sentence each; none where all servers were processes without limits.
   *
   * @param manifest {@code run.json}
   */
  static List<String> of(JsonNode manifest) {
    List<String> notes = new ArrayList<>();
    manifest
        .path("skipped")
        .propertyStream()
        .forEach(variant ->
            notes.add(
                "Not in this run is %s: %s."
                    .formatted(variant.getKey(), variant.getValue().asString(""))));
    TreeSet<String> contained = new TreeSet<>();
    TreeSet<String> bases = new TreeSet<>();
    manifest
        .path("targets")
        .propertyStream()
        .filter(target -> target.getValue().path("launcher").asString("").equals("docker"))
        .forEach(target -> {
          contained.add(target.getKey());
          for (JsonNode image : target.getValue().path("images")) {
            if (image.path("local_base").isString()) {
              bases.add(image.path("local_base").asString());
            }
          }
        });
    if (!contained.isEmpty()) {
      notes.add(
          "In Docker containers on the host's network: " + String.join(", ", contained) + ".");
    }
    notes.addAll(pods(manifest));
    if (!bases.isEmpty()) {
      notes.add(
          "Base images were made on the machine, and are not the official ones: "
              + String.join("; ", bases)
              + ".");
    }
    notes.addAll(companions(manifest));
    JsonNode common = manifest.path("plan").path("limits");
    limits("each server and companion", common).forEach(notes::add);
    manifest
        .path("targets")
        .propertyStream()
        .filter(target -> target.getValue().has("limits"))
        .filter(target -> !target.getValue().path("limits").equals(common))
        .forEach(target ->
            notes.addAll(
                limits(target.getKey() + ", of its own", target.getValue().path("limits"))));
    return notes;
  }

  /** One for each way in which users get to pods. */
  private static List<String> pods(JsonNode manifest) {
    Map<String, TreeSet<String>> byWay = new TreeMap<>();
    manifest
        .path("targets")
        .propertyStream()
        .filter(target -> target.getValue().path("launcher").asString("").equals("kubernetes"))
        .forEach(target ->
            byWay
                .computeIfAbsent(
                    target.getValue().path("reached_by").asString("unknown way"),
                    first -> new TreeSet<>())
                .add(target.getKey()));
    List<String> notes = new ArrayList<>();
    byWay.forEach((way, names) ->
        notes.add(
            "In pods of a Kubernetes cluster, reached by %s: %s."
                .formatted(way, String.join(", ", names))));
    return notes;
  }

  /** One for each program of a companion that is not of one version everywhere. */
  private static List<String> companions(JsonNode manifest) {
    Map<String, Map<String, TreeSet<String>>> users = new TreeMap<>();
    manifest
        .path("targets")
        .propertyStream()
        .forEach(target -> {
          String user = target.getKey() + ", " + target.getValue().path("launcher").asString("");
          for (JsonNode versions : target.getValue().path("companions")) {
            versions
                .propertyStream()
                .forEach(version ->
                    users
                        .computeIfAbsent(version.getKey(), first -> new TreeMap<>())
                        .computeIfAbsent(version.getValue().asString(""), first -> new TreeSet<>())
                        .add(user));
          }
        });
    List<String> notes = new ArrayList<>();
    users.forEach((program, versions) -> {
      if (versions.size() > 1) {
        List<String> parts = new ArrayList<>();
        versions.forEach(
            (version, names) -> parts.add(version + " (" + String.join("; ", names) + ")"));
        notes.add(
            "Not one version of " + program + " in this run: " + String.join(", ", parts) + ".");
      }
    });
    return notes;
  }

  private static List<String> limits(String whose, JsonNode limits) {
    List<String> parts = new ArrayList<>();
    if (limits.path("cpus").isNumber()) {
      parts.add(limits.path("cpus").asString() + " cores of CPU time");
    }
    if (limits.path("memory").isString()) {
      parts.add(limits.path("memory").asString() + " of memory");
    }
    return parts.isEmpty()
        ? List.of()
        : List.of("Limits of " + whose + ": " + String.join(", ", parts) + ".");
  }
}
