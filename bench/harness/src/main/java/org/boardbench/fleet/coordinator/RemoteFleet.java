package org.boardbench.fleet.coordinator;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.fleet.Fleet;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.TargetHost;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.SutSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.template.TemplateProtocol;
import org.boardbench.store.FleetMember;

/** Agents on other machines, or several on this one. Used by the thread that runs the trials. */
public final class RemoteFleet implements Fleet {
  /** An agent that has just lost a coordinator closes its trial first. */
  private static final int TRIES = 4;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final Duration WARM_UP = Duration.ofMinutes(2);
  private static final Duration OPEN = Duration.ofSeconds(30);

  private final List<AgentAddress> addresses;
  private final FleetSecret secret;
  private final AgentLink.LinkFactory factory;
  private final List<AgentLink> links = new ArrayList<>();
  private RunClock clock;

  /** Whose machine has the targets; empty where the run's has. */
  private Optional<AgentAddress> host = Optional.empty();

  /** Of a host that drives nobody; null where there is none. */
  private AgentLink hostAlone;

  public RemoteFleet(List<AgentAddress> addresses, FleetSecret secret) {
    this(addresses, secret, NetworkLink.by(secret));
  }

  RemoteFleet(List<AgentAddress> addresses, FleetSecret secret, AgentLink.LinkFactory factory) {
    this.addresses = List.copyOf(addresses);
    this.secret = secret;
    this.factory = factory;
  }

  @Override
  public List<Problem> objections(ExperimentPlan plan) {
    List<Problem> problems = new ArrayList<>();
    if (plan.workload().boards() < addresses.size()) {
      problems.addAll(SharedBoardObjections.of(plan, addresses.size()));
    }
    boolean hasTemplate =
        plan.variants().stream().anyMatch(variant -> variant.template().isPresent())
            || plan.external().flatMap(ExternalSpec::template).isPresent();
    if (hasTemplate) {
      problems.add(objection("cannot speak a protocol that a template describes"));
    }
    List<String> ofTheirOwn =
        plan.variants().stream()
            .filter(variant -> !variant.driver(plan.driver()).equals(plan.driver()))
            .map(Variant::name)
            .toList();
    if (!ofTheirOwn.isEmpty()) {
      problems.add(
          objection(
              "measure all variants by one driver, the plan has a loop or gather of its own for "
                  + String.join(", ", ofTheirOwn)));
    }
    problems.addAll(HostObjections.of(plan, addresses));
    if (plan.launch().sut().isPresent()) {
      return problems;
    }
    List<String> ofThisMachine =
        plan.variants().stream()
            .filter(variant -> variant.launcher() != LauncherChoice.KUBERNETES)
            .map(Variant::name)
            .toList();
    if (plan.external().isEmpty() && areElsewhere() && !ofThisMachine.isEmpty()) {
      problems.add(
          objection(
              "reach no server of %s on this machine, since those listen at 127.0.0.1: start it"
                      .formatted(String.join(", ", ofThisMachine))
                  + " by hand, and give its --url"));
    }
    return problems;
  }

  private boolean areElsewhere() {
    return addresses.stream().anyMatch(address -> !address.isLoopback());
  }

  private static Problem objection(String message) {
    return new Problem(AgentAddress.OPTION, message);
  }

  @Override
  public void join(RunClock runClock) throws InputException, InterruptedException {
    clock = runClock;
    List<Problem> problems = new ArrayList<>();
    for (AgentAddress address : addresses) {
      try {
        links.add(join(address));
      } catch (FleetException e) {
        problems.add(objection(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      close();
      throw new InputException(problems);
    }
  }

  @Override
  public Optional<TargetHost> host(ExperimentPlan plan)
      throws InputException, InterruptedException {
    host = plan.launch().sut().flatMap(sut -> AgentAddress.of(sut.host()));
    if (host.isEmpty()) {
      return Optional.empty();
    }
    if (!addresses.contains(host.get())) {
      try {
        hostAlone = join(host.get());
      } catch (FleetException e) {
        throw new InputException(List.of(new Problem(SutSpec.HOST.path(), e.getMessage())));
      }
    }
    return Optional.of(new AgentAsHost(host.get(), () -> hostLink().orElseThrow()));
  }

  private Optional<AgentLink> hostLink() {
    return host.map(
        address -> hostAlone == null ? links.get(addresses.indexOf(address)) : hostAlone);
  }

  private AgentLink join(AgentAddress address) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return AgentLink.join(address, secret, factory, clock);
      } catch (FleetException e) {
        if (tries == TRIES || !e.getMessage().endsWith(ToCoordinator.Refused.BUSY)) {
          throw e;
        }
        Thread.sleep(BETWEEN_TRIES);
      }
    }
  }

  @Override
  public List<FleetMember> members() {
    List<FleetMember> members = new ArrayList<>();
    links.forEach(link -> members.add(member(link, FleetMember.Part.DRIVER)));
    if (hostAlone != null) {
      members.add(member(hostAlone, FleetMember.Part.TARGET));
    }
    return members;
  }

  private FleetMember member(AgentLink link, FleetMember.Part part) {
    return new FleetMember(
        link.address().toString(),
        link.welcome().cores(),
        link.welcome().capacity(),
        link.loop(),
        link.welcome().machine(),
        host.equals(Optional.of(link.address())) && part == FleetMember.Part.DRIVER
            ? FleetMember.Part.BOTH
            : part);
  }

  @Override
  public void warmUp(ExperimentPlan plan) throws InterruptedException {
    ToAgent warmUp = new ToAgent.WarmUp(PlanText.of(plan));
    links.forEach(link -> link.tell(warmUp));
    Waiting.requireDone(links, WARM_UP, "has not warmed up");
  }

  @Override
  public void regain() throws InterruptedException {
    for (int i = 0; i < links.size(); i++) {
      links.set(i, regained(links.get(i)));
    }
    if (hostAlone != null) {
      hostAlone = regained(hostAlone);
    }
  }

  private AgentLink regained(AgentLink link) throws InterruptedException {
    if (link.lost().isEmpty()) {
      return link;
    }
    link.close();
    try {
      return join(link.address());
    } catch (FleetException e) {
      throw new FleetException("agent " + e.getMessage());
    }
  }

  @Override
  public TrialDriver open(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      SocketLoops own,
      DriverListener listener)
      throws InterruptedException {
    if (protocol.name().equals(TemplateProtocol.NAME)) {
      throw new FleetException("agents cannot speak a protocol that a template describes");
    }
    if (plan.external().isEmpty()
        && host.isEmpty()
        && endpoint.uri().getHost().equals(LoopbackPorts.HOST)
        && areElsewhere()) {
      throw new FleetException(
          "agents on other machines reach no pod by this one's port forwards: run this in a pod of"
              + " the cluster");
    }
    List<Integer> parts = BoardShares.of(plan.workload().boards(), capacities());
    String text = PlanText.of(plan);
    ToAgent.Server server = server(plan, endpoint, protocol);
    for (int agent = 0; agent < links.size(); agent++) {
      links.get(agent).share(text, server, new ToAgent.Share(parts, agent), clock.nowNs());
    }
    FleetDriver driver =
        new FleetDriver(plan, List.copyOf(links), parts, hostLink(), clock, listener);
    boolean isOpen = false;
    try {
      Waiting.requireDone(links, OPEN, "has not begun the trial");
      isOpen = true;
      return driver;
    } finally {
      if (!isOpen) {
        driver.close();
      }
    }
  }

  /** What all of them have measured; where one has not, their cores. */
  private List<Long> capacities() {
    List<ToCoordinator.Welcome> agents = links.stream().map(AgentLink::welcome).toList();
    boolean areMeasured = agents.stream().allMatch(agent -> agent.capacity().isPresent());
    return agents.stream()
        .map(agent -> areMeasured ? agent.capacity().getAsLong() : (long) agent.cores())
        .toList();
  }

  private static ToAgent.Server server(ExperimentPlan plan, Endpoint endpoint, Protocol protocol) {
    TrustSpec trust = plan.external().map(ExternalSpec::trust).orElse(new TrustSpec.AsTheJvm());
    List<Bytes> trusted =
        trust instanceof TrustSpec.Certificates own
            ? own.trusted().stream().map(RemoteFleet::encoded).toList()
            : List.of();
    return new ToAgent.Server(
        endpoint.uri().toString(),
        endpoint.headers(),
        endpoint.otherPorts(),
        protocol.name(),
        trust instanceof TrustSpec.Unchecked,
        trusted);
  }

  private static Bytes encoded(X509Certificate certificate) {
    try {
      return Bytes.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate cannot be sent to agents", e);
    }
  }

  @Override
  public void close() {
    links.forEach(AgentLink::close);
    links.clear();
    if (hostAlone != null) {
      hostAlone.close();
      hostAlone = null;
    }
  }
}
