package org.boardbench.micro.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.boardbench.results.row.MicroRow;
import org.boardbench.store.MicroStore;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** The order of events: a case runs, and is stored before the next one begins. */
final class MicroRun {
  private final List<BenchmarkCase> cases;
  private final CaseRunner runner;
  private final MicroStore store;
  private final JmhLog log;
  private final MicroView view;
  private final PaceLeft left;
  private final BooleanSupplier isEnding;

  private final List<RunResult> results = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param isEnding whether this program has been told to end, and its forks with it
   */
  MicroRun(
      List<BenchmarkCase> cases,
      CaseRunner runner,
      MicroStore store,
      JmhLog log,
      MicroView view,
      PaceLeft left,
      BooleanSupplier isEnding) {
    this.cases = cases;
    this.runner = runner;
    this.store = store;
    this.log = log;
    this.view = view;
    this.left = left;
    this.isEnding = isEnding;
  }

  /**
   * Runs every case.
   *
   * @return a line for each that found nothing
   */
  List<String> run() throws IOException {
    for (BenchmarkCase one : cases) {
      view.caseStarted(one);
      try {
        store(one, runner.run(one));
      } catch (CaseFailure e) {
        if (isEnding.getAsBoolean()) {
          return failures;
        }
        failures.add(e.getMessage());
        store.fail(e.getMessage());
        view.caseFailed(e.getMessage());
      }
      left.caseEnded();
      noteWhatJmhSaid();
    }
    store.complete();
    return failures;
  }

  private void store(BenchmarkCase one, Collection<RunResult> found) throws IOException {
    results.addAll(found);
    String json = json();
    for (RunResult result : found) {
      MicroRow row = CaseRow.of(one, result);
      store.append(row, json);
      if (row.forks().isSteady().isPresent() && !row.forks().isSteady().get()) {
        store.warn(ForkJudge.warning(one, row.forks()));
      }
      view.caseEnded(row);
    }
  }

  private void noteWhatJmhSaid() throws IOException {
    for (String warning : log.warnings()) {
      store.warn(warning);
    }
    if (log.blackholeMode().isPresent()) {
      store.setting("blackhole_mode", log.blackholeMode().get());
    }
  }

  private String json() {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(json, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return json.toString(StandardCharsets.UTF_8);
  }
}
