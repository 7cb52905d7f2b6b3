package org.boardbench.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.boardbench.clients.output.ClientCounts;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.clients.output.ClientOutput;
import org.boardbench.core.EpochClock;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.ClientManifest;
import org.boardbench.sut.process.LogTail;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;

/**
 * A client of somebody else's: a process that is started with the load in its command, and leaves
 * what it found in a folder.
 *
 * @param host what its environment is made of
 */
record ClientProcess(
    ClientManifest manifest,
    Optional<String> version,
    HostEnvironment host,
    ProcessSet processes,
    EpochClock clock)
    implements LoadClient {
  /** Among the components whose use is measured. */
  private static final String CLIENT = "client";

  /** A JVM that compiles, a runtime that loads thousands of files. */
  private static final Duration START_AND_END = Duration.ofSeconds(90);

  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int REASON_LINES = 5;
  private static final double NS_PER_MS = 1e6;

  @Override
  public String name() {
    return manifest.name();
  }

  @Override
  public Driven drive(RunningTarget target, ClientLoad load, Path folder)
      throws ClientFailure, InterruptedException {
    Path log = folder.resolve("client.log");
    LogTail tail = LogTail.startingNow(log);
    HoldSamples samples = new HoldSamples();
    ProcessTree tree = start(target, load, folder, log);
    try (ResourceSampler sampler =
        ResourceSampler.start(
            components(target, tree), clock, ResourceSampler::isLoop, samples::add)) {
      await(tree, target, load, tail);
      samples.add(sampler.snapshot());
    } finally {
      tree.stop(); // complements start
    }
    return driven(ClientOutput.read(folder, manifest.output(), load.hold()), load, samples);
  }

  private ProcessTree start(RunningTarget target, ClientLoad load, Path folder, Path log)
      throws ClientFailure {
    HostEnvironment own = host.allowing(manifest.program().variables());
    Map<String, String> values = load.values(target.endpoint().uri(), folder);
    Map<String, String> variables = new HashMap<>(own.variables());
    variables.putAll(manifest.environment(values, own.jdk()));
    try {
      Files.createDirectories(folder);
      return processes.start(
          new ProcessTree.Command(
              name(),
              own.command(manifest.command(values, own.jdk())),
              manifest.program().folder(),
              variables,
              log,
              STOP_DEADLINE));
    } catch (IOException e) {
      throw new ClientFailure(name() + " cannot be started: " + e.getMessage());
    }
  }

  private static List<Component> components(RunningTarget target, ProcessTree tree) {
    List<Component> components = new ArrayList<>(target.components());
    components.add(new Component(CLIENT, tree.pid(), Optional.empty(), Optional.empty()));
    return components;
  }

  /** Until it has ended by itself, and well. */
  private void await(ProcessTree tree, RunningTarget target, ClientLoad load, LogTail tail)
      throws ClientFailure, InterruptedException {
    Duration most = load.planned().plus(START_AND_END);
    long deadlineNs = clock.nowNs() + most.toNanos();
    Optional<Integer> status = tree.waitFor(POLL);
    while (status.isEmpty()) {
      Optional<String> ending = target.failure();
      if (ending.isPresent()) {
        throw new ClientFailure(ending.get());
      }
      if (clock.nowNs() > deadlineNs) {
        throw new ClientFailure(
            "%s did not end within %d s%s".formatted(name(), most.toSeconds(), lastWords(tail)));
      }
      status = tree.waitFor(POLL);
    }
    if (status.get() != 0) {
      throw new ClientFailure(tree.ending().orElseThrow() + lastWords(tail));
    }
  }

  private static String lastWords(LogTail tail) {
    String words = String.join(" / ", tail.lines(REASON_LINES));
    return words.isEmpty() ? "" : "; its last lines: " + words;
  }

  private Driven driven(ClientOutput output, ClientLoad load, HoldSamples samples) {
    ClientCounts counts = output.counts();
    Instant epoch = clock.epoch();
    double sinceMs =
        counts.holdStartMs() - epoch.getEpochSecond() * 1e3 - epoch.getNano() / NS_PER_MS;
    long holdStartNs = Math.round(sinceMs * NS_PER_MS);
    long holdEndNs = holdStartNs + load.hold().toNanos();
    return new Driven(
        holdStartNs,
        holdEndNs,
        new ClientRecord.Users(counts.connected(), counts.connectFailures(), counts.disconnects()),
        new ClientRecord.Messages(counts.sent(), expected(counts, load), counts.received()),
        output.rtt(),
        TimeFigures.NONE,
        counts.receivedInAll(),
        samples.use(CLIENT, holdStartNs, holdEndNs));
  }

  /**
   * Not known where not everybody was there when the hold began: who comes later has deliveries
   * that the client did not expect.
   */
  private static OptionalLong expected(ClientCounts counts, ClientLoad load) {
    return counts.connected().equals(OptionalLong.of(load.users()))
        ? counts.expected()
        : OptionalLong.empty();
  }
}
