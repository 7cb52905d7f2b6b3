package org.boardbench.sut.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ReplicaSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.manifest.TargetManifest.Balancer;
import org.boardbench.sut.manifest.TargetManifest.Replicas;

/** The servers that this project has: every folder in {@code targets/} with a manifest. */
public final class TargetCatalog {
  private final Path targets;

  /**
   * @param root the project's folder
   */
  public TargetCatalog(Path root) {
    this.targets = root.resolve("targets");
  }

  /** Every target's name, in alphabetical order. */
  public List<String> names() {
    if (!Files.isDirectory(targets)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(targets)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(TargetManifestReader.FILE_NAME)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads one target's manifest.
   *
   * @throws InputException when there is no such target, naming those there are, or when its
   *     manifest has problems
   */
  public TargetManifest manifest(String name) throws InputException {
    List<String> names = names();
    if (!names.contains(name)) {
      String known = names.isEmpty() ? "there are none in " + targets : String.join(", ", names);
      throw new InputException(
          List.of(new Problem("targets", "unknown target \"" + name + "\"; known: " + known)));
    }
    return TargetManifestReader.read(targets.resolve(name));
  }

  /**
   * The manifests of all variants of a plan, by their names, in the plan's order.
   *
   * @throws InputException with all that is wrong with any of them: unknown targets, broken
   *     manifests, unknown parameters, values out of bounds
   */
  public Map<String, TargetManifest> manifests(Collection<Variant> variants) throws InputException {
    Map<String, TargetManifest> manifests = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Variant variant : variants) {
      try {
        TargetManifest manifest = manifest(variant.target());
        problems.addAll(manifest.objections(variant.parameters()));
        ReplicaObjections.of(variant, manifest.service()).ifPresent(problems::add);
        manifests.put(variant.name(), manifest.with(replicas(variant.replicas())));
      } catch (InputException broken) {
        problems.addAll(broken.problems());
      }
    }
    if (!problems.isEmpty()) {
      // What is wrong with the tools that they share is so for each.
      throw new InputException(problems.stream().distinct().toList());
    }
    return Collections.unmodifiableMap(manifests);
  }

  /** A target that can have replicas, with each balancer in front of it; none of another one. */
  public List<TargetManifest> balanced(TargetManifest manifest) throws InputException {
    return manifest.service().joinedBy().isEmpty()
        ? List.of()
        : BalancerReader.read(targets).values().stream()
            .map(balancer -> manifest.with(new Replicas(1, Optional.of(balancer))))
            .toList();
  }

  private Replicas replicas(ReplicaSpec asked) throws InputException {
    if (!asked.isBalanced()) {
      return new Replicas(asked.number(), Optional.empty());
    }
    String name = asked.balancer().key();
    Optional<Balancer> balancer = Optional.ofNullable(BalancerReader.read(targets).get(name));
    if (balancer.isEmpty()) {
      throw new InputException(
          List.of(new Problem("targets/" + BalancerReader.FILE_NAME, "has no balancer " + name)));
    }
    return new Replicas(asked.number(), balancer);
  }
}
