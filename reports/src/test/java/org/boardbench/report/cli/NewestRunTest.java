package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestRunTest {
  @TempDir private Path results;

  @Test
  void isTheOneThatBeganLastAndHasItsTimeInItsName() throws Exception {
    SyntheticRun.write(results.resolve("zoo-20260130-235959"), 1, 1);
    Path newest = SyntheticRun.write(results.resolve("paper-20260131-000000"), 1, 1);
    SyntheticRun.write(results.resolve("reference"), 1, 1);

    assertThat(NewestRun.in(results)).contains(newest);
  }

  @Test
  void isTheLastOneOfThoseThatBeganInOneSecond() throws Exception {
    SyntheticRun.write(results.resolve("paper-20260131-235959"), 1, 1);
    SyntheticRun.write(results.resolve("paper-20260131-235959-2"), 1, 1);
    Path last = SyntheticRun.write(results.resolve("paper-20260131-235959-10"), 1, 1);

    assertThat(NewestRun.in(results)).contains(last);
  }

  @Test
  void isNoCalibrationAndNoMicrobenchmarksWhateverTheyAreNamed() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260130-000000"), 1, 1);
    SyntheticCalibration.write(results.resolve("calibration-20260131-235958"));
    SyntheticCalibration.write(results.resolve("renamed-20260131-235959"));
    Path micro = SyntheticMicro.write(results.resolve("micro-20260131-180000"));

    assertThat(NewestRun.in(results)).contains(run);
    assertThat(NewestRun.microsIn(results)).containsExactly(micro);
  }

  @Test
  void isNoneWhereThereIsNone() throws Exception {
    assertThat(NewestRun.in(results)).isEmpty();
    assertThat(NewestRun.in(results.resolve("not there"))).isEmpty();
  }
}
