package org.boardbench.report.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import tools.jackson.databind.JsonNode;

/**
 * The variants of a run as its plan has them: in which order reports show them, how they call them,
 * and at which place of the plan each is, which decides its look.
 */
public final class Variants {
  /** The server that the harness calibrates itself with: what driver and kernel alone cost. */
  private static final String FLOOR = "reference";

  private final Map<String, Variant> byName = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param place counts from 1
   * @param title empty where it has none
   * @param note empty where it has none
   */
  private record Variant(String name, String target, int place, String title, String note) {}

  private Variants() {}

  public static Variants of(StoredRun run) {
    return of(run.manifest(), run.trials().stream().map(StoredTrial::target).sorted().toList());
  }

  /**
   * The variants of a plan, and after them those that were measured and that it does not name.
   *
   * @param manifest {@code run.json}
   */
  static Variants of(JsonNode manifest, List<String> measured) {
    Variants variants = new Variants();
    manifest.path("plan").path("targets").forEach(variants::add);
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
              stored.path("note").asString("")));
    }
  }

  /** Runs from before there were variants have a folder, perhaps with a launcher behind it. */
  private void addNamed(String name) {
    int next = 1 + byName.values().stream().mapToInt(Variant::place).max().orElse(0);
    add(new Variant(name, name.split("@", 2)[0], next, "", ""));
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

  /** The folder of its server. */
  public String target(String name) {
    return byName.get(name).target();
  }

  /** Whether it is the floor of all others. */
  public boolean isFloor(String name) {
    return target(name).equals(FLOOR);
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
