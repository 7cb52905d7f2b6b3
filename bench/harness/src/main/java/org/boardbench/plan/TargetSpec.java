package org.boardbench.plan;

import java.util.Map;

/**
 * A target asked for: its folder's name, and the parameters that replace its manifest's defaults.
 */
public record TargetSpec(String name, Map<String, String> parameters) {
  public TargetSpec {
    parameters = Map.copyOf(parameters);
  }
}
