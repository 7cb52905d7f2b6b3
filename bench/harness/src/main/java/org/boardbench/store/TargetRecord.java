package org.boardbench.store;

import java.util.List;
import java.util.Map;

/**
 * What {@code run.json} says about a target.
 *
 * @param launcher {@code process}, {@code docker} or {@code external}
 * @param versions by program or library, as they name themselves
 * @param parameters with every default filled in
 * @param images of its containers, where it has any
 */
public record TargetRecord(
    String name,
    String launcher,
    Map<String, String> versions,
    Map<String, String> parameters,
    List<ImageRecord> images) {
  public TargetRecord {
    versions = Map.copyOf(versions);
    parameters = Map.copyOf(parameters);
    images = List.copyOf(images);
  }
}
