package org.boardbench.sut.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code {name}} parts of commands and environment values. Other braces are left alone. */
public final class Placeholders {
  public static final String PORT = "port";

  /** The address on which a program of a target listens. */
  public static final String HOST = "host";

  public static final String FOLDER = "folder";
  static final String JDK = "jdk";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]*)}");

  private Placeholders() {}

  /** What {@code {folder}} and {@code {jdk}} stand for. */
  public static Map<String, String> places(Object folder, Object jdk) {
    return Map.of(FOLDER, folder.toString(), JDK, jdk.toString());
  }

  /** The placeholder that stands for a companion's port. */
  public static String portOf(String companion) {
    return companion + "." + PORT;
  }

  /** The placeholder that stands for where a component's port is found by the others. */
  public static String hostOf(String component) {
    return component + "." + HOST;
  }

  static SortedSet<String> names(Collection<String> texts) {
    SortedSet<String> names = new TreeSet<>();
    for (String text : texts) {
      Matcher matcher = PLACEHOLDER.matcher(text);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /** {@code text} with every placeholder replaced; the reader has made sure that each is known. */
  public static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  public static List<String> fill(List<String> command, Map<String, String> values) {
    return command.stream().map(word -> fill(word, values)).toList();
  }
}
