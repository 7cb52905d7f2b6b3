package org.boardbench.scenario.behaviour;

import java.util.List;
import java.util.Optional;

/** Every behaviour that a plan may ask for. */
public final class Behaviours {
  private static final List<BehaviourKind> ALL =
      List.of(
          Steady.KIND,
          Poisson.KIND,
          Bursts.KIND,
          Strokes.KIND,
          Intermittent.KIND,
          Together.KIND,
          Cursor.KIND,
          Watching.KIND,
          Trace.KIND);

  private Behaviours() {}

  public static List<BehaviourKind> all() {
    return ALL;
  }

  /** The one called {@code name}; empty when there is none. */
  public static Optional<BehaviourKind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return ALL.stream().map(BehaviourKind::name).toList();
  }
}
