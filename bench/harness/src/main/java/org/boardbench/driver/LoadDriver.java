package org.boardbench.driver;

import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.boardbench.account.ledger.SplitBoard;
import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.account.result.BoardBooks;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.check.SplitServer;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.io.address.LocalPorts;
import org.boardbench.driver.io.address.SourceAddresses;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.driver.stage.HiccupMeter;
import org.boardbench.driver.stage.StageRun;
import org.boardbench.driver.user.ReconnectPolicy;
import org.boardbench.driver.user.UserGroup;
import org.boardbench.driver.user.UserGroups;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;

/**
 * The load generator of one trial: its loops, its virtual users and their account, from the first
 * connection to the last. Used by one thread. Users stay connected between stages.
 */
public final class LoadDriver implements TrialDriver {
  private final ExperimentPlan plan;
  private final RunClock clock;
  private final DriverListener listener;
  private final DriverPart part;
  private final TrialAccounts accounts;
  private final UserGroups groups;
  private final HiccupMeter hiccupMeter;
  private Map<String, Integer> errorAnswers = Map.of();
  private Optional<SplitBoard> splitBoard = Optional.empty();

  private LoadDriver(
      ExperimentPlan plan,
      DriverPart part,
      Endpoint endpoint,
      Protocol protocol,
      SSLContext tls,
      SocketLoops loops,
      RunClock clock,
      DriverListener listener) {
    this.plan = plan;
    this.clock = clock;
    this.listener = listener;
    this.part = part;
    int cores = plan.driver().cores();
    int users = (int) part.share().users(plan.maxUsers()).count();
    this.accounts =
        new TrialAccounts(
            plan.workload(),
            plan.smallestMessageBytes(),
            plan.messageClasses(),
            protocol.stampForm(),
            part.share(),
            endpoint.servers().size(),
            cores,
            clock);
    UserGroup.Setting setting =
        new UserGroup.Setting(
            loops::start,
            new Dialer(endpoint, tls, clock, SourceAddresses.of(users, LocalPorts.count()))
                .offering(plan.driver().compression())
                .onBoards(plan.workload().boards()),
            plan.workload().asksForHistory() ? asking(protocol) : protocol,
            new StrokePayload(plan.largestMessageBytes()),
            clock,
            new ReconnectPolicy(plan.reconnect(), plan.seed()),
            plan.deadlines().join(),
            plan.deadlines().drain());
    this.groups = new UserGroups(cores, part.share(), setting, accounts);
    this.hiccupMeter = HiccupMeter.start(clock);
  }

  private static Protocol asking(Protocol protocol) {
    return protocol
        .askingForHistory()
        .orElseThrow(() ->
            new IllegalArgumentException(protocol.name() + " has no way to ask for a history"));
  }

  /**
   * Starts the loops; connects nobody yet. The plan says which {@code wss://} server is trusted.
   */
  public static LoadDriver start(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      SocketLoops loops,
      RunClock clock,
      DriverListener listener) {
    return start(plan, DriverPart.whole(plan), endpoint, protocol, loops, clock, listener);
  }

  /**
   * One of several drivers that share a trial's boards; their results are to be merged, and where a
   * board has users of several, their {@link #books} too.
   */
  public static LoadDriver start(
      ExperimentPlan plan,
      DriverPart part,
      Endpoint endpoint,
      Protocol protocol,
      SocketLoops loops,
      RunClock clock,
      DriverListener listener) {
    return new LoadDriver(
        plan, part, endpoint, protocol, ServerTrust.of(plan), loops, clock, listener);
  }

  /** {@code tls} and not the plan says which {@code wss://} servers are trusted. */
  public static LoadDriver start(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      SSLContext tls,
      SocketLoops loops,
      RunClock clock,
      DriverListener listener) {
    return new LoadDriver(
        plan, DriverPart.whole(plan), endpoint, protocol, tls, loops, clock, listener);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Users who failed or dropped go on trying from stage to stage as the plan's policy says;
   * those who are to try no more in one stage try once in the next.
   */
  @Override
  public StageResult run(int number, StageSpec stage) throws InterruptedException {
    StageRun run =
        new StageRun(
            plan, number, stage, part.barrier(), groups, accounts, hiccupMeter, clock, listener);
    StageResult result = run.run();
    errorAnswers = run.tally().errorAnswers().counts();
    splitBoard = result.hold().lost() > 0 ? accounts.splitBoard(stage.users()) : Optional.empty();
    return result;
  }

  /** What the other drivers have to know of the last stage, where they share boards. */
  public Optional<BoardBooks> books() {
    return accounts.books();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The wire check sees that before, unless all of its connections happened to go to the same
   * worker.
   */
  @Override
  public Optional<String> splitServer() {
    return splitBoard.map(SplitServer::words);
  }

  @Override
  public int cut(int users, int sharePct, long seed) throws InterruptedException {
    return groups.cut(users, sharePct, seed);
  }

  @Override
  public Traffic traffic() {
    return new Traffic(accounts.rxBytes(), accounts.txBytes());
  }

  /**
   * Deliveries that arrived so far, of whatever stage and whatever they turned out to be: also
   * those at a user who had not joined yet when the message was sent.
   */
  public long deliveries() {
    return accounts.received();
  }

  /**
   * Bytes of frames that crossed the sockets of users with an open connection since the driver
   * started: without opening handshakes, what came after a close, TLS, and headers of TCP and IP.
   *
   * @param rxBytes from the server to the users
   * @param txBytes from the users to the server
   */
  public record Traffic(long rxBytes, long txBytes) {}

  @Override
  public Map<String, Integer> errorAnswers() {
    return errorAnswers;
  }

  /** Closes every connection and ends the loops, in about a second at most. */
  @Override
  public void close() {
    hiccupMeter.close();
    groups.close();
  }
}
