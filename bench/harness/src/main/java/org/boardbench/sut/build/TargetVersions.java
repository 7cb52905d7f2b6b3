package org.boardbench.sut.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.tools.PrintedLines;

/** Asks a built target and its companions for the versions of what they are made of. */
public final class TargetVersions {
  private static final Pattern VERSION =
      Pattern.compile("(?<![\\w./])v?(\\d++(?:\\.\\d++)++(?:[.+-]?\\w++)*+)(?!/|:\\d)");

  private TargetVersions() {}

  /**
   * Name → version as the manifest's commands print it: the first thing that looks like a version,
   * else the first line, notices apart. A command that fails has no entry.
   */
  public static Map<String, String> of(TargetManifest manifest, HostEnvironment host)
      throws InterruptedException {
    Map<String, List<String>> commands = new LinkedHashMap<>(manifest.versions());
    manifest.companions().values().forEach(companion -> commands.putAll(companion.versions()));
    Map<String, String> places = Placeholders.places(manifest.folder(), host.jdk());
    return ask(commands, places, List.of(), manifest.folder(), host.allowing(manifest.variables()));
  }

  /**
   * The same from anywhere.
   *
   * @param places what stands for the placeholders of the commands
   * @param prefix the words that every command begins with
   */
  public static Map<String, String> ask(
      Map<String, List<String>> commands,
      Map<String, String> places,
      List<String> prefix,
      Path folder,
      HostEnvironment host)
      throws InterruptedException {
    Map<String, String> versions = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> command : commands.entrySet()) {
      List<String> words = new ArrayList<>(prefix);
      words.addAll(Placeholders.fill(command.getValue(), places));
      CommandRun.of(words, folder, host.variables())
          .filter(CommandRun::succeeded)
          .flatMap(TargetVersions::version)
          .ifPresent(version -> versions.put(command.getKey(), version));
    }
    return versions;
  }

  static Optional<String> version(CommandRun run) {
    return PrintedLines.of(run)
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .or(() -> PrintedLines.of(run).findFirst());
  }
}
