package org.boardbench.view.metrics.live;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;

/**
 * Where a sweep is to serve its dashboard and its metrics, if at all.
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
  private static final int NONE = -1;

  /**
   * Reads the option's text.
   *
   * @throws InputException when it is neither a port nor {@code off}
   */
  public static MetricsPort parse(String text) throws InputException {
    if (text.equals(OFF)) {
      return new MetricsPort(OptionalInt.empty(), true);
    }
    int port = number(text);
    if (port == NONE) {
      throw new InputException(
          List.of(new Problem(KEY, "must be a port from 1 to 65535, or off, was " + text)));
    }
    return new MetricsPort(OptionalInt.of(port), true);
  }

  /**
   * The port that an option names.
   *
   * @param problems gets one when it is none, and what is returned means nothing then
   */
  public static int number(String key, String text, List<? super Problem> problems) {
    int port = number(text);
    if (port == NONE) {
      problems.add(new Problem(key, "must be a port from 1 to 65535, was " + text));
    }
    return port;
  }

  private static int number(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : NONE;
    return port >= 1 && port <= HIGHEST ? port : NONE;
  }
}
