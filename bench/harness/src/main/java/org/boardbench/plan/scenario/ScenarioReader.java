package org.boardbench.plan.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.ValueReader;
import org.boardbench.input.WordList;
import org.boardbench.input.YamlMap;
import org.boardbench.scenario.NamedScenarios;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.BehaviourKind;
import org.boardbench.scenario.behaviour.BehaviourRule;
import org.boardbench.scenario.behaviour.BehaviourValues;
import org.boardbench.scenario.behaviour.Behaviours;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.trace.TraceMessages;
import org.boardbench.scenario.trace.TraceReader;

/**
 * Reads {@code scenario}, of a plan or of a stage: the name of a scenario or of a behaviour, or a
 * map of behaviours under names of the author's choice.
 */
public final class ScenarioReader {
  /** The key of a scenario, in a plan and in a stage. */
  public static final String KEY = "scenario";

  static final String BEHAVIOUR = "behaviour";
  static final String WEIGHT = "weight";
  static final String PER_BOARD = "per-board";

  private static final ValueReader<Double> WEIGHTS = ValueReader.number(0.001, 1000);
  private static final ValueReader<Integer> PLACES = ValueReader.wholeNumber(1, 1000);

  private final Path folder;
  private final double rate;
  private final int payload;
  private final Problems problems;

  /**
   * @param folder where the files of traces are
   * @param rate of behaviours that say nothing of it
   * @param payload of behaviours that say nothing of it
   */
  public ScenarioReader(Problems problems, Path folder, double rate, int payload) {
    this.folder = folder;
    this.rate = rate;
    this.payload = payload;
    this.problems = problems;
  }

  /** What may be behind the key where it is no map. */
  public static List<String> words() {
    return Stream.of(Behaviours.names(), NamedScenarios.names()).flatMap(List::stream).toList();
  }

  /** The scenario that {@code map} has; empty when it has none, or there was a problem. */
  public Optional<Scenario> of(YamlMap map) {
    return of(map, KEY);
  }

  /** What is behind an option may also be behind the key in a file. */
  public Optional<Scenario> ofOption(Entry option) {
    return YamlMap.parse(option.key(), option.key() + ": " + option.text(), problems)
        .flatMap(map -> of(map, option.key()));
  }

  private Optional<Scenario> of(YamlMap map, String key) {
    if (map.hasMap(key)) {
      return map.map(key).flatMap(behaviours -> parts(map.pathOf(key), behaviours));
    }
    return map.scalar(key).flatMap(this::named);
  }

  private Optional<Scenario> named(Entry entry) {
    return NamedScenarios.named(entry.text())
        .or(() ->
            kind(entry, words())
                .flatMap(kind -> behaviour(kind, entry.key(), Optional.empty()))
                .map(Scenario::of)
                .filter(scenario -> sends(entry.key(), scenario)));
  }

  private Optional<Scenario> parts(String path, YamlMap map) {
    List<Scenario.Part> parts = new ArrayList<>();
    for (String name : map.keys()) {
      map.map(name).flatMap(part -> part(name, map.pathOf(name), part)).ifPresent(parts::add);
    }
    if (map.keys().isEmpty()) {
      problems.add(path, "at least one behaviour is needed, was none");
    }
    if (parts.isEmpty() || parts.size() < map.keys().size()) {
      return Optional.empty();
    }
    if (parts.stream().allMatch(part -> part.perBoard() > 0)) {
      problems.add(
          path, "at least one behaviour without " + PER_BOARD + " is needed, for all other users");
      return Optional.empty();
    }
    return Optional.of(new Scenario(parts)).filter(scenario -> sends(path, scenario));
  }

  private boolean sends(String path, Scenario scenario) {
    if (scenario.ratePerUser() == 0) {
      problems.add(path, "at least one behaviour that sends is needed, was none");
    }
    return scenario.ratePerUser() > 0;
  }

  private Optional<Scenario.Part> part(String name, String path, YamlMap map) {
    Optional<BehaviourKind> kind =
        map.required(BEHAVIOUR).flatMap(entry -> kind(entry, Behaviours.names()));
    kind.ifPresent(found -> map.allowing(names(found)));
    Optional<Share> share = share(map);
    return kind.flatMap(found -> behaviour(found, path, Optional.of(map)))
        .flatMap(
            made -> share.map(of -> new Scenario.Part(name, of.weight(), of.perBoard(), made)));
  }

  /** Which users a part is for. */
  private record Share(double weight, int perBoard) {}

  /** Empty when there was a problem. */
  private Optional<Share> share(YamlMap map) {
    if (map.has(WEIGHT) && map.has(PER_BOARD)) {
      problems.add(map.pathOf(PER_BOARD), "must not be beside " + WEIGHT);
      return Optional.empty();
    }
    Optional<Integer> places =
        map.scalar(PER_BOARD).map(entry -> PLACES.read(entry, problems)).orElse(Optional.of(0));
    Optional<Double> weight =
        map.scalar(WEIGHT).map(entry -> WEIGHTS.read(entry, problems)).orElse(Optional.of(1.0));
    return weight.flatMap(against -> places.map(number -> new Share(against, number)));
  }

  private static Set<String> names(BehaviourKind kind) {
    Set<String> names = new LinkedHashSet<>(List.of(BEHAVIOUR, WEIGHT, PER_BOARD));
    kind.keys().forEach(key -> names.add(key.name()));
    return names;
  }

  private Optional<BehaviourKind> kind(Entry entry, List<String> words) {
    Optional<BehaviourKind> kind = Behaviours.named(entry.text());
    if (kind.isEmpty()) {
      problems.add(entry.key(), "must be " + WordList.or(words) + ", was " + entry.text());
    }
    return kind;
  }

  private Optional<Behaviour> behaviour(BehaviourKind kind, String path, Optional<YamlMap> map) {
    Optional<BehaviourValues> all = Optional.of(BehaviourValues.none());
    for (BehaviourKey<?> key : kind.keys()) {
      Optional<BehaviourValues> more = with(key, path, map.flatMap(m -> m.scalar(key.name())));
      all = all.flatMap(sofar -> more.map(sofar::and));
    }
    return all.filter(values -> keepsRules(kind, path, values)).map(kind.maker());
  }

  private boolean keepsRules(BehaviourKind kind, String path, BehaviourValues values) {
    List<BehaviourRule.Breach> breaches =
        kind.rules().stream().map(rule -> rule.breach(values)).flatMap(Optional::stream).toList();
    breaches.forEach(breach -> problems.add(path + "." + breach.key(), breach.problem()));
    return breaches.isEmpty();
  }

  /** One value alone; empty when there was a problem. */
  private <T> Optional<BehaviourValues> with(
      BehaviourKey<T> key, String path, Optional<Entry> entry) {
    Optional<T> value =
        entry.isPresent() ? read(key, entry.get()) : key.fallback().or(() -> ofWorkload(key));
    if (entry.isEmpty() && value.isEmpty()) {
      problems.add(path + "." + key.name(), "is missing");
    }
    return value.map(found -> BehaviourValues.none().with(key, found));
  }

  private <T> Optional<T> ofWorkload(BehaviourKey<T> key) {
    if (key.equals(BehaviourKey.RATE)) {
      return Optional.of(key.type().cast(rate));
    }
    return key.equals(BehaviourKey.PAYLOAD)
        ? Optional.of(key.type().cast(PayloadSizes.of(payload)))
        : Optional.empty();
  }

  private <T> Optional<T> read(BehaviourKey<T> key, Entry entry) {
    return key.type().equals(TraceMessages.class)
        ? trace(entry).map(key.type()::cast)
        : ScenarioForms.reader(key).read(entry, problems);
  }

  /** Its content where it has several lines or is a list, else the name of a file. */
  private Optional<TraceMessages> trace(Entry entry) {
    String text = entry.text();
    Consumer<String> told = problem -> problems.add(entry.key(), problem);
    return text.strip().lines().count() < 2 && !text.stripLeading().startsWith("[")
        ? TraceFile.read(folder, text, ScenarioForms.SIZES, told)
        : TraceReader.read(text, ScenarioForms.SIZES, told);
  }
}
