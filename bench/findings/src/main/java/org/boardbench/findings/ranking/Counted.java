package org.boardbench.findings.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found, and how often.
 *
 * @param count at least 1
 */
public record Counted<T>(T what, int count) {
  /**
   * The most frequent first.
   *
   * @param order of those that are equally frequent
   */
  static <T> List<Counted<T>> mostFirst(Stream<T> found, Comparator<? super T> order) {
    Map<T, Long> counts =
        found.collect(
            Collectors.groupingBy(
                Function.identity(), () -> new TreeMap<>(order), Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new Counted<>(entry.getKey(), Math.toIntExact(entry.getValue())))
        .sorted(Comparator.comparingInt((Counted<T> one) -> one.count()).reversed())
        .toList();
  }
}
