package org.boardbench.cli.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.store.SkippedVariant;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;

/**
 * Which variants of a run need a tool that this machine lacks: they are skipped, and the others
 * run. What servers in containers need is in their images, and what servers on another machine need
 * is there.
 */
public final class MissingTools {
  private MissingTools() {}

  /**
   * The request without them.
   *
   * @throws InputException with what is wrong with any manifest
   */
  public static RunRequest skipped(RunRequest request) throws InputException, InterruptedException {
    if (request.plan().external().isPresent() || request.plan().launch().sut().isPresent()) {
      return request;
    }
    List<Variant> processes =
        request.plan().variants().stream()
            .filter(variant -> variant.launcher() == LauncherChoice.PROCESS)
            .toList();
    Map<String, TargetManifest> manifests =
        new TargetCatalog(request.projectRoot()).manifests(processes);
    HostEnvironment host = HostEnvironment.of(request.projectRoot());
    Map<TargetManifest, Optional<String>> reasons = new HashMap<>();
    List<SkippedVariant> skipped = new ArrayList<>();
    for (Variant variant : processes) {
      TargetManifest manifest = manifests.get(variant.name());
      if (!reasons.containsKey(manifest)) {
        reasons.put(manifest, reason(manifest, host));
      }
      reasons
          .get(manifest)
          .ifPresent(reason -> skipped.add(new SkippedVariant(variant.name(), reason)));
    }
    return skipped.isEmpty() ? request : request.without(skipped);
  }

  private static Optional<String> reason(TargetManifest manifest, HostEnvironment host)
      throws InterruptedException {
    List<Problem> problems = ToolCheck.problems(List.of(manifest), host);
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
  }
}
