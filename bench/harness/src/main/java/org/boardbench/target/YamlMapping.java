package org.boardbench.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.boardbench.core.Problem;

/**
 * One mapping of a strictly read YAML file whose scalars are all text. Reading never throws: what
 * is missing or of the wrong kind goes to the list of problems and an empty value comes back, so
 * that one pass finds everything. {@link #rejectOthers} at the end reports the keys that nobody
 * asked for.
 */
final class YamlMapping {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final Map<?, ?> values;
  private final String prefix;
  private final List<Problem> problems;
  private final boolean isThere;
  private final Set<String> known = new HashSet<>();

  /**
   * @param yaml what stands at this place of the file
   * @param prefix what comes before the keys in problems, e.g. {@code endpoint.}
   */
  YamlMapping(Object yaml, String prefix, List<Problem> problems) {
    this(
        yaml instanceof Map<?, ?> map ? map : Map.of(),
        prefix,
        problems,
        yaml instanceof Map<?, ?>);
    if (!(yaml instanceof Map<?, ?>)) {
      problem("", "must be a mapping of keys to values, was " + shown(yaml));
    }
  }

  /**
   * @param isThere false for a mapping that is missing as a whole: then its keys are not missed
   */
  private YamlMapping(Map<?, ?> values, String prefix, List<Problem> problems, boolean isThere) {
    this.values = values;
    this.prefix = prefix;
    this.problems = problems;
    this.isThere = isThere;
  }

  boolean has(String key) {
    known.add(key);
    return values.containsKey(key);
  }

  /** The text under a required key. */
  String text(String key) {
    return requireIfMissing(key) ? "" : asText(key, values.get(key));
  }

  /** A required text that must not be blank. */
  String filledText(String key) {
    String text = text(key);
    if (values.get(key) instanceof String && text.isBlank()) {
      problem(key, "must not be empty");
    }
    return text;
  }

  String textOr(String key, String fallback) {
    return has(key) ? asText(key, values.get(key)) : fallback;
  }

  /** A required text that must be one of {@code allowed}. */
  String word(String key, List<String> allowed) {
    String text = text(key);
    if (values.get(key) instanceof String && !allowed.contains(text)) {
      problem(key, "must be " + String.join(" or ", allowed) + ", was \"" + text + "\"");
    }
    return text;
  }

  /** The whole number under a required key. */
  long whole(String key) {
    String text = text(key);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      if (values.get(key) instanceof String) {
        problem(key, "must be a whole number, was \"" + text + "\"");
      }
      return 0;
    }
  }

  /** A required, non-empty list of words. */
  List<String> words(String key) {
    if (requireIfMissing(key)) {
      return List.of();
    }
    return asWords(key, values.get(key));
  }

  /** A list of words; empty when the key is missing. */
  List<String> optionalWords(String key) {
    return has(key) ? words(key) : List.of();
  }

  /** A list of commands, each a list of words; empty when the key is missing. */
  List<List<String>> optionalCommands(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(values.get(key) instanceof List<?> commands)) {
      problem(key, "must be a list of commands, was " + shown(values.get(key)));
      return List.of();
    }
    List<List<String>> read = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      read.add(asWords(key + "[" + i + "]", commands.get(i)));
    }
    return read;
  }

  /** A mapping of text to text; empty when the key is missing. */
  Map<String, String> optionalTexts(String key) {
    YamlMapping entries = optionalMapping(key);
    Map<String, String> read = new LinkedHashMap<>();
    entries.keys().forEach(name -> read.put(name, entries.text(name)));
    return read;
  }

  /** A mapping of names to commands; empty when the key is missing. */
  Map<String, List<String>> optionalNamedCommands(String key) {
    YamlMapping entries = optionalMapping(key);
    Map<String, List<String>> read = new LinkedHashMap<>();
    entries.names().forEach(name -> read.put(name, entries.words(name)));
    return read;
  }

  YamlMapping mapping(String key) {
    return requireIfMissing(key)
        ? new YamlMapping(Map.of(), prefix + key + ".", problems, false)
        : new YamlMapping(values.get(key), prefix + key + ".", problems);
  }

  YamlMapping optionalMapping(String key) {
    return has(key) ? mapping(key) : new YamlMapping(Map.of(), prefix + key + ".", problems, false);
  }

  /** The keys, in the file's order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    values.keySet().forEach(key -> keys.add(String.valueOf(key)));
    return Collections.unmodifiableList(keys);
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

  Optional<Object> raw(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Adds a problem with {@code key} of this mapping, or with the mapping itself when empty. */
  void problem(String key, String message) {
    String where = key.isEmpty() ? prefix.replaceAll("[.: ]+$", "") : prefix + key;
    problems.add(new Problem(where, message));
  }

  /** Reports every key that was never asked for. */
  void rejectOthers() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problem(
            key, "unknown key; known here: " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private boolean requireIfMissing(String key) {
    boolean missing = !has(key);
    if (missing && isThere) {
      problem(key, "is missing");
    }
    return missing;
  }

  private String asText(String key, Object yaml) {
    if (yaml instanceof String text) {
      return text;
    }
    problem(key, "must be a text, was " + shown(yaml));
    return "";
  }

  private List<String> asWords(String key, Object yaml) {
    if (!(yaml instanceof List<?> list) || list.isEmpty()) {
      problem(key, "must be a list of words, was " + shown(yaml));
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      words.add(asText(key + "[" + i + "]", list.get(i)));
    }
    return words;
  }

  private static String shown(Object yaml) {
    return switch (yaml) {
      case null -> "nothing";
      case Map<?, ?> map -> map.isEmpty() ? "an empty mapping" : "a mapping";
      case List<?> list -> list.isEmpty() ? "an empty list" : "a list";
      default -> "\"" + yaml + "\"";
    };
  }
}
