package org.boardbench.scenario.pen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.message.PointSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PenSourceTest {
  private static final int STROKES = 10_000;
  private static final double P90 = 1.2816;

  private static Pen pen(double sampling, int flushMs, StrokeEncoding encoding) {
    return new Pen(
        sampling,
        Duration.ofMillis(flushMs),
        Duration.ofMillis(230),
        0.75,
        Duration.ofMillis(190),
        Duration.ofMillis(1_800),
        15,
        encoding);
  }

  /** What one stroke was, as its messages tell it; times in seconds. */
  private static final class Told {
    final double beginS;
    double firstS;
    double lastS;
    final List<Integer> points = new ArrayList<>();
    int bytes;

    Told(double beginS) {
      this.beginS = beginS;
    }

    int points() {
      return points.stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static List<Told> strokes(Pen pen) {
    List<Told> strokes = new ArrayList<>();
    PenSource source =
        new PenSource(
            pen,
            earliestS -> {
              strokes.add(new Told(earliestS));
              return earliestS;
            },
            0,
            new Chance(42));
    for (long n = 0; strokes.size() <= STROKES; n++) {
      double timeS = source.intendedNs(n) / 1e9;
      Told stroke = strokes.getLast();
      stroke.firstS = stroke.points.isEmpty() ? timeS : stroke.firstS;
      stroke.lastS = timeS;
      stroke.points.add(1 + (source.bytes(n) - PointSizes.ONE_POINT_BYTES) / 10);
      stroke.bytes += source.bytes(n);
    }
    return strokes.subList(0, STROKES);
  }

  private static double[] sorted(List<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * sorted.length)];
  }

  @Test
  void strokesAndPausesHaveTheMediansAndTheSpreadThatAreSaidOfThem() {
    List<Told> strokes = strokes(pen(240, 33, StrokeEncoding.DELTA));
    List<Double> shorts = new ArrayList<>();
    List<Double> longs = new ArrayList<>();
    for (int i = 1; i < STROKES; i++) {
      double pauseS = strokes.get(i).beginS - strokes.get(i - 1).lastS;
      (pauseS < 0.9 ? shorts : longs).add(pauseS);
    }
    double[] times = sorted(strokes.stream().map(one -> one.lastS - one.beginS).toList());

    assertThat(quantile(times, 0.5)).isCloseTo(0.230, within(0.230 * 0.05));
    double p90 = 0.230 * Math.exp(0.75 * P90);
    assertThat(quantile(times, 0.9)).isCloseTo(p90, within(p90 * 0.1));
    assertThat(quantile(sorted(shorts), 0.5)).isCloseTo(0.190, within(0.190 * 0.05));
    p90 = 0.190 * Math.exp(Pen.PAUSE_SIGMA * P90);
    assertThat(quantile(sorted(shorts), 0.9)).isCloseTo(p90, within(p90 * 0.1));
    assertThat(quantile(sorted(longs), 0.5)).isCloseTo(1.8, within(1.8 * 0.05));
    p90 = 1.8 * Math.exp(Pen.WORD_PAUSE_SIGMA * P90);
    assertThat(quantile(sorted(longs), 0.9)).isCloseTo(p90, within(p90 * 0.1));
    assertThat((double) longs.size() / STROKES).isCloseTo(0.15, within(0.01));
  }

  @Test
  void aStrokeOfTheMeasuredLineHasSixteenPointsInTheMedian() {
    double[] points =
        sorted(
            strokes(pen(66, 33, StrokeEncoding.DELTA)).stream()
                .map(one -> (double) one.points())
                .toList());

    assertThat(quantile(points, 0.5)).isEqualTo(16);
  }

  /** The measured line's messages a stroke, by the flush. */
  @ParameterizedTest
  @CsvSource({"17, 17.2", "33, 9.5", "50, 6.8"})
  void messagesOfAStrokeAreAboutThoseOfTheMeasuredLine(int flushMs, double measured) {
    Pen pen = pen(66, flushMs, StrokeEncoding.DELTA);
    double messages =
        strokes(pen).stream().mapToInt(one -> one.points.size()).average().orElseThrow();

    assertThat(messages).isCloseTo(measured, within(measured * 0.1));
    assertThat(messages).isCloseTo(pen.means().messages(), within(pen.means().messages() * 0.03));
  }

  @ParameterizedTest
  @EnumSource(StrokeEncoding.class)
  void itsMeansAreThoseOfManyStrokes(StrokeEncoding encoding) {
    Pen pen = pen(66, 33, encoding);
    List<Told> strokes = strokes(pen);
    double messages = strokes.stream().mapToInt(one -> one.points.size()).sum();
    double bytes = strokes.stream().mapToLong(one -> one.bytes).sum() / messages;
    double cycleS = strokes.getLast().beginS / (STROKES - 1);

    assertThat(messages / STROKES)
        .isCloseTo(pen.means().messages(), within(pen.means().messages() * 0.03));
    assertThat(bytes)
        .isCloseTo(pen.means().messageBytes(), within(pen.means().messageBytes() * 0.05));
    assertThat(cycleS).isCloseTo(pen.means().cycleS(), within(pen.means().cycleS() * 0.03));
  }

  @Test
  void noMessageIsOutsideOfItsStrokeAndNoneWaitsLongerThanAFlush() {
    for (Told stroke : strokes(pen(66, 33, StrokeEncoding.DELTA))) {
      assertThat(stroke.firstS).isBetween(stroke.beginS, stroke.beginS + 0.034);
      assertThat(stroke.lastS)
          .isCloseTo(stroke.beginS + (stroke.points() - 1) / 66.0, within(1e-6));
      assertThat(stroke.points).allMatch(points -> points >= 1 && points <= 3);
    }
  }

  @Test
  void aBatchIsAsOldAsTheFirstPointThatNoneBeforeItHasBrought() {
    for (StrokeEncoding encoding : StrokeEncoding.values()) {
      List<Double> beginsS = new ArrayList<>();
      PenSource source =
          new PenSource(
              pen(66, 33, encoding),
              earliestS -> {
                beginsS.add(earliestS);
                return earliestS;
              },
              0,
              new Chance(42));
      int stroke = 0;
      int drawn = 0;
      for (long n = 0; n < STROKES; n++) {
        long intendedNs = source.intendedNs(n);
        drawn = beginsS.size() > stroke ? 0 : drawn;
        stroke = beginsS.size();
        double beginS = beginsS.getLast();
        double firstS = (intendedNs - source.sinceFirstPointNs(n)) / 1e9;
        assertThat(firstS).isCloseTo(beginS + drawn / 66.0, within(2e-9));
        drawn = 1 + (int) Math.round((intendedNs / 1e9 - beginS) * 66);
      }
    }
  }

  @Test
  void aWholeStrokeIsSentAgainWithEveryBatchAndADeltaIsNot() {
    List<Told> deltas = strokes(pen(66, 33, StrokeEncoding.DELTA));
    List<Told> wholes = strokes(pen(66, 33, StrokeEncoding.WHOLE_STROKE));
    for (int i = 0; i < STROKES; i++) {
      Told whole = wholes.get(i);
      assertThat(whole.lastS).isEqualTo(deltas.get(i).lastS);
      assertThat(whole.points.getLast()).isEqualTo(deltas.get(i).points());
      assertThat(whole.points).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aFlushInWhichNoPointWasSampledHasNoMessage() {
    for (Told stroke : strokes(pen(60, 16, StrokeEncoding.DELTA))) {
      assertThat(stroke.points).allMatch(points -> points == 1);
    }
  }
}
