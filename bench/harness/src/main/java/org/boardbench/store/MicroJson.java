package org.boardbench.store;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.store.file.JsonText;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code run.json} of microbenchmarks. The keys, in order: {@code format}, {@code run_id}, {@code
 * kind} ({@code micro}), {@code started}, {@code quick}, {@code complete} (false until every
 * benchmark has been tried), {@code failures} (a line for each that found nothing), {@code
 * warnings} (JMH's own), {@code jmh} (its settings), {@code libraries} (their versions), {@code
 * environment} and {@code git} as a sweep has them.
 */
final class MicroJson {
  private final Path file;
  private final ObjectNode root = JsonText.MAPPER.createObjectNode();
  private final List<String> failures = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  private MicroJson(Path file, String runId, MicroOrigin origin) {
    this.file = file;
    root.put("format", Format.MICRO);
    root.put("run_id", runId);
    root.put("kind", "micro");
    root.put("started", origin.started().truncatedTo(ChronoUnit.MILLIS).toString());
    root.put("quick", origin.isQuick());
    root.put("complete", false);
    root.putArray("failures");
    root.putArray("warnings");
    root.set("jmh", JsonText.tree(origin.method()));
    root.set("libraries", JsonText.MAPPER.valueToTree(origin.libraries()));
    root.set("environment", JsonText.environment(origin.environment()));
    root.set("git", JsonText.git(origin.git()));
  }

  static MicroJson create(Path folder, String runId, MicroOrigin origin) throws StoreException {
    MicroJson json = new MicroJson(folder.resolve(FileNames.RUN), runId, origin);
    JsonText.write(json.file, json.root);
    return json;
  }

  void fail(String failure) throws StoreException {
    failures.add(failure);
    write();
  }

  void warn(String warning) throws StoreException {
    if (warnings.add(warning)) {
      write();
    }
  }

  void setting(String name, String value) throws StoreException {
    if (!value.equals(root.path("jmh").path(name).asString(""))) {
      ((ObjectNode) root.path("jmh")).put(name, value);
      write();
    }
  }

  void complete() throws StoreException {
    root.put("complete", true);
    write();
  }

  private void write() throws StoreException {
    root.set("failures", JsonText.MAPPER.valueToTree(failures));
    root.set("warnings", JsonText.MAPPER.valueToTree(warnings));
    JsonText.write(file, root);
  }
}
