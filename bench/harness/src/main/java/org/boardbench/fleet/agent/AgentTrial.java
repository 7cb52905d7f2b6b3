package org.boardbench.fleet.agent;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.driver.DriverPart;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.fleet.clock.SteeredClock;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.HoldUsage;
import org.boardbench.host.sampling.LastHold;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.trial.DriverLoops;

/**
 * An agent's part of one trial. Stages are run by one thread; {@link #start} and {@link #cut} may
 * come from another.
 */
final class AgentTrial implements AutoCloseable {
  private final int cores;
  private final Consumer<ToCoordinator> answers;
  private final NetworkBarrier barrier;
  private final SteeredClock clock;
  private final Course course = new Course();
  private final LoadDriver driver;
  private final String loop;
  private final Supplier<List<Component>> own;

  private AgentTrial(
      ToAgent.Open open,
      ExperimentPlan plan,
      Protocol protocol,
      SocketLoops loops,
      LongSupplier ownNs,
      Consumer<ToCoordinator> answers,
      Supplier<List<Component>> own) {
    this.own = own;
    this.cores = plan.driver().cores();
    this.answers = answers;
    this.loop = loops.kind().key();
    this.clock = new SteeredClock(ownNs, open.clock());
    this.barrier =
        new NetworkBarrier(clock, phase -> answers.accept(new ToCoordinator.Ready(phase)));
    ToAgent.Share share = open.share();
    ToAgent.Server server = open.server();
    this.driver =
        LoadDriver.start(
            plan,
            DriverPart.of(plan, share.parts(), share.agent(), barrier),
            new Endpoint(URI.create(server.uri()), server.headers(), server.otherPorts()),
            protocol,
            loops,
            clock,
            course);
  }

  /**
   * Starts the driver; nobody connects yet.
   *
   * @param ownNs the clock that answers probes
   * @param own what else this machine has of the trial
   * @throws InputException when the plan cannot be driven here
   */
  static AgentTrial open(
      ToAgent.Open open,
      int cores,
      LongSupplier ownNs,
      Consumer<ToCoordinator> answers,
      Supplier<List<Component>> own)
      throws InputException {
    ToAgent.Server server = open.server();
    Protocol protocol =
        Protocols.named(server.protocol())
            .orElseThrow(
                () -> new IllegalStateException("no protocol is called " + server.protocol()));
    ExperimentPlan plan = PlanText.read(open.plan(), cores).withExternal(spec(server));
    return new AgentTrial(open, plan, protocol, DriverLoops.chosen(plan), ownNs, answers, own);
  }

  private static ExternalSpec spec(ToAgent.Server server) {
    return new ExternalSpec(
        URI.create(server.uri()),
        server.protocol(),
        server.headers(),
        trust(server),
        Optional.empty());
  }

  private static TrustSpec trust(ToAgent.Server server) {
    if (server.trustsAll()) {
      return new TrustSpec.Unchecked();
    }
    return server.trusted().isEmpty()
        ? new TrustSpec.AsTheJvm()
        : new TrustSpec.Certificates("", certificates(server.trusted()));
  }

  private static List<X509Certificate> certificates(List<Bytes> encoded) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> certificates = new ArrayList<>();
      for (Bytes one : encoded) {
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one.content())));
      }
      return certificates;
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate cannot be read", e);
    }
  }

  /** The kind of socket loops that the plan makes it drive by. */
  String loop() {
    return loop;
  }

  /**
   * Runs a stage in step with the other agents.
   *
   * @throws InputException when its plan cannot be driven here
   */
  ToCoordinator.Result run(ToAgent.Stage order) throws InputException, InterruptedException {
    StageSpec stage = PlanText.read(order.plan(), cores).stages().getFirst();
    try (ResourceSampler sampler =
        ResourceSampler.start(own.get(), clock, ResourceSampler::isLoop, course.hold::add)) {
      course.begin(sampler);
      StageResult result = driver.run(order.number(), stage);
      return new ToCoordinator.Result(
          Messages.bytes(result),
          course.use(result.receivedInHold()),
          driver.errorAnswers(),
          driver.splitServer(),
          driver.books().map(Messages::bytes));
    }
  }

  /** All are ready for a phase. */
  void start(ToAgent.Start start) {
    barrier.start(start);
  }

  /** Ends connections, as {@link LoadDriver#cut}. */
  int cut(ToAgent.Cut cut) throws InterruptedException {
    return driver.cut(cut.users(), cut.sharePct(), cut.seed());
  }

  @Override
  public void close() {
    driver.close();
  }

  /** Samples at the exact moments of the stage under way, and tells how it gets on. */
  private final class Course implements DriverListener {
    private ResourceSampler sampler;
    private final LastHold hold = new LastHold();
    private Optional<Supplier<StageSnapshot>> snapshot = Optional.empty();

    void begin(ResourceSampler of) {
      sampler = of;
      snapshot = Optional.empty();
    }

    ToCoordinator.Use use(long deliveries) {
      HoldUsage usage = hold.usage(deliveries);
      OptionalDouble foreign = usage.contention().foreignSharePct();
      return new ToCoordinator.Use(
          usage.driver().cpuPct(),
          usage.driver().runDelayPct(),
          usage.machine().stealPct(),
          foreign);
    }

    @Override
    public void stageOpened(int stage, long startNs, Supplier<StageSnapshot> of) {
      snapshot = Optional.of(of);
    }

    @Override
    public void holdStarted(int stage, long startNs) {
      hold.start(sampler.snapshot());
    }

    @Override
    public void holdEnded(int stage) {
      hold.end(sampler.snapshot());
    }

    @Override
    public void progress(Progress progress) {
      LoadDriver.Traffic traffic = driver.traffic();
      answers.accept(
          new ToCoordinator.Stats(
              progress.users(),
              progress.outstanding(),
              driver.deliveries(),
              traffic.rxBytes(),
              traffic.txBytes(),
              snapshot.map(Supplier::get)));
    }
  }
}
