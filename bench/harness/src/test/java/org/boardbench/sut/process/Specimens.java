package org.boardbench.sut.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.input.InputException;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;

/** Targets of {@code src/test/resources/targets}, most of them broken in one way. */
public final class Specimens {
  private Specimens() {}

  public static Path folder(String name) {
    try {
      return Path.of(Specimens.class.getResource("/targets/" + name).toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public static TargetManifest manifest(String name) throws InputException {
    return TargetManifestReader.read(folder(name));
  }

  /** A copy that a test may change. */
  public static Path copy(String name, Path into) throws IOException {
    Path source = folder(name);
    Path copy = into.resolve(name);
    try (Stream<Path> files = Files.walk(source)) {
      files.forEach(file -> {
        try {
          Files.copy(file, copy.resolve(source.relativize(file).toString()));
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      });
    }
    return copy;
  }

  /** Every process that a harness has marked as its own and that still runs. */
  public static List<String> processesOf(long harnessPid) {
    ProcFs procFs = ProcFs.SYSTEM;
    return procFs.processes().values().stream()
        .filter(process -> !process.hasEnded())
        .filter(process ->
            procFs
                .variable(process.pid(), TrialMarker.VARIABLE)
                .filter(value -> value.startsWith(harnessPid + ":"))
                .isPresent())
        .map(process -> procFs.read(process.pid() + "/cmdline").orElse("?").replace('\0', ' '))
        .toList();
  }

  /** The control groups that a harness has made and not removed. */
  public static List<String> groupsOf(long harnessPid) {
    List<String> names = new ArrayList<>();
    OwnGroups.find()
        .ifPresent(groups ->
            groups.removeLeft(name -> {
              names.add(name);
              return false; // looks, and removes none
            }));
    names.removeIf(name -> !name.startsWith(harnessPid + "-"));
    return names;
  }

  public static List<String> processesOfThisHarness() {
    return processesOf(ProcessHandle.current().pid());
  }
}
