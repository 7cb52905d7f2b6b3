package org.boardbench.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.ServerText;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.verdict.Verdict;

/** What happened in a trial, in words, line by line: {@code driver.log}. */
final class DriverLog implements AutoCloseable {
  private final PrintWriter out;
  private final Clock clock;

  private DriverLog(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  static DriverLog create(Path file, Clock clock) throws IOException {
    return new DriverLog(new PrintWriter(Files.newBufferedWriter(file), true), clock);
  }

  void line(String text) {
    out.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + text);
  }

  /**
   * A stage that has run.
   *
   * @param errorAnswers what the server refused, by reason
   */
  void stage(StageResult result, Map<String, Integer> errorAnswers) {
    line(
        "%s: %d users joined, %d sent, %d of %d deliveries lost in the hold, %d of %d in the ramp"
            .formatted(
                name(result.number()),
                result.joined(),
                result.hold().sent(),
                result.hold().lost(),
                result.hold().expected(),
                result.ramp().lost(),
                result.ramp().expected()));
    line(
        "%s: %d of %d scheduled messages unserved, %d of %d owed deliveries made, %d reconnects"
            .formatted(
                name(result.number()),
                result.unserved(),
                result.hold().scheduled(),
                result.hold().delivered(),
                result.owed().total(),
                result.reconnects()));
    reasons("connection failed", result.connectFailures());
    reasons("connection dropped", result.disconnects());
    reasons("error answer", errorAnswers);
  }

  /** Something that was made to fail in the hold that has just been reported. */
  void fault(FaultEvent fault) {
    line(
        String.format(
            Locale.ROOT,
            "fault: %s of %s, planned at %.3f s, came %s, ended %s",
            fault.kind(),
            fault.component(),
            fault.plannedNs() / 1e9,
            moment(fault.atNs()),
            moment(fault.endedNs())));
  }

  private static String moment(OptionalLong ns) {
    return ns.isPresent() ? String.format(Locale.ROOT, "at %.3f s", ns.getAsLong() / 1e9) : "not";
  }

  /** What the loops allocated for each delivery of the hold that has just been reported. */
  void allocation(OptionalDouble bytesPerDelivery) {
    bytesPerDelivery.ifPresent(
        bytes -> line(String.format(Locale.ROOT, "allocated %.3f bytes a delivery", bytes)));
  }

  /** How much of this program's CPU time in that hold was the kernel's. */
  void kernelShare(OptionalDouble pct) {
    pct.ifPresent(share ->
        line(String.format(Locale.ROOT, "spent %.1f %% of its CPU time in the kernel", share)));
  }

  /** Whether the stage's row is valid, and why not. */
  void verdict(int stage, Verdict verdict) {
    verdict.reasons().forEach(reason -> line(name(stage) + " is invalid: " + reason.text()));
  }

  private void reasons(String what, Map<String, Integer> counts) {
    new TreeMap<>(counts).forEach((reason, users) -> line(what + ": " + users + " × " + reason));
  }

  void failure(Throwable cause) {
    line("failed: " + ServerText.lines(cause.toString()));
    if (cause instanceof RuntimeException && !(cause instanceof TrialFailure)) {
      cause.printStackTrace(out);
    }
  }

  private static String name(int stage) {
    return stage == 0 ? "warm-up" : "stage " + stage;
  }

  @Override
  public void close() {
    out.close();
  }
}
