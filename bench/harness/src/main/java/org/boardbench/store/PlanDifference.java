package org.boardbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.boardbench.input.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Why two plans cannot share a run: results that answer different questions do not belong in one
 * table. What only readers of reports see may change, and repetitions may be added where the plan
 * counts them.
 */
final class PlanDifference {
  private static final String DESCRIPTION = "plan.description";
  private static final Pattern SHOWN =
      Pattern.compile("plan\\.targets\\[\\d+]\\.(?:place|title|note|group)");

  /** They judge what was measured, and change nothing of it. */
  private static final String THRESHOLDS = "plan.thresholds.";

  private static final String REPETITIONS = "plan.repetitions";

  private PlanDifference() {}

  /** One problem for each value that differs; none when the run can go on. */
  static List<Problem> between(JsonNode stored, JsonNode asked) {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> now = new TreeMap<>();
    flatten("", stored, before);
    flatten("", asked, now);
    List<Problem> problems = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      String was = before.getOrDefault(key, "absent");
      String is = now.getOrDefault(key, "absent");
      if (!was.equals(is) && !isHarmless(key, was, is)) {
        problems.add(new Problem(key, "the run to resume has " + was + ", this plan has " + is));
      }
    }
    return problems;
  }

  private static boolean isHarmless(String key, String was, String is) {
    return key.equals(DESCRIPTION)
        || SHOWN.matcher(key).matches()
        || key.startsWith(THRESHOLDS)
        || (key.equals(REPETITIONS) && isMore(was, is));
  }

  /** A rule has parts: what it decides hangs on all of them, and none may change. */
  private static boolean isMore(String was, String is) {
    return isNumber(was) && isNumber(is) && Integer.parseInt(is) > Integer.parseInt(was);
  }

  private static boolean isNumber(String value) {
    return value.chars().allMatch(Character::isDigit);
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.propertyStream()
          .forEach(property ->
              flatten(
                  path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                  property.getValue(),
                  values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + (i + 1) + "]", node.get(i), values);
      }
    } else {
      values.put(path, node.asString());
    }
  }
}
