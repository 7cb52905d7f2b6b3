package org.boardbench.report.html;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Versions and parameters of one variant.
 *
 * @param target its part of {@code run.json}
 */
public record SetupSection(JsonNode target) implements Section {
  @Override
  public String anchor() {
    return "setup";
  }

  @Override
  public String title() {
    return "Versions and parameters";
  }

  @Override
  public boolean isThere() {
    return !rows().isEmpty();
  }

  @Override
  public String template() {
    return "setupSection";
  }

  /** What it is, name and value. */
  List<List<String>> rows() {
    return Stream.of(
            Stream.of(List.of("Launcher", "", target.path("launcher").asString(""))),
            entries("Version", target.path("versions")),
            entries("Parameter", target.path("parameters")),
            entries("Limit", target.path("limits")),
            target.path("companions").properties().stream()
                .flatMap(one -> entries("Companion " + one.getKey(), one.getValue())))
        .flatMap(rows -> rows)
        .filter(row -> !row.getLast().isEmpty())
        .toList();
  }

  private static Stream<List<String>> entries(String what, JsonNode values) {
    return values.properties().stream().map(one -> List.of(what, one.getKey(), text(one)));
  }

  private static String text(Map.Entry<String, JsonNode> entry) {
    JsonNode value = entry.getValue();
    return value.isValueNode()
        ? value.asString()
        : value.properties().stream()
            .map(one -> one.getKey() + " " + one.getValue().asString(""))
            .collect(Collectors.joining(", "));
  }
}
