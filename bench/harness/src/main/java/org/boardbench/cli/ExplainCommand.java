package org.boardbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.input.InputException;
import org.boardbench.input.Nearest;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanKeys;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.FeltReason;
import org.boardbench.results.reason.ReasonCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code boardbench explain}: what the words of experiments and of results mean. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what a key of an experiment is for, or why a row is invalid.",
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench explain [WORD...]",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench explain keys            all that a file may have, with defaults and bounds",
      "  boardbench explain workload        the keys of a map",
      "  boardbench explain --hold          the key that an option replaces",
      "  boardbench explain reasons         why a row may be invalid",
      "  boardbench explain few-samples     what such a row says, and what to change",
      "",
      "Exit status: 0 all is said; 2 there is no such word."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String KEYS = "keys";
  private static final String REASONS = "reasons";

  private final CliContext context;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description =
          "A key, a map of keys, an option, a reason, or "
              + KEYS
              + " or "
              + REASONS
              + ", which are"
              + " also said without a word.")
  private List<String> words = List.of();

  private ExplainCommand(CliContext context) {
    this.context = context;
  }

  /** The options of other commands are words of this one. */
  static CommandLine of(CliContext context) {
    return new CommandLine(new ExplainCommand(context))
        .setUnmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws InputException {
    Set<String> texts = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String word : words.isEmpty() ? List.of(KEYS, REASONS) : words) {
      List<String> said = texts(word);
      texts.addAll(said);
      if (said.isEmpty()) {
        problems.add(unknown(word));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    context.out().print(String.join("\n", texts));
    return ExitStatus.OK;
  }

  private static List<String> texts(String word) {
    return Stream.of(
            Stream.of(ReasonCode.values())
                .filter(code -> word.equals(REASONS) || word.equals(code.key()))
                .map(Explanations::of),
            Stream.of(ClientReason.values())
                .filter(reason -> word.equals(REASONS) || word.equals(reason.key()))
                .map(Explanations::of),
            Stream.of(FeltReason.values())
                .filter(reason -> word.equals(REASONS) || word.equals(reason.key()))
                .map(Explanations::of),
            PlanKeys.ALL.stream()
                .filter(key -> word.equals(KEYS) || names(key).contains(word))
                .map(Explanations::of))
        .flatMap(texts -> texts)
        .toList();
  }

  private static Problem unknown(String word) {
    Set<String> known = new TreeSet<>(Set.of(KEYS, REASONS));
    PlanKeys.ALL.forEach(key -> known.addAll(names(key)));
    Stream.of(ReasonCode.values()).map(ReasonCode::key).forEach(known::add);
    Stream.of(ClientReason.values()).map(ClientReason::key).forEach(known::add);
    Stream.of(FeltReason.values()).map(FeltReason::key).forEach(known::add);
    return new Problem(
        "WORD",
        "must be a key, a map of keys, an option or a reason, was "
            + word
            + Nearest.hint(word, known));
  }

  /** A key's path and the end of it, the map that it is in, and its options. */
  private static Set<String> names(PlanKey<?> key) {
    Set<String> names = new LinkedHashSet<>();
    names.add(key.path());
    names.add(key.name());
    key.option().ifPresent(option -> names.addAll(option.names()));
    if (!key.section().isEmpty()) {
      names.add(key.section().replace("[]", ""));
    }
    return names;
  }
}
