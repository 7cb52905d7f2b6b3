package org.boardbench.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.input.InputException;
import org.boardbench.sut.manifest.Parameter;
import org.boardbench.sut.manifest.Parameter.Promise;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;

/**
 * A target as it is put under test.
 *
 * @param parameters in the place of its defaults
 * @param broken what of the contract its manifest says that it does not keep with them
 */
record TargetVariant(String target, Map<String, String> parameters, Set<Promise> broken) {
  /** Parameters of the targets under test, such as {@code frames=shared,bufferutil=absent}. */
  private static final String ASKED = System.getProperty("boardbench.parameters", "");

  /** What boards keep for newcomers, where a server can. */
  private static final String HISTORY = Integer.toString(BoardHistory.BYTES);

  /**
   * Each target with its defaults; where all is asked for, also with each value that breaks
   * something, and where it can keep the history of boards with that; or, where parameters are
   * asked for, with these alone.
   */
  static List<TargetVariant> of(TargetCatalog catalog, List<String> targets, boolean isAllAskedFor)
      throws InputException {
    List<TargetVariant> variants = new ArrayList<>();
    for (String name : targets) {
      TargetManifest target = catalog.manifest(name);
      if (!ASKED.isEmpty()) {
        variants.add(of(target, asked()));
        continue;
      }
      variants.add(of(target, Map.of()));
      if (!isAllAskedFor) {
        continue;
      }
      if (target.service().history().isPresent()) {
        variants.add(of(target, Map.of(target.service().history().get(), HISTORY)));
      }
      for (String parameter : target.parameters().keySet()) {
        for (String value : breaks(target, parameter).keySet()) {
          variants.add(of(target, Map.of(parameter, value)));
        }
      }
    }
    return variants;
  }

  /** Each target with each value that breaks nothing, in the place of another by default. */
  static List<TargetVariant> otherValues(TargetCatalog catalog, List<String> targets)
      throws InputException {
    List<TargetVariant> variants = new ArrayList<>();
    for (String name : targets) {
      TargetManifest target = catalog.manifest(name);
      for (Map.Entry<String, Parameter> parameter : target.parameters().entrySet()) {
        if (parameter.getValue() instanceof Parameter.Choice choice) {
          List<String> others = new ArrayList<>(choice.values());
          others.remove(choice.defaultValue());
          others.removeAll(choice.breaks().keySet());
          for (String value : others) {
            variants.add(of(target, Map.of(parameter.getKey(), value)));
          }
        }
      }
    }
    return variants;
  }

  private static Map<String, String> asked() {
    return Stream.of(ASKED.split(","))
        .map(one -> one.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static TargetVariant of(TargetManifest target, Map<String, String> parameters)
      throws InputException {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    target
        .values(parameters)
        .forEach((parameter, value) ->
            broken.addAll(breaks(target, parameter).getOrDefault(value, Set.of())));
    return new TargetVariant(target.name(), parameters, broken);
  }

  private static Map<String, Set<Promise>> breaks(TargetManifest target, String parameter) {
    return target.parameters().get(parameter) instanceof Parameter.Choice choice
        ? choice.breaks()
        : Map.of();
  }

  boolean keeps(Promise promise) {
    return !broken.contains(promise);
  }

  /** For names of tests and files, e.g. {@code node-ws} and {@code node-ws,style=plain}. */
  @Override
  public String toString() {
    Stream<String> values =
        parameters.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
    return Stream.concat(Stream.of(target), values).collect(Collectors.joining(","));
  }
}
