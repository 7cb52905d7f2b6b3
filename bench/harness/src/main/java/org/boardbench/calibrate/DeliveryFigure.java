package org.boardbench.calibrate;

import java.util.Locale;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.MessageCounts;

/** What the driver counts of deliveries, ramp and hold together. */
enum DeliveryFigure {
  EXPECTED,
  LOST,
  DUPLICATED,
  REORDERED,
  MISROUTED,
  CORRUPT;

  /** Its name in files, that of the column of {@code stages.csv}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  long of(StageResult result) {
    return of(result.ramp()) + of(result.hold());
  }

  private long of(MessageCounts counts) {
    return switch (this) {
      case EXPECTED -> counts.expected();
      case LOST -> counts.lost();
      case DUPLICATED -> counts.duplicated();
      case REORDERED -> counts.reordered();
      case MISROUTED -> counts.misrouted();
      case CORRUPT -> counts.corrupt();
    };
  }
}
