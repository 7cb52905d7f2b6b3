package org.boardbench.browser.felt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.StoreException;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.TableFile;
import org.boardbench.store.StageRow;
import org.boardbench.trial.Onlooker;

/** One trial, looked at by a browser; where that does not start, or ends, the rows say so. */
final class FeltWatch implements Onlooker.Watch {
  private final Onlooker.Scene scene;
  private final FeltSetting setting;
  private final TableFile<FeltRecord> table;
  private Optional<FeltSession> session = Optional.empty();

  /** Why there is no browser any more; empty while there is. */
  private Optional<String> ended = Optional.empty();

  private FeltWatch(Onlooker.Scene scene, FeltSetting setting, TableFile<FeltRecord> table) {
    this.scene = scene;
    this.setting = setting;
    this.table = table;
  }

  static FeltWatch start(
      Onlooker.Scene scene, Chromium chromium, FeltSetting setting, TableFile<FeltRecord> table)
      throws InterruptedException {
    FeltWatch watch = new FeltWatch(scene, setting, table);
    try {
      watch.session =
          Optional.of(
              FeltSession.start(
                  chromium,
                  scene.endpoint(),
                  setting,
                  scene.loops(),
                  scene.clock(),
                  scene.plan().seed(scene.trial().repetition())));
    } catch (BrowserFailure e) {
      watch.gone("did not start", e.getMessage());
    }
    return watch;
  }

  private void gone(String how, String reason) {
    ended = Optional.of(reason);
    scene
        .notes()
        .accept(
            "Note: the browser beside %s %s, and the trial goes on without it: %s"
                .formatted(scene.trial().target(), how, reason));
  }

  @Override
  public Optional<Component> component() {
    return session
        .flatMap(FeltSession::pid)
        .map(pid -> new Component(Component.BROWSER, pid, Optional.empty(), Optional.empty()));
  }

  @Override
  public void holdStarted(StageSpec stage, long startNs) {
    if (ended.isEmpty()) {
      session.ifPresent(browser -> browser.holdStarted(startNs));
    }
  }

  @Override
  public void holdEnded() {
    if (ended.isEmpty()) {
      session.ifPresent(FeltSession::holdEnded);
    }
  }

  @Override
  public void stageEnded(StageRow row, OptionalDouble cpuPct)
      throws StoreException, InterruptedException {
    if (ended.isPresent() || session.isEmpty()) {
      FeltRecord unseen =
          record(
              row,
              new FeltRecord.Counts(0, 0, 0, 0),
              FeltRecord.Pages.UNKNOWN,
              FeltRecord.Times.NONE,
              OptionalDouble.empty());
      append(unseen, row);
      return;
    }
    HoldSight sight = session.get().sight();
    sight.ended().ifPresent(reason -> gone("ended in stage " + row.result().number(), reason));
    FeltTimes felt = new FeltTimes(sight, setting.peers());
    FeltRecord seen = record(row, felt.counts(), felt.pages(), felt.times(), cpuPct);
    log(row, felt.histograms());
    append(seen, row);
  }

  private FeltRecord record(
      StageRow row,
      FeltRecord.Counts counts,
      FeltRecord.Pages pages,
      FeltRecord.Times times,
      OptionalDouble cpuPct) {
    return new FeltRecord(
        scene.trial(),
        row.result().number(),
        row.result().spec().users(),
        row.result().spec().hold().toMillis() / 1e3,
        setting.row(),
        counts,
        pages,
        times,
        cpuPct,
        ended,
        List.of());
  }

  private void log(StageRow row, Map<FeltSpan, Histogram> histograms) throws StoreException {
    FeltLog.append(
        scene.folder(),
        row.result().number(),
        scene.clock().epoch().plusNanos(row.result().holdStartNs()),
        scene.clock().epoch().plusNanos(row.result().holdEndNs()),
        histograms);
  }

  private void append(FeltRecord seen, StageRow row) throws StoreException {
    FeltRecord judged = seen.withReasons(FeltVerdict.of(seen, row.verdict().reasons()));
    table.append(List.of(judged));
    if (judged.times().remote().isMeasured()) {
      scene.notes().accept(line(judged));
    }
  }

  /** What was felt, for whoever watches. */
  private static String line(FeltRecord row) {
    TimeFigures remote = row.times().remote();
    return String.format(
        Locale.ROOT,
        "felt, stage %d, %d users: %d of %d strokes shown, remote ink p50 %.1f p95 %.1f p99 %.1f ms,"
            + " server p50 %.1f ms, %.0f frames a second%s",
        row.stage(),
        row.users(),
        row.counts().shown(),
        row.counts().sent(),
        remote.p50Ns() / 1e6,
        remote.p95Ns() / 1e6,
        remote.p99Ns() / 1e6,
        row.times().server().p50Ns() / 1e6,
        row.pages().fps().orElse(0),
        row.reasons().isEmpty() ? "" : "; invalid: " + InvalidReason.cell(row.reasons()));
  }

  @Override
  public void close() {
    session.ifPresent(FeltSession::close);
  }
}
