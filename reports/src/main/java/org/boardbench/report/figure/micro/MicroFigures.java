package org.boardbench.report.figure.micro;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredMicro;

/** All figures of a run of the microbenchmarks, in the order of the report. */
public final class MicroFigures {
  private MicroFigures() {}

  /** Without those of which nothing has been measured. */
  public static List<Figure> of(StoredMicro micro) {
    return Stream.of(
            new SerializationFigures(micro).all(),
            new FrameFigures(micro).all(),
            new FanOutFigures(micro).all())
        .flatMap(List::stream)
        .toList();
  }
}
