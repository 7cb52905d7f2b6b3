package org.boardbench.plan;

import java.util.List;
import java.util.Map;

/**
 * What the command line puts in the place of an experiment file's values, as typed; {@link
 * PlanReader} checks it together with the file.
 *
 * @param options value by flag, such as {@code --hold}; those of {@code --users} and {@code
 *     --targets} are comma-separated lists
 * @param parameters the values of {@code --set}: {@code target.parameter=value}
 */
public record PlanOverrides(Map<String, String> options, List<String> parameters) {
  public static final PlanOverrides NONE = new PlanOverrides(Map.of(), List.of());

  public PlanOverrides {
    options = Map.copyOf(options);
    parameters = List.copyOf(parameters);
  }
}
