package org.boardbench.sut.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.sut.manifest.TargetManifest.Balancer;
import org.boardbench.sut.manifest.TargetManifest.CompanionManifest;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolVersion;

/**
 * Reads {@code balancers.yaml}, beside the targets' folders: what hands users on to several
 * replicas of a server. Each is a companion, with the keys that a manifest's companions have, and
 * is named after the tool that it needs. In its {@code start}, {@code {port}} is its own, {@code
 * {replicas}} the servers' addresses with spaces between them, and {@code {health}} the path of
 * their health check.
 */
final class BalancerReader {
  static final String FILE_NAME = "balancers.yaml";

  private static final Set<String> PLACEHOLDERS = Set.of(Balancer.REPLICAS, Balancer.HEALTH);

  private BalancerReader() {}

  /**
   * All that the file has, by their names.
   *
   * @param targets the folder of both files
   * @throws InputException with every problem
   */
  static Map<String, Balancer> read(Path targets) throws InputException {
    Problems problems = new Problems();
    ManifestFields root = load(targets.resolve(FILE_NAME), problems);
    ToolReader tools =
        new ToolReader(load(targets.resolve(ToolReader.FILE_NAME), problems), targets);
    Map<Tool, ToolVersion> required = tools.required(root.optionalMap("requires"), targets);
    Map<String, CompanionManifest> companions =
        TargetManifestReader.companions(root.map("balancers"), PLACEHOLDERS);
    root.rejectOthers();
    problems.throwIfAny();
    Map<String, Balancer> balancers = new LinkedHashMap<>();
    companions.forEach((name, companion) ->
        balancers.put(name, new Balancer(name, companion, named(name, required))));
    return balancers;
  }

  private static Map<Tool, ToolVersion> named(String name, Map<Tool, ToolVersion> tools) {
    Map<Tool, ToolVersion> own = new LinkedHashMap<>(tools);
    own.keySet().removeIf(tool -> !tool.name().equals(name));
    return own;
  }

  private static ManifestFields load(Path file, Problems problems) throws InputException {
    String name = file.getFileName().toString();
    try {
      return new ManifestFields(
          Optional.of(file).filter(Files::exists).isPresent()
              ? YamlMap.parseOneOfSeveral(name, Files.readString(file), problems)
              : Optional.empty(),
          problems);
    } catch (IOException unreadable) {
      throw new InputException(List.of(new Problem(name, "cannot be read: " + unreadable)));
    }
  }
}
