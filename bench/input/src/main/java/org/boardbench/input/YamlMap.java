package org.boardbench.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One map of a YAML file, read strictly: unknown keys, duplicate keys and wrong shapes become
 * problems that name the key's path. It works on YAML's nodes and not on loaded objects, because
 * loading stops at the first duplicate key and forgets how a value was written.
 *
 * <p>Entries of lists count from 1, as stages do everywhere else.
 */
public final class YamlMap {
  private final String prefix;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * @param prefix what comes before the keys in problems: {@code stages[2].}
   */
  private YamlMap(String prefix, MappingNode node, Problems problems) {
    this.prefix = prefix;
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      take(tuple);
    }
  }

  /**
   * The map that a file consists of.
   *
   * @param fileName names the file in problems
   * @return empty when the file is no YAML map at all
   */
  public static Optional<YamlMap> parse(String fileName, String yaml, Problems problems) {
    return parse(fileName, "", yaml, problems);
  }

  /** The same of one of several files: the key of each problem begins with the file's name. */
  public static Optional<YamlMap> parseOneOfSeveral(
      String fileName, String yaml, Problems problems) {
    return parse(fileName, fileName + ": ", yaml, problems);
  }

  private static Optional<YamlMap> parse(
      String fileName, String prefix, String yaml, Problems problems) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(fileName).build();
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isEmpty()) {
        problems.add(fileName, "is empty");
        return Optional.empty();
      }
      if (root.get() instanceof MappingNode map) {
        return Optional.of(new YamlMap(prefix, map, problems));
      }
      problems.add(fileName, "must be a map of keys, was " + shape(root.get()));
    } catch (MarkedYamlEngineException e) {
      problems.add(
          fileName,
          "is no YAML" + e.getProblemMark().map(YamlMap::place).orElse("") + ": " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(fileName, "is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Reports every key that is not one of {@code known}. */
  public YamlMap allowing(Set<String> known) {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        problems.add(pathOf(key), "unknown key" + Nearest.hint(key, known));
      }
    }
    return this;
  }

  public Set<String> keys() {
    return values.keySet();
  }

  public String pathOf(String key) {
    return prefix + key;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Optional<Entry> scalar(String key) {
    return node(key).flatMap(node -> scalar(pathOf(key), node));
  }

  /** Like {@link #scalar(String)}; a missing key is a problem. */
  public Optional<Entry> required(String key) {
    if (!values.containsKey(key)) {
      problems.add(pathOf(key), "is missing");
    }
    return scalar(key);
  }

  public boolean hasMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  public Optional<YamlMap> map(String key) {
    return node(key).flatMap(node -> map(pathOf(key), node));
  }

  /** What is made of the entries of a list, each a scalar or a map; empty without the key. */
  public <T> Optional<List<T>> list(
      String key, Function<Entry, Optional<T>> ofScalar, Function<YamlMap, Optional<T>> ofMap) {
    return node(key)
        .map(node ->
            each(
                pathOf(key),
                items(pathOf(key), node),
                (at, item) ->
                    item instanceof MappingNode
                        ? map(at, item).flatMap(ofMap)
                        : scalar(at, item).flatMap(ofScalar)));
  }

  public boolean isEmptyList(String key) {
    return values.get(key) instanceof SequenceNode list && list.getValue().isEmpty();
  }

  /** Key → scalar of all keys. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : values.keySet()) {
      scalar(key).ifPresent(entry -> texts.put(key, entry.text()));
    }
    return texts;
  }

  /** The maps of a list; empty when the key is absent. */
  public Optional<List<YamlMap>> maps(String key) {
    return node(key).map(node -> each(pathOf(key), items(pathOf(key), node), this::map));
  }

  /** The words of a list, which has at least one; empty when the key is absent. */
  public Optional<List<String>> words(String key) {
    return node(key).flatMap(node -> words(pathOf(key), node));
  }

  /** The lists of words in a list; empty when the key is absent. */
  public Optional<List<List<String>>> commands(String key) {
    return node(key).map(node -> each(pathOf(key), items(pathOf(key), node), this::words));
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      problems.add(
          prefix.replaceAll("[.: ]+$", ""),
          "a key must be a single word, was " + shape(tuple.getKeyNode()));
      return;
    }
    String key = keyNode.getValue();
    if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
      problems.add(
          pathOf(key), "duplicate key" + keyNode.getStartMark().map(YamlMap::place).orElse(""));
    }
  }

  private Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private List<Node> items(String at, Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.add(at, "must be a list, was " + shape(node));
    return List.of();
  }

  private static <T> List<T> each(
      String at, List<Node> items, BiFunction<String, Node, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      reader.apply(at + "[" + (i + 1) + "]", items.get(i)).ifPresent(read::add);
    }
    return read;
  }

  private Optional<List<String>> words(String at, Node node) {
    if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return Optional.of(
          each(at, list.getValue(), (word, item) -> scalar(word, item).map(Entry::text)));
    }
    problems.add(at, "must be a list of words, was " + shape(node));
    return Optional.empty();
  }

  private Optional<Entry> scalar(String at, Node node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(new Entry(at, scalar.getValue()));
    }
    problems.add(at, "must be a single value, was " + shape(node));
    return Optional.empty();
  }

  private Optional<YamlMap> map(String at, Node node) {
    if (node instanceof MappingNode map) {
      return Optional.of(new YamlMap(at + ".", map, problems));
    }
    problems.add(at, "must be a map of keys, was " + shape(node));
    return Optional.empty();
  }

  private static String place(Mark mark) {
    return " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }

  private static String shape(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue().isEmpty() ? "empty" : scalar.getValue();
      case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
      default -> "a map";
    };
  }
}
