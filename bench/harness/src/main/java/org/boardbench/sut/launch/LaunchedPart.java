package org.boardbench.sut.launch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.boardbench.host.cgroup.OwnGroup;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.process.LaunchException;

/** A program of a launch with all that it takes to start it again. */
final class LaunchedPart implements TargetPart {
  private final ProgramStarter starter;
  private final ProgramStarter.Spec spec;
  private final Optional<TrafficMetrics> traffic;
  private final ReadyCheck check;
  private final ReadyWait again;
  private volatile Program program;
  private volatile boolean isEndPlanned;
  private boolean isClosed;

  /** Waits until a program is ready that has been started again. */
  @FunctionalInterface
  interface ReadyWait {
    void await(LaunchedPart part) throws LaunchException, InterruptedException;
  }

  private LaunchedPart(
      ProgramStarter starter,
      ProgramStarter.Spec spec,
      Optional<TrafficMetrics> traffic,
      ReadyCheck check,
      ReadyWait again,
      Program program) {
    this.starter = starter;
    this.spec = spec;
    this.traffic = traffic;
    this.check = check;
    this.again = again;
    this.program = program;
  }

  /**
   * Starts it for the first time; it is not waited for.
   *
   * @param traffic the counter that it keeps of its own traffic, where it keeps one
   * @param again waits when it has been started again
   */
  static LaunchedPart start(
      ProgramStarter starter,
      ProgramStarter.Spec spec,
      Optional<TrafficMetrics> traffic,
      ReadyCheck check,
      ReadyWait again)
      throws IOException, LaunchException, InterruptedException {
    return new LaunchedPart(starter, spec, traffic, check, again, starter.start(spec));
  }

  String name() {
    return spec.name();
  }

  Component component() {
    return new Component(spec.component(), program.pid(), program.group(), traffic, spec.replica());
  }

  boolean isReady() {
    return check.isReady();
  }

  boolean isAlive() {
    return program.isAlive();
  }

  /** How it ended by itself, with nobody having planned that. */
  Optional<String> failure() {
    return isEndPlanned ? Optional.empty() : program.ending();
  }

  @Override
  public List<ProcStat> processes() {
    return program.processes();
  }

  @Override
  public void endIsPlanned() {
    isEndPlanned = true;
  }

  @Override
  public List<Long> terminate() {
    return program.terminate() ? List.of(program.pid()) : List.of();
  }

  @Override
  public void end() {
    program.stop();
  }

  @Override
  public List<Component> startAgain() throws IOException, LaunchException, InterruptedException {
    begin();
    isEndPlanned = false;
    again.await(this);
    return List.of(component());
  }

  @Override
  public void lowerLimits(LimitsSpec limits) throws IOException {
    group().lower(limits);
  }

  @Override
  public void restoreLimits() throws IOException {
    group().restore();
  }

  private OwnGroup group() throws IOException {
    return program
        .own()
        .orElseThrow(() -> new IOException(name() + " has no control group of this harness's"));
  }

  private synchronized void begin() throws IOException, LaunchException, InterruptedException {
    if (isClosed) {
      throw new IOException(name() + " is not started any more: its trial is ending");
    }
    program = starter.start(spec);
  }

  /** Ends it for good. */
  synchronized void close() {
    isClosed = true;
    program.stop();
  }
}
