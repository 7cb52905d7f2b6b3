package org.boardbench.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.ReferenceProgram;

/** A project in a folder of its own, whose one target is the reference server, built already. */
final class CalibrationSpecimen {
  private static final Duration HOLD = Duration.ofMillis(300);

  /** Longer than a machine stalls, for what comes late is not lost. */
  private static final Duration DRAIN = Duration.ofSeconds(6);

  private final Path root;

  CalibrationSpecimen(Path root) throws IOException {
    this.root = root;
    Path folder = Files.createDirectories(root.resolve("targets/reference"));
    String manifest = Files.readString(Path.of("../../targets/reference/target.yaml"));
    String start =
        "-XX:TieredStopAtLevel=1, -cp, \""
            + System.getProperty("java.class.path")
            + "\", "
            + ReferenceProgram.class.getName();
    Files.writeString(
        folder.resolve("target.yaml"),
        manifest
            .replaceFirst("(?s)build:.*?\ninputs:", "inputs:")
            .replace("-jar, target/server/boardbench-reference.jar", start)
            .replaceFirst("(?s)requires: [^\n]*\n", "")
            .replaceFirst("(?s)versions:.*", ""));
  }

  Path root() {
    return root;
  }

  Path results() {
    return root.resolve("results");
  }

  ExperimentPlan base() throws InputException {
    return new PlanReader(Set.of("reference"))
        .read(
            "calibration.yaml",
            "{ targets: [reference], stages: [ { users: 1, ramp: 0s, hold: 1s } ] }",
            PlanOverrides.NONE);
  }

  /** One case of each kind that needs no idle machine. */
  static CalibrationPlan tiny() {
    return new CalibrationPlan(
        true,
        List.of(
            fault(InjectedFault.CORRUPT),
            fault(InjectedFault.SWAP),
            new CapacityStep(load(0), new CapacityStep.Rates(200, 2, 100, 400)),
            new NoiseStep(2, load(20))));
  }

  static CalibrationPlan faults(InjectedFault... faults) {
    return new CalibrationPlan(
        true, List.of(faults).stream().map(CalibrationSpecimen::fault).toList());
  }

  private static CalibrationStep fault(InjectedFault fault) {
    return CalibrationPlan.fault(fault, HOLD, DRAIN);
  }

  private static CaseLoad load(double rate) {
    return new CaseLoad(6, 2, rate, Duration.ZERO, HOLD, HOLD, DRAIN);
  }

  /** Rows of {@code figure}. */
  static List<CSVRecord> rows(Path folder, String figure) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(folder.resolve("calibration.csv")))) {
      return parser.stream().filter(row -> row.get("figure").equals(figure)).toList();
    }
  }
}
