package org.boardbench.sut.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;

/**
 * What a target's build has to leave behind: a command that succeeds may have done nothing, as
 * Maven does when {@code MAVEN_ARGS} says {@code -version}. Beside what the manifest names these
 * are the words of {@code start} that lie in a folder for what builds make.
 */
final class BuildOutputs {
  private final Path folder;
  private final Set<Path> paths = new LinkedHashSet<>();

  BuildOutputs(TargetManifest manifest) {
    this.folder = manifest.folder();
    manifest.build().outputs().forEach(name -> paths.add(Path.of(name).normalize()));
    String here = "{" + Placeholders.FOLDER + "}/";
    for (String word : manifest.start().command()) {
      String name = word.startsWith(here) ? word.substring(here.length()) : word;
      if (name.indexOf('/') > 0
          && name.indexOf('{') < 0
          && BuildInputs.isBuilt(name.substring(0, name.indexOf('/')))) {
        paths.add(Path.of(name).normalize());
      }
    }
  }

  /** Those that are not there, or are empty files. */
  List<String> missing() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path path : paths) {
      Path file = folder.resolve(path);
      if (!Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0)) {
        missing.add(path.toString());
      }
    }
    return missing;
  }

  /** Before a build, so that what an earlier one has left is not taken for this one's. */
  void remove() throws IOException {
    for (Path path : paths) {
      Path file = folder.resolve(path);
      if (Files.isDirectory(file)) {
        removeFolder(file);
      } else {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void removeFolder(Path folder) throws IOException {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
