package org.boardbench.findings.ranking;

import tools.jackson.databind.JsonNode;

/**
 * Which variants of a run are its floor: a server of next to no cost, which shows what driver and
 * kernel take alone. It competes with nobody.
 *
 * @param plan as {@code run.json} has it
 */
public record Floors(JsonNode plan) {
  /** The folder of the server that the harness calibrates itself with. */
  private static final String TARGET = "reference";

  /** Whether that variant is one. */
  public boolean has(String variant) {
    for (JsonNode planned : plan.path("targets")) {
      if (planned.path("name").asString("").equals(variant)) {
        return planned.path("target").asString("").equals(TARGET);
      }
    }
    return folder(variant).equals(TARGET);
  }

  /** Runs from before there were variants have a folder, perhaps with a launcher behind it. */
  public static String folder(String variant) {
    return variant.split("@", 2)[0];
  }
}
