package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.plan.PlanKeys;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.FeltReason;
import org.boardbench.results.reason.ReasonCode;
import org.junit.jupiter.api.Test;

class ExplainCommandTest extends CommandLineScene {
  @Test
  void aReasonIsSaidWithWhatToChangeAndWhereItsBoundIsSet() {
    assertThat(explain("few-samples")).isZero();

    assertThat(out())
        .isEqualTo(
            """
            few-samples
                So few messages lie beyond the highest percentile that it is up to chance.
                Its row's times are in no finding; all else, such as TPS, loss, CPU and memory, is.
                To change: hold longer (--hold) or send at a higher rate (--rate).
                Bounds: validity.samples (default: 10), validity.percentile (default: 99 %)
            """);
  }

  @Test
  void aReasonOfAClientsRowIsSaidWithTheFiguresThatItIsAbout() {
    assertThat(explain("machine-full")).isZero();

    assertThat(out())
        .contains(
            "Of clients.csv; not to be believed then: sentinel.",
            "To change: take fewer users, or a machine with more cores.",
            "Bound: 5 %");
  }

  @Test
  void aKeyIsSaidWithItsBoundAndItsDefaultByItsPathOrItsOption() {
    assertThat(explain("workload.rate")).isZero();
    String byPath = out();
    forgetOutput();
    assertThat(explain("--rate")).isZero();

    assertThat(byPath)
        .isEqualTo(
            """
            workload.rate, --rate N
                Messages that one user publishes a second, where its behaviour does not say.
                Value: a number from 0.001 to 1000; default: 1
            """);
    assertThat(out()).isEqualTo(byPath);
  }

  @Test
  void theKeysOfAMapAreSaidTogether() {
    assertThat(explain("deadlines")).isZero();

    assertThat(titles())
        .containsSubsequence("deadlines.ready", "deadlines.join", "deadlines.drain, --drain TIME")
        .allMatch(title -> title.startsWith("deadlines."));
  }

  @Test
  void everyKeyAndEveryReasonIsSaidWithoutAWordAndFitsATerminal() {
    assertThat(explain()).isZero();

    List<String> words =
        Stream.of(
                PlanKeys.ALL.stream().map(PlanKey::path),
                Stream.of(ReasonCode.values()).map(ReasonCode::key),
                Stream.of(ClientReason.values()).map(ClientReason::key),
                Stream.of(FeltReason.values()).map(FeltReason::key))
            .flatMap(all -> all)
            .toList();
    assertThat(titles().stream().map(title -> title.split(",", 2)[0])).containsAll(words);
    assertThat(out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void aWordThatThereIsNotIsAProblemOfUsage() {
    assertThat(explain("few-sample", "workload")).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err())
        .isEqualTo(
            "WORD: must be a key, a map of keys, an option or a reason, was few-sample; did you"
                + " mean few-samples?\n");
  }

  private List<String> titles() {
    return out().lines().filter(line -> !line.isEmpty() && !line.startsWith(" ")).toList();
  }

  private int explain(String... words) {
    return execute(
        request -> ExitStatus.OK,
        request -> ExitStatus.OK,
        root -> Set.of(),
        Stream.concat(Stream.of("explain"), Stream.of(words)).toArray(String[]::new));
  }
}
