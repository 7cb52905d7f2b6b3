package org.boardbench.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.plan.PlanKeys;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanOption;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that replace values of an experiment file, as the keys of a plan declare them. All
 * are text: {@code plan} checks them together with the file, so that every problem is told at once.
 */
public final class PlanOptions {
  /** Before the options of a command's own, whose order is 0. */
  private static final int FIRST = -2;

  private PlanOptions() {}

  /** A command with the options of {@code keys}. */
  public static CommandLine of(Object command, List<PlanKey<?>> keys) {
    CommandLine line = new CommandLine(command);
    for (PlanKey<?> key : keys) {
      key.option().ifPresent(option -> line.getCommandSpec().addOption(spec(key, option)));
    }
    return line;
  }

  /** What was typed. */
  public static PlanOverrides overrides(CommandSpec command) {
    Map<String, String> values = new HashMap<>();
    for (PlanKey<?> key : PlanKeys.ALL) {
      if (!key.equals(PlanKeys.PARAMETERS)) {
        key.option()
            .flatMap(option -> PlanOptions.<String>value(command, option))
            .ifPresent(text -> values.put(key.flag(), text));
      }
    }
    List<String> parameters =
        PlanKeys.PARAMETERS
            .option()
            .flatMap(option -> PlanOptions.<List<String>>value(command, option))
            .orElse(List.of());
    return new PlanOverrides(values, parameters);
  }

  /** Whether targets were asked for by name. */
  public static boolean namesTargets(CommandSpec command) {
    return PlanKeys.TARGETS
        .option()
        .flatMap(option -> PlanOptions.<String>value(command, option))
        .isPresent();
  }

  /** Empty where the command has no such option, or it was not given. */
  private static <T> Optional<T> value(CommandSpec command, PlanOption option) {
    return Optional.ofNullable(command.findOption(option.flag())).map(OptionSpec::getValue);
  }

  private static OptionSpec spec(PlanKey<?> key, PlanOption option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names().toArray(String[]::new))
            .paramLabel(option.label())
            .arity("1")
            .order(FIRST)
            .description(help(key).replace("%", "%%"));
    return key.equals(PlanKeys.PARAMETERS)
        ? builder.type(List.class).auxiliaryTypes(String.class).build()
        : builder.type(String.class).build();
  }

  private static String help(PlanKey<?> key) {
    String usual = key.usualText().isEmpty() ? "" : "; default: " + key.usualText();
    return key.doc() + " (" + key.path() + ": " + key.bound() + usual + ")";
  }
}
