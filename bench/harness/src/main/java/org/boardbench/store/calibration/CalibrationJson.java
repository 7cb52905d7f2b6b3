package org.boardbench.store.calibration;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.store.file.JsonText;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code calibration.json}: what came out, in short. The keys, in order: {@code format}, {@code
 * run_id}, {@code started}, {@code quick}, {@code complete} (false until every case has run),
 * {@code ok}, {@code failures} (a line for each number that missed the truth and each case that
 * broke down), {@code environment}, {@code git}, {@code driver}, and those of {@link
 * CalibrationSummary}.
 */
final class CalibrationJson {
  private final Path file;
  private final ObjectNode root = JsonText.MAPPER.createObjectNode();
  private final List<String> failures = new ArrayList<>();
  private final CalibrationSummary summary;

  private CalibrationJson(Path file, String runId, CalibrationOrigin origin) {
    this.file = file;
    root.put("format", Format.CALIBRATION);
    root.put("run_id", runId);
    root.put("started", origin.run().epoch().truncatedTo(ChronoUnit.MILLIS).toString());
    root.put("quick", origin.isQuick());
    root.put("complete", false);
    root.put("ok", false);
    root.putArray("failures");
    root.set("environment", JsonText.environment(origin.run().environment()));
    root.set("git", JsonText.git(origin.run().git()));
    root.putObject("driver")
        .put("cores", origin.driverCores())
        .setAll((ObjectNode) JsonText.driver(origin.run().driver()));
    summary = new CalibrationSummary(root);
  }

  static CalibrationJson create(Path folder, String runId, CalibrationOrigin origin)
      throws StoreException {
    CalibrationJson json =
        new CalibrationJson(folder.resolve(FileNames.CALIBRATION), runId, origin);
    JsonText.write(json.file, json.root);
    return json;
  }

  void add(CalibrationCase ended) throws StoreException {
    summary.add(ended);
    failures.addAll(ended.misses());
    write();
  }

  void fail(String failure) throws StoreException {
    failures.add(failure);
    write();
  }

  void complete() throws StoreException {
    root.put("complete", true);
    root.put("ok", failures.isEmpty());
    write();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private void write() throws StoreException {
    root.set("failures", JsonText.MAPPER.valueToTree(failures));
    JsonText.write(file, root);
  }
}
