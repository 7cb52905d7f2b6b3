package org.boardbench.clients.output;

import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.sut.manifest.ClientManifest;

/**
 * What a client found.
 *
 * @param rtt of own messages that were sent in the hold
 */
public record ClientOutput(ClientCounts counts, TimeFigures rtt) {
  private static final double NS_PER_MS = 1e6;

  /**
   * Reads what a client has left in its folder.
   *
   * @param hold how long the hold was that it was asked for
   * @throws ClientFailure when a file is missing or is not as it must be
   */
  public static ClientOutput read(Path folder, ClientManifest.Output kind, Duration hold)
      throws ClientFailure {
    ClientCounts counts = ClientCounts.read(folder);
    double endMs = counts.holdStartMs() + hold.toNanos() / NS_PER_MS;
    Histogram rtt = TimeHistograms.upTo(hold.toNanos());
    switch (kind) {
      case PLAIN ->
          PlainSamples.read(folder, sample -> add(rtt, sample, counts.holdStartMs(), endMs));
      case K6 -> K6Samples.read(folder, sample -> add(rtt, sample, counts.holdStartMs(), endMs));
    }
    return new ClientOutput(counts, TimeHistograms.figures(rtt));
  }

  /** A clock that was set back must not make a message come back before it was sent. */
  private static void add(Histogram rtt, RttSample sample, double fromMs, double toMs) {
    if (sample.sentMs() >= fromMs && sample.sentMs() < toMs) {
      rtt.recordValue(Math.max(0, Math.round(sample.rttMs() * NS_PER_MS)));
    }
  }
}
