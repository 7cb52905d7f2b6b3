package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.report.SyntheticStarts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be compared, and what nobody understands. */
class CompareRefusalTest extends CompareScene {
  @Test
  void aRunAsItWasBeforeItWentOnIsNeitherTheSameNorAnother() throws Exception {
    Path before =
        new SyntheticStarts("base")
            .figure("zoo", 100, "rtt_p95_ms", 2.0, 2.1)
            .writeTo(results.resolve("before"));

    assertThat(compare(before)).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(
            "compare: BASE and RUN are both base, with 4 and 2 trials: one of them went on, so they"
                + " share starts\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fail-on | rtt_p95ms>10%   | --fail-on: unknown figure, was rtt_p95ms; did you mean rtt_p95_ms?
          --fail-on | rtt_p95_ms      | --fail-on: must be like rtt_p95_ms>10% or loss_pct>0.1, was rtt_p95_ms
          --fail-on | tps>1,          | --fail-on: must be like rtt_p95_ms>10% or loss_pct>0.1, was empty
          --fail-on | tps>0%          | --fail-on tps: must be at least 0.1 %, was tps>0%
          --fail-on | tps>100%        | --fail-on tps: must be less than 100 %, was tps>100%
          --fail-on | tps>0%          | --fail-on tps: must be at least 0.1 %, was tps>0%
          --fail-on | tps<10%         | --fail-on tps: in percent it must be >, which is worse by more than that, was tps<10%
          --fail-on | loss_pct>10%    | --fail-on loss_pct: is mostly 0, so it has no ratio; give a bound such as loss_pct>0.1, was loss_pct>10%
          --counts  | 0%              | --counts: must be a number from 0.1 to 100, was 0
          --figures | rtt_p95_ms,what | --figures: unknown figure, was what
          """)
  void refusesWhatItDoesNotUnderstandInOneLine(String option, String value, String problem) {
    assertThat(compare(base, option, value)).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().startsWith("compare: " + problem);
    assertThat(base.resolve("report")).doesNotExist();
  }

  @Test
  void refusesRunsThatHaveNothingInCommonAndWhatIsNoRun() throws Exception {
    Path load =
        new SyntheticStarts("a").figure("zoo", 7, "tps", 1).writeTo(results.resolve("load"));
    assertThat(compare(load)).isEqualTo(2);
    Path variant =
        new SyntheticStarts("b").figure("ape", 100, "tps", 1).writeTo(results.resolve("variant"));
    assertThat(compare(variant)).isEqualTo(2);
    Path newer = like("c", 1).with("format", "99").writeTo(results.resolve("newer"));
    assertThat(compare(newer)).isEqualTo(2);
    assertThat(compare(SyntheticCalibration.write(results.resolve("calibration-1")))).isEqualTo(2);
    assertThat(compare(results.resolve("nowhere"))).isEqualTo(2);
    base = like("base", 1).invalid("zoo", 100).writeTo(base);
    assertThat(compare(base)).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly(
            "compare: the runs have no load in common: BASE has 100, RUN has 7",
            "compare: the runs have no variant in common: BASE has zoo, RUN has ape",
            "compare: " + newer + ": run.json: has format 99; this version understands up to 1",
            "compare: "
                + results.resolve("calibration-1")
                + ": must be the folder of a run, was a calibration or microbenchmarks",
            "compare: " + results.resolve("nowhere") + ": no such folder",
            "compare: nothing to compare: no valid row of a variant and load in common measured a"
                + " figure; base: 4 of 4 rows are invalid and in no number; base: 4 of 4 rows are"
                + " invalid and in no number");
  }

  @Test
  void refusesASearchForCapacitiesOnEitherSideAndSaysWhatToLookAt() throws Exception {
    Path other = like("other", 1).writeTo(results.resolve("other"));
    Path search =
        like("search", 1)
            .with("plan", "{\"name\": \"x\", \"capacity\": {\"starts\": 5}}")
            .writeTo(results.resolve("search"));

    assertThat(compare(search)).isEqualTo(2);
    base = search;
    assertThat(compare(other)).isEqualTo(2);

    String line =
        "compare: "
            + search
            + ": must be a run that lists its stages, was a search for capacities, in which each"
            + " start has loads of its own; set the intervals in its capacity.csv beside the"
            + " other's";
    assertThat(err.toString().lines()).containsExactly(line, line);
    assertThat(out.toString()).isEmpty();
    assertThat(search.resolve("report")).doesNotExist();
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    assertThat(compare(results)).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo("compare: " + results + ": not the folder of a run: run.json is missing\n");
  }
}
