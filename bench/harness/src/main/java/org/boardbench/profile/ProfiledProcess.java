package org.boardbench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.Component;
import org.boardbench.sut.launch.RunningTarget;

/**
 * One process of a server or of a companion in the holds of a trial. Used by one thread at a time.
 */
final class ProfiledProcess {
  private final ProcFs procFs;
  private final long nsPerTick;
  private final String component;
  private final int number;
  private final long pid;
  private final StackSampler sampler;
  private final StackSampler kernelSampler;
  private final FrameRules rules;

  /** Empty where the process had gone; {@code after} likewise. */
  private Optional<ProcessTimes> before = Optional.empty();

  private Optional<ProcessTimes> after = Optional.empty();

  private ProfiledProcess(
      ProcFs procFs,
      long nsPerTick,
      String component,
      int number,
      long pid,
      StackSampler sampler,
      StackSampler kernelSampler,
      FrameRules rules) {
    this.procFs = procFs;
    this.nsPerTick = nsPerTick;
    this.component = component;
    this.number = number;
    this.pid = pid;
    this.sampler = sampler;
    this.kernelSampler = kernelSampler;
    this.rules = rules;
  }

  /**
   * Puts a profiler on a process of the server, where there is one; on all others the kernel's
   * counters look.
   *
   * @param number counts from 1 within the component
   * @param notes is told when its runtime's profiler does not work
   */
  static ProfiledProcess start(
      long nsPerTick,
      String component,
      int number,
      long pid,
      Path folder,
      RunningTarget target,
      Consumer<String> notes)
      throws InterruptedException {
    ProcFs procFs = ProcFs.SYSTEM;
    StackSampler sampler = StackSampler.NONE;
    StackSampler kernelSampler = StackSampler.NONE;
    FrameRules rules = FrameRules.NONE;
    if (component.equals(Component.SERVER)) {
      ServerRuntime runtime = ServerRuntime.of(procFs, pid);
      rules = runtime.rules();
      try {
        sampler = runtime.sampler(pid, folder, target);
      } catch (IOException e) {
        notes.accept(complaint(number, e));
      }
      try {
        kernelSampler = runtime.kernelSampler(pid, folder);
      } catch (IOException e) {
        notes.accept(kernelComplaint(number, e));
      }
    }
    return new ProfiledProcess(
        procFs, nsPerTick, component, number, pid, sampler, kernelSampler, rules);
  }

  private static String complaint(int number, IOException e) {
    return "Note: process "
        + number
        + " of the server is profiled by the kernel's counters alone: "
        + e.getMessage();
  }

  private static String kernelComplaint(int number, IOException e) {
    return "Note: all time of process "
        + number
        + " of the server in the kernel counts as kernel-network: "
        + e.getMessage();
  }

  String component() {
    return component;
  }

  /** Counts from 1 within the component. */
  int number() {
    return number;
  }

  double samplesPerS() {
    return sampler.samplesPerS();
  }

  void holdStarted() throws IOException {
    before = ProcessTimes.of(procFs, pid);
    kernelSampler.holdStarted();
    sampler.holdStarted();
  }

  void holdEnded() throws IOException {
    after = ProcessTimes.of(procFs, pid);
    kernelSampler.holdEnded();
    sampler.holdEnded();
  }

  /** What its threads did in the hold; none where it had gone. */
  List<ThreadUse> threads() {
    return before.isPresent() && after.isPresent()
        ? after.get().since(before.get(), nsPerTick)
        : List.of();
  }

  /**
   * What its CPU time went into in the hold that has ended.
   *
   * @param notes is told when its runtime's profiler cannot say
   */
  CpuProfile profile(Instant from, Instant to, Consumer<String> notes) throws InterruptedException {
    if (!component.equals(Component.SERVER)) {
      return CpuProfile.ofCompanion(component, threads());
    }
    Samples samples = Samples.NONE;
    try {
      samples = sampler.samples(from, to);
    } catch (IOException e) {
      notes.accept(complaint(number, e));
    }
    Samples inKernel = Samples.NONE;
    try {
      inKernel = kernelSampler.samples(from, to);
    } catch (IOException e) {
      notes.accept(kernelComplaint(number, e));
    }
    return CpuProfile.of(threads(), samples, inKernel, rules);
  }

  void close() {
    kernelSampler.close();
    sampler.close();
  }
}
