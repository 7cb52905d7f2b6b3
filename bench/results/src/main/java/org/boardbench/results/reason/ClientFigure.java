package org.boardbench.results.reason;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Figures of a row of {@code clients.csv} that can be believed, or not, together. */
public enum ClientFigure {
  /** The client's own times: {@code rtt_*} and {@code service_*}. */
  RTT("rtt_", "service_"),
  /** What the client says is lost. */
  LOSS("delivered", "lost", "loss_pct"),
  /** Times that the sentinels took. */
  SENTINEL("sentinel_p50_ms", "sentinel_p95_ms", "sentinel_p99_ms", "sentinel_max_ms"),
  /** What the sentinels say is lost. */
  SENTINEL_LOSS("sentinel_seen", "sentinel_lost", "sentinel_loss_pct");

  private static final String SEPARATOR = " ";

  @SuppressWarnings("ImmutableEnumChecker") // The list never changes.
  private final List<String> columns;

  /**
   * @param columns names, or with an underscore at the end their beginnings
   */
  ClientFigure(String... columns) {
    this.columns = List.of(columns);
  }

  /** The word in results: {@code sentinel-loss}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the column with that name is one of them. */
  public boolean has(String column) {
    return columns.stream()
        .anyMatch(own -> own.endsWith("_") ? column.startsWith(own) : column.equals(own));
  }

  /** {@code rtt sentinel}; empty for none. */
  public static String cell(Set<ClientFigure> figures) {
    return figures.stream().sorted().map(ClientFigure::key).collect(Collectors.joining(SEPARATOR));
  }

  /** Reads a cell; a word that nobody knows here is passed over. */
  public static Set<ClientFigure> of(String cell) {
    List<String> words = List.of(cell.split(SEPARATOR, -1));
    return Arrays.stream(values())
        .filter(figure -> words.contains(figure.key()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
