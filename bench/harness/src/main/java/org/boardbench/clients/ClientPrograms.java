package org.boardbench.clients;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.core.EpochClock;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.store.clients.ClientShareStore;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.build.TargetVersions;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.ClientManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.tools.ToolNeed;

/** The clients of somebody else's that were asked for, and which of them can take part here. */
final class ClientPrograms {
  private final Map<String, ClientManifest> manifests = new LinkedHashMap<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final Map<String, Optional<String>> versions = new LinkedHashMap<>();

  private ClientPrograms() {}

  /**
   * Reads their manifests and looks for their tools; a client that lacks one will be skipped.
   *
   * @throws InputException when a manifest has problems
   */
  static ClientPrograms check(Path root, List<String> asked, HostEnvironment host)
      throws InputException, InterruptedException {
    ClientPrograms programs = new ClientPrograms();
    ClientCatalog catalog = new ClientCatalog(root);
    for (String name : asked) {
      if (!name.equals(ClientRecord.BOARDBENCH)) {
        ClientManifest manifest = catalog.manifest(name);
        programs.manifests.put(name, manifest);
        for (ToolNeed need : ToolCheck.needs(List.of(manifest.program()), host)) {
          need.problem()
              .map(Problem::toString)
              .or(() -> otherMajor(manifest, need))
              .ifPresent(reason -> programs.skipped.putIfAbsent(name, reason));
        }
      }
    }
    return programs;
  }

  private static Optional<String> otherMajor(ClientManifest manifest, ToolNeed need) {
    List<String> known = manifest.majors().getOrDefault(need.tool().name(), List.of());
    return need.found()
        .filter(found -> !known.isEmpty() && !known.contains(Integer.toString(found.major())))
        .map(found ->
            "%s %s is of another major version than it is written for (%s)"
                .formatted(need.tool().name(), found.text(), String.join(", ", known)));
  }

  /** Makes those ready that can take part, and says of the others in a line why they do not. */
  void build(
      HostEnvironment host, ProcessSet processes, ClientShareStore store, Consumer<String> lines)
      throws StoreException, InterruptedException {
    for (ClientManifest manifest : manifests.values()) {
      String name = manifest.name();
      Map<String, String> found = Map.of();
      if (!skipped.containsKey(name)) {
        lines.accept("Building " + name + " if it has changed");
        try {
          new TargetBuilder(host, processes).build(manifest.program());
          found = TargetVersions.of(manifest.program(), host);
          versions.put(name, first(manifest, found));
        } catch (LaunchException broken) {
          skipped.put(name, broken.getMessage().lines().findFirst().orElse(name));
        }
      }
      Optional<String> reason = Optional.ofNullable(skipped.get(name));
      reason.ifPresent(words -> lines.accept("Skipping " + name + ": " + words));
      store.client(name, manifest.program().title(), found, reason);
    }
  }

  private static Optional<String> first(ClientManifest manifest, Map<String, String> found) {
    return manifest.program().versions().keySet().stream()
        .filter(found::containsKey)
        .map(found::get)
        .findFirst();
  }

  /** Those that take part. */
  Map<String, LoadClient> clients(HostEnvironment host, ProcessSet processes, EpochClock clock) {
    Map<String, LoadClient> clients = new LinkedHashMap<>();
    manifests.forEach((name, manifest) -> {
      if (!skipped.containsKey(name)) {
        clients.put(name, new ClientProcess(manifest, versions.get(name), host, processes, clock));
      }
    });
    return clients;
  }
}
