package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.boardbench.scenario.pen.Pen;
import org.boardbench.scenario.pen.StrokeEncoding;

/**
 * The keys of a pen. Their defaults are those of people who write on whiteboards, as far as that is
 * known; the page of experiments names the source of each.
 */
final class PenKeys {
  // IAM-OnDB, line a01-000u-01, on an electronic whiteboard: 66 points a second, strokes with a
  // median of 230 ms, pauses of 190 ms and about 1.8 s. Browsers deliver at least 60, pens 240.
  private static final BehaviourKey<Double> SAMPLING = BehaviourKey.number("sampling", 66, 60, 240);

  // Excalidraw's CURSOR_SYNC_TIMEOUT, and what Figma says of itself; tldraw sends at 1000/60 ms.
  private static final BehaviourKey<Duration> FLUSH = BehaviourKey.durationMs("flush", 33, 16, 50);

  private static final BehaviourKey<Duration> STROKE =
      BehaviourKey.durationMs("stroke", 230, 10, 2_000);

  // That line's tenth and ninetieth percentiles, 80 and 500 ms, give 0.82 and 0.61.
  private static final BehaviourKey<Double> SIGMA = BehaviourKey.number("sigma", 0.75, 0, 1.5);

  private static final BehaviourKey<Duration> PAUSE =
      BehaviourKey.durationMs("pause", 190, 10, 10_000);
  private static final BehaviourKey<Duration> WORD_PAUSE =
      BehaviourKey.durationMs("word-pause", 1_800, 10, 60_000);
  private static final BehaviourKey<Double> WORD_PAUSES =
      BehaviourKey.number("word-pauses", 15, 0, 100);

  // Excalidraw sends changed elements whole, tldraw differences: whole is 17 times as much of a
  // stroke of 34 points, so nobody should get it by default.
  private static final BehaviourKey<StrokeEncoding> ENCODING =
      new BehaviourKey<>("encoding", StrokeEncoding.class, Optional.of(StrokeEncoding.DELTA));

  static final List<BehaviourKey<?>> ALL =
      List.of(SAMPLING, FLUSH, STROKE, SIGMA, PAUSE, WORD_PAUSE, WORD_PAUSES, ENCODING);

  /** A batch is part of a stroke: where most strokes are shorter, the flush does nothing. */
  static final BehaviourRule FLUSH_WITHIN_STROKE =
      values ->
          values.of(FLUSH).compareTo(values.of(STROKE)) <= 0
              ? Optional.empty()
              : Optional.of(
                  new BehaviourRule.Breach(
                      FLUSH.name(),
                      "must be at most stroke, %dms, was %dms"
                          .formatted(values.of(STROKE).toMillis(), values.of(FLUSH).toMillis())));

  private PenKeys() {}

  static Pen pen(BehaviourValues values) {
    return new Pen(
        values.of(SAMPLING),
        values.of(FLUSH),
        values.of(STROKE),
        values.of(SIGMA),
        values.of(PAUSE),
        values.of(WORD_PAUSE),
        values.of(WORD_PAUSES),
        values.of(ENCODING));
  }

  static BehaviourValues values(Pen pen) {
    return BehaviourValues.none()
        .with(SAMPLING, pen.sampling())
        .with(FLUSH, pen.flush())
        .with(STROKE, pen.stroke())
        .with(SIGMA, pen.sigma())
        .with(PAUSE, pen.pause())
        .with(WORD_PAUSE, pen.wordPause())
        .with(WORD_PAUSES, pen.wordPauses())
        .with(ENCODING, pen.encoding());
  }
}
