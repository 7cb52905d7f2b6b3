package org.boardbench.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.Behaviours;

/**
 * Boards as they are met in lectures, workshops and classrooms, under names that a plan may use.
 * How many draw at once is an assumption: no study of a shared board was found that says it.
 */
public final class NamedScenarios {
  private static final int WORKSHOP = 6;

  private static final Map<String, Scenario> ALL = all();

  private NamedScenarios() {}

  private static Map<String, Scenario> all() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("lecture", drawing(1));
    all.put("workshop", drawing(WORKSHOP));
    all.put("classroom", Scenario.of(behaviour("together")));
    return all;
  }

  /** So many of each board write; the others look on. */
  private static Scenario drawing(int number) {
    return new Scenario(
        List.of(
            Scenario.Part.perBoard("draw", number, behaviour("strokes")),
            new Scenario.Part("watch", 1, behaviour("watch"))));
  }

  private static Behaviour behaviour(String name) {
    return Behaviours.named(name).orElseThrow().usual();
  }

  /** The one called {@code name}; empty when there is none. */
  public static Optional<Scenario> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }
}
