package org.boardbench.findings.threshold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All thresholds of a plan, in its order. */
public record Thresholds(List<Threshold> all) {
  public static final Thresholds NONE = new Thresholds(List.of());

  public Thresholds {
    all = List.copyOf(all);
  }

  /**
   * In the shape of a file: {@code figure: "< 50"}, and {@code variant: { figure: "< 20" }}, where
   * a message class may stand in the place of the variant.
   */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Map<String, Object>> ofVariants = new LinkedHashMap<>();
    for (Threshold one : all) {
      Map<String, Object> place =
          one.variant()
              .or(one::messageClass)
              .map(name -> ofVariants.computeIfAbsent(name, first -> new LinkedHashMap<>()))
              .orElse(tree);
      place.put(one.figure().name(), one.limit().words());
    }
    tree.putAll(ofVariants);
    return tree;
  }
}
