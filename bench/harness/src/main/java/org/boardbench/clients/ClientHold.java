package org.boardbench.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.calibrate.server.CaseFailure;
import org.boardbench.calibrate.server.CountsClient;
import org.boardbench.clients.LoadClient.Driven;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.clients.sentinel.Sentinels;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.FileNames;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.process.LaunchException;

/**
 * One hold: a fresh server, sentinels on its boards, then the client. Everything is undone however
 * it ends.
 */
final class ClientHold {
  private final ExperimentPlan plan;
  private final SocketLoops loops;
  private final EpochClock clock;
  private final Quiet quiet;

  ClientHold(ExperimentPlan plan, SocketLoops loops, EpochClock clock) {
    this.plan = plan;
    this.loops = loops;
    this.clock = clock;
    this.quiet = new Quiet(clock);
  }

  /**
   * Drives it, and gives its row, also when it failed.
   *
   * @param keepsBooks whether the target counts its deliveries and tells them
   * @param folder for logs and what the client finds; exists
   */
  ClientRecord drive(
      ClientRecord.Key key,
      LoadClient client,
      ClientLoad load,
      Launcher launcher,
      boolean keepsBooks,
      Path folder)
      throws InterruptedException {
    try (RunningTarget target =
            launcher.launch(
                folder.resolve(FileNames.TARGET_LOG),
                plan.deadlines().ready(),
                plan.deadlines().stop());
        Sentinels sentinels =
            Sentinels.join(plan, target.endpoint(), Protocols.usual(), loops, clock)) {
      Driven driven = client.drive(target, load, folder);
      CountsClient books = new CountsClient(target.endpoint().uri());
      // A sentinel's copy of the last message may come after the client's, and a slow server has
      // more to send when the client has given up.
      quiet.await(
          () -> sentinels.total() + (keepsBooks ? books.counts().deliveries() : 0),
          plan.deadlines().drain());
      Sentinels.Sight sight = sentinels.sight(driven.holdStartNs(), driven.holdEndNs());
      return judged(
          new ClientRecord(
              key,
              load.record(),
              driven.users(),
              driven.messages(),
              driven.rtt(),
              driven.service(),
              driven.use(),
              new ClientRecord.Sentinel(
                  driven.messages().sent(),
                  OptionalLong.of(sight.seen()),
                  sight.delivery(),
                  sight.sendDelay(),
                  OptionalDouble.of(sight.bufferPct())),
              keepsBooks ? books(books, driven, sight) : ClientRecord.Books.UNKNOWN,
              List.of(),
              Optional.empty()));
    } catch (LaunchException | ClientFailure | CaseFailure e) {
      return failed(key, load, e.getMessage());
    }
  }

  private static ClientRecord judged(ClientRecord row) {
    return row.withReasons(ClientVerdict.of(row));
  }

  private static ClientRecord.Books books(
      CountsClient books, Driven driven, Sentinels.Sight sight) {
    long deliveries = books.counts().deliveries();
    OptionalLong received =
        driven.receivedInAll().isPresent()
            ? OptionalLong.of(driven.receivedInAll().getAsLong() + sight.total())
            : OptionalLong.empty();
    return new ClientRecord.Books(OptionalLong.of(deliveries), received);
  }

  private static ClientRecord failed(ClientRecord.Key key, ClientLoad load, String reason) {
    return ClientRecord.unmeasured(
        key,
        load.record(),
        Optional.of(String.join(" ", reason.lines().map(String::strip).toList())));
  }
}
