package org.boardbench.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line puts in the place of an experiment file's values, as typed; {@link
 * PlanReader} checks it together with the file.
 *
 * @param options value by option; {@code --users} and {@code --targets} hold comma-separated lists
 * @param parameters the values of {@code --set}: {@code target.parameter=value}
 */
public record PlanOverrides(Map<PlanOption, String> options, List<String> parameters) {
  public static final PlanOverrides NONE = new PlanOverrides(Map.of(), List.of());

  static final String SET = "--set";

  public PlanOverrides {
    options = Map.copyOf(options);
    parameters = List.copyOf(parameters);
  }

  Optional<Entry> entry(PlanOption option) {
    return Optional.ofNullable(options.get(option)).map(text -> new Entry(option.flag(), text));
  }

  /** The parts of a comma-separated list, empty parts included, so that they are noticed. */
  Optional<List<Entry>> entries(PlanOption option) {
    return entry(option)
        .map(entry ->
            Arrays.stream(entry.text().split(",", -1))
                .map(part -> new Entry(entry.key(), part.strip()))
                .toList());
  }
}
