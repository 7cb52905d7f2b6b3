package org.boardbench.sut.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;

/**
 * The fields of one map of a manifest. Reading never throws: what is missing or of the wrong kind
 * goes to the problems and an empty value comes back, so that one pass finds everything. {@link
 * #rejectOthers} at the end reports the keys that nobody asked for.
 */
final class ManifestFields {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final Optional<YamlMap> map;
  private final Problems problems;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param map empty where there is none: then its keys are not missed
   */
  ManifestFields(Optional<YamlMap> map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  boolean has(String key) {
    known.add(key);
    return map.filter(fields -> fields.has(key)).isPresent();
  }

  boolean hasMap(String key) {
    return map.filter(fields -> fields.hasMap(key)).isPresent();
  }

  /** The text under a required key; empty after a problem. */
  Optional<String> given(String key) {
    return isMissing(key)
        ? Optional.empty()
        : map.flatMap(fields -> fields.scalar(key)).map(Entry::text);
  }

  /** The text under a required key. */
  String text(String key) {
    return given(key).orElse("");
  }

  /** A required text that must not be blank. */
  String filledText(String key) {
    Optional<String> text = given(key);
    if (text.filter(String::isBlank).isPresent()) {
      problem(key, "must not be empty");
    }
    return text.orElse("");
  }

  String textOr(String key, String fallback) {
    return has(key) ? text(key) : fallback;
  }

  /** A required text that must be one of {@code allowed}. */
  String word(String key, List<String> allowed) {
    Optional<String> text = given(key);
    text.filter(word -> !allowed.contains(word))
        .ifPresent(word ->
            problem(key, "must be " + String.join(" or ", allowed) + ", was \"" + word + "\""));
    return text.orElse("");
  }

  /** The whole number under a required key. */
  long whole(String key) {
    Optional<String> text = given(key);
    try {
      return text.map(Long::valueOf).orElse(0L);
    } catch (NumberFormatException notANumber) {
      problem(key, "must be a whole number, was \"" + text.orElseThrow() + "\"");
      return 0;
    }
  }

  /** A required, non-empty list of words. */
  List<String> words(String key) {
    return isMissing(key) ? List.of() : map.flatMap(fields -> fields.words(key)).orElse(List.of());
  }

  /** A list of words; empty when the key is missing. */
  List<String> optionalWords(String key) {
    return has(key) ? words(key) : List.of();
  }

  /** A list of commands, each a list of words; empty when the key is missing. */
  List<List<String>> optionalCommands(String key) {
    return has(key) ? map.flatMap(fields -> fields.commands(key)).orElse(List.of()) : List.of();
  }

  /** A map of text to text; empty when the key is missing. */
  Map<String, String> optionalTexts(String key) {
    ManifestFields entries = optionalMap(key);
    Map<String, String> read = new LinkedHashMap<>();
    entries.keys().forEach(name -> read.put(name, entries.text(name)));
    return read;
  }

  /** A map of names to commands; empty when the key is missing. */
  Map<String, List<String>> optionalNamedCommands(String key) {
    ManifestFields entries = optionalMap(key);
    Map<String, List<String>> read = new LinkedHashMap<>();
    entries.names().forEach(name -> read.put(name, entries.words(name)));
    return read;
  }

  ManifestFields map(String key) {
    return new ManifestFields(
        isMissing(key) ? Optional.empty() : map.flatMap(fields -> fields.map(key)), problems);
  }

  ManifestFields optionalMap(String key) {
    return has(key) ? map(key) : new ManifestFields(Optional.empty(), problems);
  }

  /** The keys, in the file's order. */
  List<String> keys() {
    return map.map(fields -> new ArrayList<>(fields.keys())).orElseGet(ArrayList::new);
  }

  /** The keys where each is a name of the author's choice. */
  List<String> names() {
    for (String key : keys()) {
      if (!NAME.matcher(key).matches()) {
        problem(key, "must be a name of letters, digits, - and _");
      }
    }
    return keys();
  }

  /** Adds a problem with one of the map's keys. */
  void problem(String key, String message) {
    problems.add(map.map(fields -> fields.pathOf(key)).orElse(key), message);
  }

  /** Reports every key that was never asked for. */
  void rejectOthers() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problem(key, "unknown key; known here: " + String.join(", ", known));
      }
    }
  }

  private boolean isMissing(String key) {
    boolean missing = !has(key);
    if (missing && map.isPresent()) {
      problem(key, "is missing");
    }
    return missing;
  }
}
