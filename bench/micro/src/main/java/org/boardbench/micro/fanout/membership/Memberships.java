package org.boardbench.micro.fanout.membership;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The kinds of membership by the names that stand in results. */
final class Memberships {
  private static final Map<String, Supplier<Membership>> BY_NAME =
      Map.of(
          "array-snapshot", ArraySnapshot::new,
          "concurrent-set", SetMembership::concurrent,
          "copy-on-write", SetMembership::copyOnWrite);

  private Memberships() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** An empty board. */
  static Membership named(String name) {
    return BY_NAME.get(name).get();
  }
}
