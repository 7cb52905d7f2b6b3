package org.boardbench.sut.build;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;

/** The files whose content decides whether a target has to be built. */
public final class BuildInputs {
  private static final List<String> GIT_FILES =
      List.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");

  /** What builds leave behind; never an input. */
  private static final Set<String> BUILT =
      Set.of(TargetBuilder.FOLDER, ".git", ".venv", "__pycache__", "node_modules", "target");

  private BuildInputs() {}

  /** Whether a folder of this name holds what builds leave behind. */
  static boolean isBuilt(String name) {
    return BUILT.contains(name);
  }

  /**
   * Paths relative to the target's folder, in a fixed order.
   *
   * @throws LaunchException when one of the manifest's globs matches nothing
   */
  static SortedSet<Path> of(TargetManifest manifest, HostEnvironment host)
      throws IOException, LaunchException, InterruptedException {
    return manifest.build().inputs().isEmpty() ? every(manifest, host) : matching(manifest);
  }

  /**
   * Every file of the target's folder that is source. Git knows what is and what is not; without
   * it, all but what builds leave behind.
   */
  public static SortedSet<Path> every(TargetManifest manifest, HostEnvironment host)
      throws IOException, InterruptedException {
    Optional<CommandRun> git =
        CommandRun.of(GIT_FILES, manifest.folder(), host.forGit().variables());
    SortedSet<Path> files = new TreeSet<>();
    git.filter(CommandRun::succeeded).stream()
        .flatMap(run -> Arrays.stream(run.printed().split("\0", -1)))
        .filter(name -> Files.isRegularFile(manifest.folder().resolve(name)))
        .forEach(name -> files.add(Path.of(name)));
    return files.isEmpty() ? walk(manifest.folder()) : files;
  }

  private static SortedSet<Path> matching(TargetManifest manifest)
      throws IOException, LaunchException {
    SortedSet<Path> every = walk(manifest.folder());
    SortedSet<Path> files = new TreeSet<>();
    List<String> idle = new ArrayList<>();
    for (String glob : manifest.build().inputs()) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      List<Path> found = every.stream().filter(matcher::matches).toList();
      files.addAll(found);
      if (found.isEmpty()) {
        idle.add(glob);
      }
    }
    if (!idle.isEmpty()) {
      throw new LaunchException(
          manifest.name() + " cannot be built: no file matches inputs " + String.join(", ", idle));
    }
    return files;
  }

  private static SortedSet<Path> walk(Path folder) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return BUILT.contains(directory.getFileName().toString()) && !directory.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(folder.relativize(file));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
