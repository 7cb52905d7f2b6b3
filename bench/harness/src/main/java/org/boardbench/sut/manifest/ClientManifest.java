package org.boardbench.sut.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@code client.yaml}, checked: how to build, start and read one client of somebody else's.
 * {@link ClientManifestReader} documents the file.
 *
 * @param program what is built and started, as a target's is; it serves nobody
 * @param output how it tells what it found
 * @param majors by a tool's name the major versions that it is written for; a tool without any may
 *     have whichever is not too old
 */
public record ClientManifest(
    TargetManifest program, Output output, Map<String, List<String>> majors) {
  /** In {@code start} and {@code environment}, beside {@code {folder}} and {@code {jdk}}. */
  public static final Set<String> PLACEHOLDERS =
      Set.of("url", "users", "boards", "rate", "payload", "ramp", "hold", "drain", "output");

  /** How a client tells what it found. */
  public enum Output {
    /** {@code samples.csv} and {@code counts.json}. */
    PLAIN,
    /** {@code samples.json}, the JSON lines of k6, and {@code counts.json}. */
    K6;

    /** The word in manifests. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ClientManifest {
    majors = Map.copyOf(majors);
  }

  public String name() {
    return program.name();
  }

  /**
   * The command that starts it.
   *
   * @param values of {@link #PLACEHOLDERS}
   */
  public List<String> command(Map<String, String> values, Object jdk) {
    return Placeholders.fill(program.start().command(), all(values, jdk));
  }

  /** What it gets beside the environment that every program has. */
  public Map<String, String> environment(Map<String, String> values, Object jdk) {
    return program.start().environment(all(values, jdk));
  }

  private Map<String, String> all(Map<String, String> values, Object jdk) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(Placeholders.places(program.folder(), jdk));
    return all;
  }

  static Set<String> known() {
    Set<String> known = new TreeSet<>(PLACEHOLDERS);
    known.addAll(Set.of(Placeholders.FOLDER, Placeholders.JDK));
    return known;
  }
}
