package org.boardbench.store;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The plan of a run that was begun before plans had variants: its targets are names of folders,
 * perhaps with {@code @launcher} behind them, and all else is the plan's.
 */
final class EarlierPlan {
  private static final String LAUNCHER = "launcher";
  private static final String PARAMETERS = "parameters";
  private static final String LIMITS = "limits";

  private EarlierPlan() {}

  /** The same plan as it would be stored now; a plan of now is returned unchanged. */
  static ObjectNode asNow(ObjectNode stored) {
    if (!stored.has(PARAMETERS) || !stored.has(LAUNCHER)) {
      return stored;
    }
    ObjectNode plan = stored.deepCopy();
    JsonNode parameters = plan.remove(PARAMETERS);
    ArrayNode variants = plan.putArray("targets");
    for (JsonNode name : stored.path("targets")) {
      String[] parts = name.asString().split("@", 2);
      ObjectNode variant = variants.addObject();
      variant.put("name", name.asString());
      variant.put("target", parts[0]);
      variant.put(LAUNCHER, parts.length == 2 ? parts[1] : stored.path(LAUNCHER).asString());
      variant.set(
          PARAMETERS, parameters.has(parts[0]) ? parameters.get(parts[0]) : variant.objectNode());
      variant.set(LIMITS, stored.path(LIMITS).deepCopy());
    }
    return plan;
  }
}
