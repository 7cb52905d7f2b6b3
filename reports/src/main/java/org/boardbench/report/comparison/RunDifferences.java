package org.boardbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.boardbench.results.OneLine;
import tools.jackson.databind.JsonNode;

/** In what two runs differ beside their figures: plan, machine, code, driver, servers. */
public final class RunDifferences {
  private static final String NONE = "none";

  /** In the order in which a reader asks. */
  private static final List<String> PARTS =
      List.of("plan", "environment", "git", "driver", "targets");

  /** A folder's name and a machine's home are no difference. */
  private static final List<String> UNSAID =
      List.of("plan.name", "plan.description", "plan.thresholds");

  /** What only reports show of a variant. */
  private static final Pattern SHOWN =
      Pattern.compile("plan\\.targets\\[[^]]*]\\.(?:title|note|group)");

  /** What a server sees of the machine: it repeats what others say, and names users' folders. */
  private static final String SEEN_BY_SERVER = ".environment.";

  private RunDifferences() {}

  /**
   * One value that differs.
   *
   * @param key its path in {@code run.json}
   * @param base {@code none} where it has none
   */
  public record Difference(String key, String base, String run) {
    public String words() {
      return key + ": " + base + " → " + run;
    }
  }

  /**
   * By the parts of {@code run.json}.
   *
   * @param base {@code run.json} of the one
   * @param run of the other
   */
  public static List<Difference> between(JsonNode base, JsonNode run) {
    List<Difference> differences = new ArrayList<>();
    for (String part : PARTS) {
      Map<String, String> before = new TreeMap<>();
      Map<String, String> now = new TreeMap<>();
      flatten(part, base.path(part), before);
      flatten(part, run.path(part), now);
      TreeSet<String> keys = new TreeSet<>(before.keySet());
      keys.addAll(now.keySet());
      for (String key : keys) {
        String was = before.getOrDefault(key, NONE);
        String is = now.getOrDefault(key, NONE);
        if (!was.equals(is) && isSaid(key)) {
          differences.add(new Difference(key, was, is));
        }
      }
    }
    return List.copyOf(differences);
  }

  private static boolean isSaid(String key) {
    return UNSAID.stream().noneMatch(key::startsWith)
        && !SHOWN.matcher(key).matches()
        && !(key.startsWith("targets.") && key.contains(SEEN_BY_SERVER));
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.propertyStream()
          .forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + name(node.get(i), i + 1) + "]", node.get(i), values);
      }
    } else if (!node.isMissingNode() && !node.isNull()) {
      values.put(path, OneLine.of(node.asString()));
    }
  }

  /** Variants by their names, so that one more does not make all behind it different. */
  private static String name(JsonNode entry, int place) {
    String plain = entry.isString() ? entry.asString() : "";
    return entry.path("name").asString(plain.isEmpty() ? Integer.toString(place) : plain);
  }
}
