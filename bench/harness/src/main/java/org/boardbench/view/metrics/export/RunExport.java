package org.boardbench.view.metrics.export;

import static java.util.Comparator.naturalOrder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.boardbench.store.StoredRun;
import org.boardbench.view.metrics.MetricsPage;
import tools.jackson.databind.JsonNode;

/**
 * Sends a stored run to a VictoriaMetrics, trial by trial. To send it again changes nothing: the
 * same values have the same times.
 */
public final class RunExport {
  /** Large enough to be quick, small against the heap. */
  private static final int BATCH_BYTES = 2 << 20;

  private static final int MOST_QUESTIONS = 20;
  private static final long PAUSE_MS = 250;

  private final StoredRun run;
  private final URI to;
  private final Duration answerDeadline;
  private final PrintStream out;

  /**
   * @param out gets a line for each trial, and what the board will not show
   */
  public RunExport(StoredRun run, URI to, PrintStream out) {
    this(run, to, MetricsDatabase.ANSWER_DEADLINE, out);
  }

  /**
   * @param answerDeadline until the database has answered a request
   */
  RunExport(StoredRun run, URI to, Duration answerDeadline, PrintStream out) {
    this.run = run;
    this.to = to;
    this.answerDeadline = answerDeadline;
    this.out = out;
  }

  /**
   * Sends all of it.
   *
   * @param replaces whether what the database has of the run is to go first
   * @throws ExportException when there is no connection, the other side closes it or refuses, has
   *     the run already from when it ran, or does not keep what is as old
   */
  public void send(boolean replaces) throws IOException, InterruptedException {
    try (MetricsDatabase database = new MetricsDatabase(to, answerDeadline)) {
      String selector = "{run=\"" + run.runId() + "\"}";
      if (replaces) {
        database.delete(selector);
      } else {
        refuseLiveSeries(database.series(selector, Instant.EPOCH));
      }
      ExportNotes notes = new ExportNotes();
      List<TrialExport> trials =
          run.results().trials().stream().map(row -> new TrialExport(run, row)).toList();
      Instant start = start(trials);
      int sent = 0;
      for (TrialExport trial : trials) {
        send(pages(trial, notes), database);
        sent++;
        out.println(sent + " of " + trials.size() + ": " + trial.id());
      }
      if (!isKept(database, start)) {
        throw new ExportException(
            to + " keeps nothing of " + run.runId() + ": is its -retentionPeriod too short?");
      }
      notes.lines().forEach(out::println);
      out.println(run.runId() + " is at " + to);
    }
  }

  /**
   * What was sent shows a moment later, and a busy machine makes that a long one. A question that
   * was answered with nothing would get the remembered answer, so each is another one.
   */
  private boolean isKept(MetricsDatabase database, Instant start)
      throws IOException, InterruptedException {
    for (int question = 0; question < MOST_QUESTIONS; question++) {
      if (question > 0) {
        Thread.sleep(PAUSE_MS);
      }
      String selector = "{run=\"" + run.runId() + "\",trial!=\"" + question + "\"}";
      if (!database.series(selector, start).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What was collected live bears the collector's labels too, so that both would be shown. */
  private void refuseLiveSeries(JsonNode series) throws ExportException {
    for (JsonNode labels : series) {
      if (labels.has("job")) {
        throw new ExportException(
            to
                + " has "
                + run.runId()
                + " already, collected while it ran: give --replace to put the stored run in its place");
      }
    }
  }

  private Instant start(List<TrialExport> trials) throws ExportException {
    try {
      return trials.stream().map(TrialExport::start).min(naturalOrder()).orElse(Instant.EPOCH);
    } catch (DateTimeParseException e) {
      throw new ExportException(run.folder() + ": trials.csv cannot be read: " + e.getMessage());
    }
  }

  private TrialPages pages(TrialExport trial, ExportNotes notes) throws IOException {
    try {
      return trial.pages(notes);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new ExportException(
          run.folder() + ": " + trial.id() + " cannot be read: " + e.getMessage());
    }
  }

  private static void send(TrialPages pages, MetricsDatabase database)
      throws IOException, InterruptedException {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (MetricsPage page : pages.all()) {
      page.writeTo(batch);
      if (batch.size() >= BATCH_BYTES) {
        database.add(batch.toByteArray());
        batch.reset();
      }
    }
    if (batch.size() > 0) {
      database.add(batch.toByteArray());
    }
  }
}
