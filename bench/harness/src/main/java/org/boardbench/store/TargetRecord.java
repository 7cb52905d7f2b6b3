package org.boardbench.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.plan.model.Variant;

/**
 * What {@code run.json} says about a variant of a target.
 *
 * @param launcher {@code process}, {@code docker}, {@code kubernetes} or {@code external}
 * @param versions by program or library, as they name themselves
 * @param parameters with every default filled in
 * @param images of its containers, where it has any
 * @param environment of the server, with the ports that change from trial to trial left open
 * @param companions the versions of each companion, which {@code versions} has too
 * @param reachedBy how users get to a server that runs in a cluster, or whose machine has it
 */
public record TargetRecord(
    Variant variant,
    String launcher,
    Map<String, String> versions,
    Map<String, String> parameters,
    List<ImageRecord> images,
    Map<String, String> environment,
    Map<String, Map<String, String>> companions,
    Optional<String> reachedBy) {
  static final String EXTERNAL = "external";

  public TargetRecord {
    versions = Map.copyOf(versions);
    parameters = Map.copyOf(parameters);
    images = List.copyOf(images);
    environment = Map.copyOf(environment);
    companions = Map.copyOf(companions);
  }

  /** Of this machine. */
  public TargetRecord(
      Variant variant,
      String launcher,
      Map<String, String> versions,
      Map<String, String> parameters,
      List<ImageRecord> images,
      Map<String, String> environment,
      Map<String, Map<String, String>> companions) {
    this(
        variant, launcher, versions, parameters, images, environment, companions, Optional.empty());
  }

  /** The same, to which users get in a way of its own. */
  public TargetRecord reachedBy(String way) {
    return new TargetRecord(
        variant, launcher, versions, parameters, images, environment, companions, Optional.of(way));
  }

  /** A server that someone else started: nobody here knows what it is made of. */
  public static TargetRecord external(Variant variant) {
    return new TargetRecord(variant, EXTERNAL, Map.of(), Map.of(), List.of(), Map.of(), Map.of());
  }

  public String name() {
    return variant.name();
  }

  /** Whether someone else started the server. */
  boolean isExternal() {
    return launcher.equals(EXTERNAL);
  }
}
