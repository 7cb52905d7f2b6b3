package org.boardbench.account.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Members who fall into groups: within one everybody hears everybody, between two nobody anybody.
 */
public final class IsolatedGroups {
  private IsolatedGroups() {}

  /**
   * Two groups at least, in the order of their first members; empty when it is not like that.
   *
   * @param hears whether the first one has heard of the second
   */
  public static <T> Optional<List<List<T>>> of(List<T> members, BiPredicate<T, T> hears) {
    Map<BitSet, BitSet> byHeard = new LinkedHashMap<>();
    for (int place = 0; place < members.size(); place++) {
      T member = members.get(place);
      BitSet heard = new BitSet();
      IntStream.range(0, members.size())
          .filter(other -> hears.test(member, members.get(other)))
          .forEach(heard::set);
      byHeard.computeIfAbsent(heard, _ -> new BitSet()).set(place);
    }
    boolean areSeparate =
        byHeard.entrySet().stream().allMatch(group -> group.getKey().equals(group.getValue()));
    if (!areSeparate || byHeard.size() < 2) {
      return Optional.empty();
    }
    List<List<T>> groups = new ArrayList<>();
    byHeard.keySet().forEach(group -> groups.add(group.stream().mapToObj(members::get).toList()));
    return Optional.of(groups);
  }
}
