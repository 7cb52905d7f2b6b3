package org.boardbench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.boardbench.host.proc.ClockUnits;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.ProfileCategory;
import org.boardbench.results.row.ProfileRecord;
import org.boardbench.results.row.ThreadRecord;
import org.boardbench.store.StageRow;
import org.boardbench.sut.launch.TargetPart;
import org.boardbench.trial.Onlooker;

/** Profilers on one trial's server. What hinders one is noted and stops nothing. */
final class ProfileWatch implements Onlooker.Watch {
  private static final long PATIENCE_S = 60;

  private final Onlooker.Scene scene;
  private final ProfileTables tables;
  private final Path folder;
  private final List<ProfiledProcess> processes;

  /**
   * All that is done to processes, one after the other: the driver's thread waits for none of it.
   */
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("profile").factory());

  private ProfileWatch(
      Onlooker.Scene scene, ProfileTables tables, Path folder, List<ProfiledProcess> processes) {
    this.scene = scene;
    this.tables = tables;
    this.folder = folder;
    this.processes = List.copyOf(processes);
  }

  /** Puts them on every process that the server and its companions have now. */
  static ProfileWatch start(Onlooker.Scene scene, ProfileTables tables)
      throws StoreException, InterruptedException {
    Path folder = scene.folder().resolve(FileNames.PROFILE);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw StoreException.writing(folder, e);
    }
    long nsPerTick = ClockUnits.ofThisMachine().nsPerTick();
    List<ProfiledProcess> processes = new ArrayList<>();
    List<String> components =
        scene.target().components().stream().map(Component::name).distinct().toList();
    for (String component : components) {
      List<ProcStat> found =
          scene.target().part(component).map(TargetPart::processes).orElse(List.of());
      List<ProfiledProcess> ofComponent = new ArrayList<>();
      for (int i = found.size(); i > 0; i--) { // who was started by another before that one
        ofComponent.addFirst(
            ProfiledProcess.start(
                nsPerTick,
                component,
                i,
                found.get(i - 1).pid(),
                folder.toAbsolutePath(),
                scene.target(),
                scene.notes()));
      }
      processes.addAll(ofComponent);
    }
    return new ProfileWatch(scene, tables, folder, processes);
  }

  /** Those of the server's busiest profiler; above 0 also where the counters alone are read. */
  @Override
  public OptionalDouble samplesPerS() {
    return OptionalDouble.of(
        processes.stream().mapToDouble(ProfiledProcess::samplesPerS).reduce(1, Math::max));
  }

  @Override
  public void holdStarted(StageSpec stage, long startNs) {
    work.execute(() -> each(ProfiledProcess::holdStarted));
  }

  @Override
  public void holdEnded() {
    work.execute(() -> each(ProfiledProcess::holdEnded));
  }

  /** What is done to a process. */
  @FunctionalInterface
  private interface Step {
    void on(ProfiledProcess process) throws IOException;
  }

  private void each(Step step) {
    for (ProfiledProcess process : processes) {
      try {
        step.on(process);
      } catch (IOException e) {
        scene.notes().accept("Note: a profiler does not answer: " + e.getMessage());
      }
    }
  }

  @Override
  public void stageEnded(StageRow row, OptionalDouble cpuPct)
      throws StoreException, InterruptedException {
    awaitWork();
    Instant from = scene.clock().epoch().plusNanos(row.result().holdStartNs());
    Instant to = scene.clock().epoch().plusNanos(row.result().holdEndNs());
    List<CpuProfile> profiles = new ArrayList<>();
    for (ProfiledProcess process : processes) {
      profiles.add(process.profile(from, to, scene.notes()));
    }
    CpuProfile profile = CpuProfile.sum(profiles);
    Path stacks = folder.resolve(FileNames.foldedStacks(row.result().number()));
    try {
      Files.write(stacks, profile.folded());
    } catch (IOException e) {
      throw StoreException.writing(stacks, e);
    }
    tables.append(categories(row, profile), threads(row));
  }

  /** The hold's last look at the processes is behind all that came before it. */
  private void awaitWork() throws InterruptedException {
    try {
      work.submit(() -> {}).get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      scene.notes().accept("Note: a profiler does not answer");
    }
  }

  private List<ProfileRecord> categories(StageRow row, CpuProfile profile) {
    return Arrays.stream(ProfileCategory.values())
        .map(category ->
            new ProfileRecord(
                scene.trial(),
                row.result().number(),
                row.result().spec().users(),
                category,
                profile.ns(category),
                profile.samples(category),
                profile.totalNs(),
                row.result().receivedInHold()))
        .toList();
  }

  private List<ThreadRecord> threads(StageRow row) {
    List<ThreadRecord> rows = new ArrayList<>();
    for (ProfiledProcess process : processes) {
      TreeMap<String, List<ThreadUse>> kinds = new TreeMap<>();
      for (ThreadUse use : process.threads()) {
        kinds.computeIfAbsent(ThreadUse.kind(use.name()), kind -> new ArrayList<>()).add(use);
      }
      kinds.forEach((kind, uses) -> rows.add(threads(row, process, kind, uses)));
    }
    return rows;
  }

  private ThreadRecord threads(
      StageRow row, ProfiledProcess process, String kind, List<ThreadUse> uses) {
    return new ThreadRecord(
        scene.trial(),
        row.result().number(),
        row.result().spec().users(),
        process.component(),
        process.number(),
        kind,
        uses.size(),
        uses.stream().mapToDouble(ThreadUse::userNs).sum(),
        uses.stream().mapToDouble(ThreadUse::kernelNs).sum());
  }

  @Override
  public void close() {
    work.shutdownNow();
    processes.forEach(ProfiledProcess::close);
  }
}
