package org.boardbench.view.metrics.live;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;

/**
 * Where a sweep is to serve its metrics, if at all.
 *
 * @param port empty for nowhere; 0 for any that is free
 * @param isWanted whether somebody asked for this port, so that it is wrong to go on without it
 */
public record MetricsPort(OptionalInt port, boolean isWanted) {
  /** How the option is called. */
  public static final String KEY = "--metrics-port";

  /** Port 9464, where it is free: what OpenTelemetry's exporters for Prometheus take too. */
  public static final MetricsPort DEFAULT = new MetricsPort(OptionalInt.of(9464), false);

  private static final String OFF = "off";
  private static final int HIGHEST = 65_535;

  /**
   * Reads the option's text.
   *
   * @throws InputException when it is neither a port nor {@code off}
   */
  public static MetricsPort parse(String text) throws InputException {
    if (text.equals(OFF)) {
      return new MetricsPort(OptionalInt.empty(), true);
    }
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1) {
      int port = Integer.parseInt(text);
      if (port <= HIGHEST) {
        return new MetricsPort(OptionalInt.of(port), true);
      }
    }
    throw new InputException(
        List.of(new Problem(KEY, "must be a port from 1 to 65535, or off, was " + text)));
  }
}
