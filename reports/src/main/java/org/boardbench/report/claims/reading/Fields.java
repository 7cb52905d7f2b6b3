package org.boardbench.report.claims.reading;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.input.Entry;
import org.boardbench.input.Nearest;
import org.boardbench.input.Problems;
import org.boardbench.input.ValueReader;
import org.boardbench.input.YamlMap;

/** What several parts of a file of claims have in common. What is wrong becomes a problem. */
final class Fields {
  static final String FIGURE = "figure";
  static final String OF = "of";
  static final String USERS = "users";
  static final String COUNTS = "counts";
  static final String BELOW = "below";
  static final String ABOVE = "above";

  private static final ValueReader<Integer> LOAD = ValueReader.wholeNumber(1, 1_000_000);
  private static final ValueReader<Double> PERCENT = ValueReader.number(0.1, 1000);

  /** No figure is negative. */
  static final ValueReader<Double> NUMBER = ValueReader.number(0, 1_000_000_000);

  private final List<String> variants;
  private final double usualCounts;
  private final Problems problems;

  /**
   * @param variants that may be named
   * @param usualCounts where nothing else is said, what counts as a difference, relative
   */
  Fields(List<String> variants, double usualCounts, Problems problems) {
    this.variants = List.copyOf(variants);
    this.usualCounts = usualCounts;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  List<String> variants() {
    return variants;
  }

  /** One line of text; empty where it is missing. */
  Optional<String> text(YamlMap map, String key) {
    Optional<String> text = map.required(key).map(Fields::line);
    if (text.filter(String::isEmpty).isPresent()) {
      problems.add(map.pathOf(key), "must not be empty");
    }
    return text;
  }

  /** The same of a key that need not be there. */
  static String optionalText(YamlMap map, String key) {
    return map.scalar(key).map(Fields::line).orElse("");
  }

  private static String line(Entry entry) {
    return entry.text().strip().replaceAll("\\s+", " ");
  }

  Optional<StageFigure> figure(YamlMap map) {
    return map.required(FIGURE).flatMap(this::figure);
  }

  Optional<StageFigure> figure(Entry entry) {
    Optional<StageFigure> figure = StageFigure.of(entry.text());
    if (figure.isEmpty()) {
      problems.add(
          entry.key(),
          "must be a measured column of stages.csv, or one / another, was "
              + entry.text()
              + Nearest.hint(entry.text(), StageFigure.names()));
    }
    return figure;
  }

  Optional<String> variant(YamlMap map, String key) {
    return map.required(key).map(Entry::text).filter(name -> isKnown(map.pathOf(key), name));
  }

  /** All that may be named where the key is absent. */
  List<String> variants(YamlMap map, String key) {
    return map.words(key)
        .map(names -> names.stream().filter(name -> isKnown(map.pathOf(key), name)).toList())
        .orElse(variants);
  }

  private boolean isKnown(String key, String name) {
    boolean isKnown = variants.contains(name);
    if (!isKnown) {
      problems.add(
          key,
          "must be one of variants, "
              + String.join(", ", variants)
              + ", was "
              + name
              + Nearest.hint(name, variants));
    }
    return isKnown;
  }

  /** Ascending; none where the key is absent, which means all. */
  List<Integer> users(YamlMap map, String key) {
    return map.words(key).orElse(List.of()).stream()
        .flatMap(word -> LOAD.read(new Entry(map.pathOf(key), word), problems).stream())
        .distinct()
        .sorted()
        .toList();
  }

  Optional<Integer> load(YamlMap map, String key) {
    return map.required(key).flatMap(entry -> LOAD.read(entry, problems));
  }

  Optional<Where> where(YamlMap map) {
    return where(map, OF, USERS);
  }

  Optional<Where> where(YamlMap map, String variantKey, String usersKey) {
    List<Integer> users = users(map, usersKey);
    return variant(map, variantKey).map(name -> new Where(map.pathOf(variantKey), name, users));
  }

  Optional<Double> number(YamlMap map, String key) {
    return map.scalar(key).flatMap(entry -> NUMBER.read(entry, problems));
  }

  /** In percent in the file; here relative. */
  double counts(YamlMap map) {
    return map.scalar(COUNTS)
        .flatMap(entry -> PERCENT.read(entry, problems))
        .map(percent -> percent / 100)
        .orElse(usualCounts);
  }

  /** What {@code above}, {@code below} or both of them leave. */
  Optional<Region> ends(YamlMap map, String aboveKey, String belowKey) {
    Optional<Double> above = number(map, aboveKey);
    Optional<Double> below = number(map, belowKey);
    if (!map.has(aboveKey) && !map.has(belowKey)) {
      problems.add(map.pathOf(belowKey), "is missing, and so is " + aboveKey);
      return Optional.empty();
    }
    double low = above.orElse(Double.NEGATIVE_INFINITY);
    double high = below.orElse(Double.POSITIVE_INFINITY);
    if (low >= high) {
      problems.add(
          map.pathOf(belowKey),
          "must be more than " + aboveKey + ", " + above.get() + ", was " + high);
      return Optional.empty();
    }
    return above.isPresent() || below.isPresent()
        ? Optional.of(new Region(low, high))
        : Optional.empty();
  }
}
