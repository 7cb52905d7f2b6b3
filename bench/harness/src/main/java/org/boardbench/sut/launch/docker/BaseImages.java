package org.boardbench.sut.launch.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stand-ins for official images, as {@code make base-images} makes them where no registry can be
 * asked. They have names of their own, and are taken where the engine does not have the official
 * image: who has both has meant the official one.
 */
final class BaseImages {
  static final String PREFIX = "boardbench-base/";

  /** Before the first {@code FROM}: {@code ARG BASE=node:20-bookworm-slim}. */
  private static final Pattern ARGUMENT = Pattern.compile("ARG\\s+(\\w*BASE)=(\\S+)\\s*");

  private static final Pattern FROM = Pattern.compile("(?i)FROM\\s.*");

  private BaseImages() {}

  /** The image of this name, else its stand-in; empty when the engine has neither. */
  static Optional<DockerImage> find(DockerEngine engine, String name) throws InterruptedException {
    Optional<DockerImage> official = DockerImage.find(engine, name);
    return official.isPresent() ? official : DockerImage.find(engine, PREFIX + name);
  }

  /** What {@code docker build} is to be told so that a Dockerfile starts from stand-ins. */
  static List<String> buildArguments(DockerEngine engine, Path dockerfile)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (String line : Files.readAllLines(dockerfile)) {
      if (FROM.matcher(line).matches()) {
        break;
      }
      Matcher argument = ARGUMENT.matcher(line);
      if (argument.matches()) {
        String official = argument.group(2);
        if (engine.image(official).isEmpty() && engine.image(PREFIX + official).isPresent()) {
          words.addAll(List.of("--build-arg", argument.group(1) + "=" + PREFIX + official));
        }
      }
    }
    return words;
  }
}
