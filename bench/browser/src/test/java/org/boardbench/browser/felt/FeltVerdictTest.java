package org.boardbench.browser.felt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.row.TrialKey;
import org.junit.jupiter.api.Test;

class FeltVerdictTest {
  private static final TimeFigures MS_30 = times(30);

  @Test
  void aRowThatIsWithinAllBoundsIsValid() {
    assertThat(texts(row(600, 60, 1, MS_30, times(33), Optional.empty()))).isEmpty();
  }

  @Test
  void aPageThatDrewTooFewFramesMakesTheRowInvalid() {
    assertThat(texts(row(600, 43.2, 1, MS_30, MS_30, Optional.empty())))
        .containsExactly("browser-fps 43.2 < 55");
    assertThat(texts(row(600, 55, 1, MS_30, MS_30, Optional.empty()))).isEmpty();
  }

  @Test
  void aBrowserThatEndedMakesTheRowInvalid() {
    assertThat(texts(row(600, 60, 1, MS_30, MS_30, Optional.of("the page has crashed"))))
        .containsExactly("browser-ended 1 > 0");
  }

  @Test
  void tooFewStrokesWitnessesThatDifferAndAClockThatIsNotTheRunsMakeTheRowInvalid() {
    assertThat(texts(row(100, 60, 1, MS_30, MS_30, Optional.empty())))
        .containsExactly("few-shown 100 < 200");
    assertThat(texts(row(600, 60, 1, MS_30, times(60), Optional.empty())))
        .containsExactly("witnesses-differ 30 ms > 17 ms");
    assertThat(texts(row(600, 60, 80, MS_30, MS_30, Optional.empty())))
        .containsExactly("clocks-differ 80 ms > 5 ms");
  }

  @Test
  void whatMakesTheStageInvalidMakesThisRowInvalidUnlessItSpeaksOfTheStagesTimes() {
    FeltRecord row = row(600, 60, 1, MS_30, MS_30, Optional.empty());
    List<Reason> stage =
        List.of(
            new Reason(ReasonCode.STALL, 81, 50),
            new Reason(ReasonCode.DRIFT, 30, 25),
            new Reason(ReasonCode.FEW_SAMPLES, 3, 10));

    assertThat(FeltVerdict.of(row, stage))
        .extracting(Reason::text)
        .containsExactly("stall 81 ms > 50 ms");
  }

  private static List<String> texts(FeltRecord row) {
    return FeltVerdict.of(row, List.of()).stream().map(Reason::text).toList();
  }

  private static FeltRecord row(
      long shown,
      double fps,
      double clocksDifferMs,
      TimeFigures trace,
      TimeFigures element,
      Optional<String> ended) {
    TimeFigures none = TimeFigures.NONE;
    return new FeltRecord(
        new TrialKey("run", "a-r1", "a", 1, 1),
        1,
        50,
        25,
        new FeltRecord.Setting(8, 25, 0),
        new FeltRecord.Counts(shown, shown, shown, shown),
        new FeltRecord.Pages(
            OptionalDouble.of(fps),
            OptionalDouble.of(1),
            OptionalDouble.of(1),
            OptionalDouble.of(1),
            OptionalDouble.of(clocksDifferMs),
            Optional.of(true)),
        new FeltRecord.Times(trace, element, none, none, none, none, none, none, none, none, none),
        OptionalDouble.empty(),
        ended,
        List.of());
  }

  private static TimeFigures times(double ms) {
    long ns = Math.round(ms * 1e6);
    return new TimeFigures(600, ns, ns, ns, ns, ns, ns);
  }
}
