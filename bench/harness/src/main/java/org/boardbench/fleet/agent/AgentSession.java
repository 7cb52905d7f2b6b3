package org.boardbench.fleet.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boardbench.core.RunClock;
import org.boardbench.core.ServerText;
import org.boardbench.core.ThisProgram;
import org.boardbench.driver.DriverWarmUp;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.Seal;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.fleet.wire.Wire;
import org.boardbench.fleet.wire.WireException;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.store.origin.RunEnvironment;
import org.boardbench.trial.DriverLoops;

/**
 * An agent's conversation with one coordinator. What takes time is done by a thread of its own, one
 * thing after the other; starts, cuts and the end of a trial come in between.
 */
final class AgentSession implements Wire.Receiver {
  /** What there is to do. */
  @FunctionalInterface
  private interface Task {
    ToCoordinator run() throws Exception;
  }

  private final AgentServer server;
  private final Wire back;
  private final Seal greetingsIn;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("agent").factory());
  private final Object sending = new Object();

  // Both are null until the coordinator has greeted.
  private Seal in;
  private Seal out;

  /** What the worker does; null before the first. */
  private Future<?> work;

  /** Null while none is open. */
  private volatile AgentTrial trial;

  /** Empty where this agent starts none. */
  private final Optional<HostedTarget> target;

  AgentSession(AgentServer server, Wire back) {
    this.server = server;
    this.back = back;
    this.greetingsIn = Seal.ofGreetings(server.secret(), Seal.Speaker.COORDINATOR);
    this.target =
        server
            .targets()
            .map(place -> new HostedTarget(place, System::nanoTime, this::send, server::say));
  }

  @Override
  public synchronized void received(byte[] message) {
    try {
      if (in == null) {
        greet(Messages.toAgent(greetingsIn.open(message)));
      } else {
        handle(Messages.toAgent(in.open(message)));
      }
    } catch (WireException e) {
      server.say("ignored " + e.getMessage());
    }
  }

  private void greet(ToAgent message) {
    if (!(message instanceof ToAgent.Hello hello)) {
      throw new WireException("a message before the first word");
    }
    FleetSecret secret = server.secret();
    Seal greetings = Seal.ofGreetings(secret, Seal.Speaker.AGENT);
    if (!hello.version().equals(ThisProgram.version())
        || !hello.program().equals(server.program())) {
      refuse(
          greetings,
          "is another program: version %s, %s; here is version %s, %s"
              .formatted(
                  ThisProgram.version(), server.program(), hello.version(), hello.program()));
    } else if (!server.serve(this)) {
      refuse(greetings, ToCoordinator.Refused.BUSY);
    } else {
      Bytes own = Seal.greeting();
      back.send(greetings.close(Messages.bytes(welcome(own))));
      in = Seal.of(secret, Seal.Speaker.COORDINATOR, hello.greeting(), own);
      out = Seal.of(secret, Seal.Speaker.AGENT, hello.greeting(), own);
      server.say("a coordinator has come");
    }
  }

  private void refuse(Seal greetings, String reason) {
    server.say("refused a coordinator: this agent " + reason);
    back.send(greetings.close(Messages.bytes(new ToCoordinator.Refused(reason))));
  }

  private ToCoordinator.Welcome welcome(Bytes greeting) {
    RunEnvironment here = RunEnvironment.here();
    return new ToCoordinator.Welcome(
        greeting,
        ThisProgram.version(),
        server.program(),
        server.cores(),
        server.capacity(),
        server.loops().kind().key(),
        "%s %s %s, %s, %s"
            .formatted(
                here.os(),
                here.kernel(),
                here.arch(),
                here.processor().orElse("unknown processor"),
                here.jdk()));
  }

  private void handle(ToAgent message) {
    switch (message) {
      case ToAgent.Hello _ -> throw new WireException("a second first word");
      case ToAgent.WarmUp warmUp -> later(() -> warmUp(warmUp));
      case ToAgent.Open open -> later(() -> open(open));
      case ToAgent.Stage stage -> later(() -> openTrial().run(stage));
      case ToAgent.Start start -> {
        AgentTrial open = trial;
        if (open != null) {
          open.start(start);
        }
      }
      case ToAgent.Cut cut ->
          Thread.ofVirtual()
              .start(() -> answer(() -> new ToCoordinator.CutDone(openTrial().cut(cut))));
      case ToAgent.OfTarget of ->
          target.ifPresentOrElse(
              hosted -> hosted.handle(of),
              () -> send(new ToCoordinator.Unable("starts no targets")));
      case ToAgent.Close _ -> {
        giveUp();
        later(this::closed);
      }
    }
  }

  private AgentTrial openTrial() {
    AgentTrial open = trial;
    if (open == null) {
      throw new IllegalStateException("no trial is open");
    }
    return open;
  }

  private void later(Task task) {
    work = worker.submit(() -> answer(task));
  }

  private void giveUp() {
    if (work != null) {
      work.cancel(true);
    }
  }

  /** What was given up is answered by nothing: who gave it up waits for something else. */
  private void answer(Task task) {
    try {
      send(task.run());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | OutOfMemoryError e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      String cause = e.getCause() == null ? "" : ": " + e.getCause();
      server.say("failed: " + ServerText.line(reason + cause));
      send(new ToCoordinator.Failed(ServerText.line(reason + cause)));
    }
  }

  private ToCoordinator warmUp(ToAgent.WarmUp order) throws Exception {
    ExperimentPlan plan = PlanText.read(order.plan(), server.cores());
    DriverWarmUp.run(plan, DriverLoops.chosen(plan), RunClock.startingNow());
    return new ToCoordinator.Done();
  }

  private ToCoordinator open(ToAgent.Open open) throws Exception {
    closeTrial();
    System.gc(); // the last trial's books, before anything is measured
    AgentTrial opened =
        AgentTrial.open(open, server.cores(), System::nanoTime, this::send, this::ownComponents);
    trial = opened;
    return new ToCoordinator.Opened(opened.loop());
  }

  /** What this machine has of the target: no foreign work. */
  private List<Component> ownComponents() {
    return target.map(HostedTarget::components).orElse(List.of());
  }

  private ToCoordinator closed() {
    closeTrial();
    return new ToCoordinator.Done();
  }

  private void closeTrial() {
    AgentTrial open = trial;
    trial = null;
    if (open != null) {
      open.close();
    }
  }

  private void send(ToCoordinator message) {
    synchronized (sending) {
      back.send(out.close(Messages.bytes(message)));
    }
  }

  /** The coordinator has gone: nobody asks for the trial any more. */
  @Override
  public synchronized void lost(String why) {
    if (worker.isShutdown()) {
      return;
    }
    if (in != null) {
      server.say(why);
    }
    giveUp();
    worker.execute(this::closeTrial);
    target.ifPresent(hosted -> worker.execute(hosted::close));
    worker.execute(() -> server.done(this));
    worker.shutdown();
  }
}
