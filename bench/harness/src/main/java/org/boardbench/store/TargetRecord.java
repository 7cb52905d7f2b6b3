package org.boardbench.store;

import java.util.Map;

/**
 * What {@code run.json} says about a target.
 *
 * @param launcher {@code process} or {@code external}
 * @param versions by program or library, as they name themselves
 * @param parameters with every default filled in
 */
public record TargetRecord(
    String name, String launcher, Map<String, String> versions, Map<String, String> parameters) {
  public TargetRecord {
    versions = Map.copyOf(versions);
    parameters = Map.copyOf(parameters);
  }
}
