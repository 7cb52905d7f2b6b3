package org.boardbench.report.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.ranking.Floors;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import tools.jackson.databind.JsonNode;

/**
 * The variants of a run as its plan has them: in which order reports show them, how they call them,
 * which of them are drawn together, and at which place each is, which decides its look.
 */
public final class Variants {
  private final Map<String, Variant> byName = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param place counts from 1
   * @param title empty where it has none
   * @param note empty where it has none
   * @param group empty where it has none
   */
  private record Variant(
      String name, String target, int place, String title, String note, String group) {}

  private final Floors floors;

  private Variants(Floors floors) {
    this.floors = floors;
  }

  public static Variants of(StoredRun run) {
    Stream<String> measured = run.trials().stream().map(StoredTrial::target).sorted();
    return of(run.manifest(), Stream.concat(measured, run.variants().stream().sorted()).toList());
  }

  /**
   * The variants of a plan, and after them those that were measured and that it does not name.
   *
   * @param manifest {@code run.json}
   */
  static Variants of(JsonNode manifest, List<String> measured) {
    JsonNode plan = manifest.path("plan");
    Variants variants = new Variants(new Floors(plan));
    plan.path("targets").forEach(variants::add);
    measured.forEach(variants::addNamed);
    return variants;
  }

  private void add(JsonNode stored) {
    if (stored.isString()) {
      addNamed(stored.asString());
    } else {
      add(
          new Variant(
              stored.path("name").asString(),
              stored.path("target").asString(),
              stored.path("place").asInt(byName.size() + 1),
              stored.path("title").asString(""),
              stored.path("note").asString(""),
              stored.path("group").asString("").strip()));
    }
  }

  private void addNamed(String name) {
    int next = 1 + byName.values().stream().mapToInt(Variant::place).max().orElse(0);
    add(new Variant(name, Floors.folder(name), next, "", "", ""));
  }

  private void add(Variant variant) {
    byName.putIfAbsent(variant.name(), variant);
  }

  /** As the plan lists them. */
  public Comparator<String> order() {
    List<String> names = new ArrayList<>(byName.keySet());
    return Comparator.<String>comparingInt(
            name -> names.contains(name) ? names.indexOf(name) : names.size())
        .thenComparing(Comparator.naturalOrder());
  }

  /** In the plan that this run is of, perhaps a part: counts from 1, and no two have the same. */
  public int place(String name) {
    return byName.get(name).place();
  }

  /**
   * The groups that figures are drawn of, in the plan's order; none where it has fewer than two, as
   * all its variants are drawn together then.
   */
  public List<VariantGroup> groups() {
    List<String> titles =
        byName.values().stream()
            .map(Variant::group)
            .filter(title -> !title.isEmpty())
            .distinct()
            .toList();
    Slugs slugs = new Slugs();
    return titles.size() < 2
        ? List.of()
        : titles.stream()
            .map(title -> new VariantGroup(title, slugs.next(title), namesIn(title), namesIn("")))
            .toList();
  }

  private Set<String> namesIn(String group) {
    return byName.values().stream()
        .filter(variant -> variant.group().equals(group))
        .map(Variant::name)
        .collect(Collectors.toSet());
  }

  /**
   * What decides the look of one that is not the floor where groups are drawn: its position in its
   * group, and after those of the largest group the variants that are in all figures. Counts from
   * 1; without groups it is the place in the plan.
   */
  public int placeInGroup(String name) {
    List<VariantGroup> groups = groups();
    Variant one = byName.get(name);
    if (groups.isEmpty()) {
      return one.place();
    }
    int before =
        (int)
            namesIn(one.group()).stream()
                .filter(other -> !isFloor(other) && place(other) < one.place())
                .count();
    return 1 + before + (one.group().isEmpty() ? largest(groups) : 0);
  }

  private int largest(List<VariantGroup> groups) {
    return groups.stream()
        .mapToInt(group -> (int) group.own().stream().filter(name -> !isFloor(name)).count())
        .max()
        .orElseThrow();
  }

  /** The folder of its server. */
  public String target(String name) {
    return byName.get(name).target();
  }

  /** Whether it is the floor of all others. */
  public boolean isFloor(String name) {
    return floors.has(name);
  }

  /** How the legends of figures call it. */
  public String title(String name) {
    String title = byName.get(name).title();
    return (title.isEmpty() ? name : title) + (isFloor(name) ? " (floor)" : "");
  }

  /** What the plan has to say of it, {@code TITLE – NOTE}; empty where it has nothing. */
  public String words(String name) {
    Variant one = byName.get(name);
    return Stream.of(one.title(), one.note())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" – "));
  }
}
