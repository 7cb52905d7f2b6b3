package org.boardbench.sut.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.LoggedCommand;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;

/**
 * Builds a target in its folder when what it is made of has changed since the last complete build.
 * What it knows is in {@code <target's folder>/.build/}: the stamp of the last build that reached
 * its end, the log of the last build, the lock.
 */
public final class TargetBuilder {
  /** The name of a folder in each target's, for what was built and how. */
  static final String FOLDER = ".build";

  private static final Duration COMMAND_DEADLINE = Duration.ofMinutes(10);
  private static final Duration LOCK_DEADLINE = Duration.ofMinutes(20);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(2);
  private static final int REASON_LINES = 30;

  private final HostEnvironment host;
  private final ProcessSet processes;

  public TargetBuilder(HostEnvironment host, ProcessSet processes) {
    this.host = host;
    this.processes = processes;
  }

  /** The log of a target's last build. */
  public static Path log(TargetManifest manifest) {
    return buildFolder(manifest).resolve("build.log");
  }

  /**
   * Makes the target ready to start.
   *
   * @return whether there was anything to do
   * @throws LaunchException when a command fails or takes over ten minutes, with its last lines, or
   *     when all of them succeed and what they are to make is not there
   */
  public boolean build(TargetManifest manifest) throws LaunchException, InterruptedException {
    if (manifest.build().commands().isEmpty()) {
      return false;
    }
    try {
      Files.createDirectories(buildFolder(manifest));
      Optional<BuildLock> lock =
          BuildLock.acquire(buildFolder(manifest).resolve("lock"), LOCK_DEADLINE);
      try (BuildLock held = lock.orElse(null)) {
        if (held == null) {
          throw new LaunchException(
              manifest.name() + " is being built by another harness for over 20 minutes");
        }
        return buildAlone(manifest);
      }
    } catch (IOException failed) {
      throw new LaunchException(manifest.name() + " cannot be built: " + failed, failed);
    }
  }

  private boolean buildAlone(TargetManifest manifest)
      throws IOException, LaunchException, InterruptedException {
    Path stamp = buildFolder(manifest).resolve("stamp");
    HostEnvironment builds = host.allowing(manifest.variables()).forBuilds();
    String fingerprint = BuildFingerprint.of(manifest, builds);
    BuildOutputs outputs = new BuildOutputs(manifest);
    if (Files.exists(stamp)
        && Files.readString(stamp).equals(fingerprint)
        && outputs.missing().isEmpty()) {
      return false;
    }
    // Without a stamp until the end, so that a build that breaks off is done again.
    Files.deleteIfExists(stamp);
    Files.deleteIfExists(log(manifest));
    outputs.remove();
    for (List<String> command : manifest.build().commands()) {
      run(manifest, command, builds);
    }
    require(manifest, outputs, builds);
    Path written = Files.writeString(buildFolder(manifest).resolve("stamp.new"), fingerprint);
    Files.move(written, stamp, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static void require(TargetManifest manifest, BuildOutputs outputs, HostEnvironment builds)
      throws IOException, LaunchException {
    List<String> missing = outputs.missing();
    if (!missing.isEmpty()) {
      Set<String> set = builds.decidingBuilds().keySet();
      throw new LaunchException(
          "building "
              + manifest.name()
              + ": its commands succeeded and did not make "
              + String.join(", ", missing)
              + (set.isEmpty()
                  ? ""
                  : "; a variable may have kept them from it, set are " + String.join(", ", set))
              + " (log: "
              + log(manifest)
              + ")");
    }
  }

  private void run(TargetManifest manifest, List<String> command, HostEnvironment builds)
      throws IOException, LaunchException, InterruptedException {
    List<String> words =
        Placeholders.fill(command, Placeholders.places(manifest.folder(), builds.jdk()));
    ProcessTree.Command started =
        new ProcessTree.Command(
            String.join(" ", words),
            builds.command(words),
            manifest.folder(),
            builds.variables(),
            log(manifest),
            STOP_DEADLINE);
    String overtime = words + " took over " + COMMAND_DEADLINE.toMinutes() + " minutes";
    new LoggedCommand(processes, started, COMMAND_DEADLINE, overtime, REASON_LINES)
        .run("building " + manifest.name() + ": ");
  }

  /** Where the logs of a target's builds are. */
  public static Path buildFolder(TargetManifest manifest) {
    return manifest.folder().resolve(FOLDER);
  }
}
