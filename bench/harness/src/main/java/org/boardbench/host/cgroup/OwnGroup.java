package org.boardbench.host.cgroup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.boardbench.plan.model.LimitsSpec;

/** A group for one program that the harness starts: a folder in each hierarchy. */
public final class OwnGroup {
  private static final long PERIOD_US = 100_000;
  private static final int MAKE_TRIES = 100;
  private static final int REMOVE_TRIES = 200;
  private static final long POLL_NS = 10_000_000;

  /** Has the shell join every group before it becomes the program, so that nothing escapes. */
  private static final String JOIN =
      "while [ \"$1\" != -- ]; do echo 0 >\"$1/cgroup.procs\" || exit 125; shift; done; shift;"
          + " exec \"$@\"";

  private final List<Path> folders;
  private final boolean isVersion1;
  private LimitsSpec usual = LimitsSpec.NONE;
  private volatile OptionalLong memoryLimitBytes = OptionalLong.empty();

  OwnGroup(List<Path> folders, boolean isVersion1) {
    this.folders = List.copyOf(folders);
    this.isVersion1 = isVersion1;
  }

  void create(LimitsSpec limits) throws IOException {
    for (Path folder : folders) {
      make(folder);
    }
    usual = limits;
    set(limits);
  }

  /** Sets those of the limits that there are. */
  private void set(LimitsSpec limits) throws IOException {
    if (limits.cpus().isPresent()) {
      limitCpus(Math.round(limits.cpus().getAsDouble() * PERIOD_US));
    }
    if (limits.memoryBytes().isPresent()) {
      limitMemory(limits.memoryBytes().getAsLong());
      memoryLimitBytes = limits.memoryBytes();
    }
  }

  /**
   * Changes limits, until {@link #restore}.
   *
   * @param limits those that it does not have stay as they are
   * @throws IOException when the kernel refuses one, such as one of memory below what it cannot
   *     take away from the group
   */
  public void lower(LimitsSpec limits) throws IOException {
    set(limits);
  }

  /** Sets the limits again that it was made with. */
  public void restore() throws IOException {
    if (usual.cpus().isEmpty()) {
      unlimitCpus();
    }
    OptionalLong fatalBytes = memoryLimitBytes;
    boolean hasKilled = reading().usage().oomKills().orElse(0) > 0;
    if (usual.memoryBytes().isEmpty()) {
      unlimitMemory();
      memoryLimitBytes = OptionalLong.empty();
    } else if (isVersion1) {
      // The limit of both may not be below that of memory.
      writeIfThere("memory.memsw.limit_in_bytes", Long.toString(usual.memoryBytes().getAsLong()));
    }
    set(usual);
    if (hasKilled) {
      memoryLimitBytes = fatalBytes;
    }
  }

  /** The folder of all groups goes with its last group, which may be that of another harness. */
  private void make(Path folder) throws IOException {
    Path base = folder.getParent();
    for (int left = MAKE_TRIES; ; left--) {
      try {
        makeIfMissing(base);
        if (!isVersion1) {
          handOn(base.getParent());
          handOn(base);
        }
        Files.createDirectory(folder);
        return;
      } catch (NoSuchFileException goneAgain) {
        if (left == 0) {
          throw goneAgain;
        }
        pause();
      }
    }
  }

  private static void makeIfMissing(Path base) throws IOException {
    try {
      Files.createDirectory(base);
    } catch (FileAlreadyExistsException there) {
      // Until its last group is removed.
    }
  }

  private void limitCpus(long quotaUs) throws IOException {
    if (isVersion1) {
      write("cpu.cfs_period_us", Long.toString(PERIOD_US));
      write("cpu.cfs_quota_us", Long.toString(quotaUs));
    } else {
      write("cpu.max", quotaUs + " " + PERIOD_US);
    }
  }

  private void unlimitCpus() throws IOException {
    if (isVersion1) {
      write("cpu.cfs_quota_us", "-1");
    } else {
      write("cpu.max", "max " + PERIOD_US);
    }
  }

  private void unlimitMemory() throws IOException {
    if (isVersion1) {
      writeIfThere("memory.memsw.limit_in_bytes", "-1");
      write("memory.limit_in_bytes", "-1");
    } else {
      write("memory.max", "max");
      writeIfThere("memory.swap.max", "max");
    }
  }

  /** Memory and swap together, where the kernel counts swap. */
  private void limitMemory(long bytes) throws IOException {
    String limit = Long.toString(bytes);
    if (isVersion1) {
      write("memory.limit_in_bytes", limit);
      writeIfThere("memory.memsw.limit_in_bytes", limit);
    } else {
      write("memory.max", limit);
      writeIfThere("memory.swap.max", "0");
    }
  }

  private void write(String file, String value) throws IOException {
    Path place =
        find(file).orElseThrow(() -> new IOException("there is no " + file + " in " + folders));
    KernelFile.write(place, value);
  }

  private void writeIfThere(String file, String value) throws IOException {
    if (find(file).isPresent()) {
      write(file, value);
    }
  }

  private Optional<Path> find(String file) {
    return folders.stream().map(folder -> folder.resolve(file)).filter(Files::exists).findFirst();
  }

  /** Lets a group's members have what counts and limits; what it has not, it cannot hand on. */
  private static void handOn(Path group) {
    for (String controller : List.of("+cpu", "+memory")) {
      try {
        KernelFile.write(group.resolve("cgroup.subtree_control"), controller);
      } catch (IOException hasNone) {
        // The group that needs it will lack its files, and is not usable then.
      }
    }
  }

  /** What counts in it. */
  public Cgroup reading() {
    return isVersion1
        ? new V1Cgroup(
            folderOf("cpuacct.usage"), folderOf("memory.usage_in_bytes"), folderOf("cpu.stat"))
        : new V2Cgroup(folders.getFirst());
  }

  private Optional<Path> folderOf(String file) {
    return find(file).map(Path::getParent);
  }

  /** What it may use at most of memory, or might when somebody in it was killed for more. */
  public OptionalLong memoryLimitBytes() {
    return memoryLimitBytes;
  }

  /** The words that a command begins with to run in it. */
  public List<String> prefix() {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "boardbench"));
    folders.forEach(folder -> words.add(folder.toString()));
    words.add("--");
    return words;
  }

  /** The processes in it now. */
  public List<ProcessHandle> members() {
    return folders.stream()
        .flatMap(folder -> KernelFile.numbers(folder + "/cgroup.procs").stream())
        .distinct()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  /** SIGKILL to all members at once, also to those that are being born; where the kernel can. */
  public void kill() {
    Optional<Path> kill = find("cgroup.kill");
    if (kill.isPresent()) {
      try {
        KernelFile.write(kill.get(), "1");
      } catch (IOException notHere) {
        // The members are killed one by one as well.
      }
    }
  }

  boolean exists() {
    return folders.stream().anyMatch(Files::isDirectory);
  }

  /** Kills until nobody is left, in a second or two, and removes the group. */
  void endAndRemove() {
    for (int i = 0; i < REMOVE_TRIES && !members().isEmpty(); i++) {
      kill();
      members().forEach(ProcessHandle::destroyForcibly);
      pause();
    }
    remove();
  }

  /** Removes the folders; those in which somebody still dies are tried again for a moment. */
  public void remove() {
    for (Path folder : folders) {
      for (int i = 0; i < REMOVE_TRIES && Files.isDirectory(folder); i++) {
        if (!folder.toFile().delete()) {
          pause();
        }
      }
      // Goes with its last group.
      boolean isLast = folder.getParent().toFile().delete();
      if (!isLast && Files.isDirectory(folder)) {
        throw new IllegalStateException("the control group " + folder + " cannot be removed");
      }
    }
  }

  /** Not cut short by an interrupt, which stays for who waits for it. */
  private static void pause() {
    boolean interrupted = Thread.interrupted();
    LockSupport.parkNanos(POLL_NS);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
