package org.boardbench.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a built target and its companions for the versions of what they are made of. */
public final class TargetVersions {
  private static final Pattern VERSION =
      Pattern.compile("(?<![\\w.])v?(\\d+(?:\\.\\d+)+(?:[.+-]?\\w+)*)");

  private TargetVersions() {}

  /**
   * Name → version as the manifest's commands print it: the first thing that looks like a version,
   * else the first line. A command that fails has no entry.
   */
  public static Map<String, String> of(TargetManifest manifest, HostEnvironment host)
      throws InterruptedException {
    Map<String, List<String>> commands = new LinkedHashMap<>(manifest.versions());
    manifest.companions().values().forEach(companion -> commands.putAll(companion.versions()));
    Map<String, String> placeholders =
        Map.of(
            Placeholders.FOLDER, manifest.folder().toString(),
            Placeholders.JDK, host.jdk().toString());
    Map<String, String> versions = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> command : commands.entrySet()) {
      List<String> words = Placeholders.fill(command.getValue(), placeholders);
      CommandRun.of(words, manifest.folder(), host.variables())
          .filter(CommandRun::succeeded)
          .flatMap(run -> version(run.output()))
          .ifPresent(version -> versions.put(command.getKey(), version));
    }
    return versions;
  }

  static Optional<String> version(String output) {
    Matcher matcher = VERSION.matcher(output);
    return matcher.find()
        ? Optional.of(matcher.group(1))
        : output.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
  }
}
