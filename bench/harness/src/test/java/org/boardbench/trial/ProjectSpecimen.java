package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.input.InputException;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.ReferenceProgram;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.source.StageSource;

/** A project in a folder of its own, with one target that works and others that fail in one way. */
public final class ProjectSpecimen {
  private static final String ENDPOINT =
      """
      title: A specimen
      protocol: raw
      endpoint: { path: /ws, health: /health }
      """;

  private static final String SERVER =
      "\"{jdk}/bin/java\", -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -cp, \""
          + System.getProperty("java.class.path")
          + "\", "
          + ReferenceProgram.class.getName()
          + ", \"--host={host}\", \"--port={port}\"";

  private final Path root;

  public ProjectSpecimen(Path root) throws IOException {
    this.root = root;
    target("board", "start: [" + SERVER + "]");
    target(
        "mortal",
        "start: [sh, -c, '\"$@\" & until [ -e fate ]; do sleep 0.1; done;"
            + " echo out of ideas; kill -9 $!; exit 7', sh, "
            + SERVER
            + "]");
    target("delayed", "start: [" + SERVER + ", \"--delay=1\", \"--delay-by=200ms\"]");
    target("dropping", "start: [" + SERVER + ", \"--drop=7\"]");
    target("never-ready", "start: [sh, -c, 'echo thinking; exec sleep 60']");
    target(
        "unbuildable",
        "build: [[sh, -c, 'echo no compiler here; exit 3']]\nstart: [sh, -c, 'exit 0']");
  }

  private void target(String name, String manifest) throws IOException {
    Path folder = Files.createDirectories(root.resolve("targets").resolve(name));
    Files.writeString(folder.resolve("target.yaml"), ENDPOINT + manifest + "\n");
  }

  /**
   * Ends the target {@code mortal} within a tenth of a second or so, and each later start of it.
   */
  public void endMortal() throws IOException {
    Files.writeString(root.resolve("targets/mortal/fate"), "");
  }

  public Path root() {
    return root;
  }

  public Path results() {
    return root.resolve("results");
  }

  /** The plan of an experiment file. */
  public ExperimentPlan plan(String yaml) throws InputException {
    return new PlanReader(
            Set.of("board", "delayed", "dropping", "mortal", "never-ready", "unbuildable"))
        .read("specimen.yaml", yaml, PlanOverrides.NONE);
  }

  /**
   * The plan for a server that runs already.
   *
   * @param options of the command line
   */
  static ExperimentPlan external(ReferenceServer server, Map<String, String> options)
      throws InputException {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(options, List.of()));
  }

  /** A sweep for which the driver does not warm up. */
  static Sweep coldSweep(ExperimentPlan plan, Path root, EventBus<RunEvent> events) {
    return coldSweep(plan, root, events, StageSource.of(plan.stages()));
  }

  static Sweep coldSweep(
      ExperimentPlan plan, Path root, EventBus<RunEvent> events, StageSource stages) {
    return new Sweep(plan, root, events, stages, (asked, loops, clock) -> {});
  }

  public static List<CSVRecord> rows(Path csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(csv))) {
      return parser.getRecords();
    }
  }
}
