package org.boardbench.sut.manifest;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A setting of a target that {@code --set target.parameter=value} replaces. */
public sealed interface Parameter {
  String defaultValue();

  /** What it does, for a reader of the help; may be empty. */
  String description();

  /** The bound that {@code value} breaks, with the value; empty when it may be used. */
  Optional<String> objection(String value);

  /** What of the wire contract a server may not keep with some value of a parameter. */
  enum Promise {
    /** Messages of one sender reach every receiver in the order in which they were sent. */
    ORDER,
    /** A receiver that does not read holds up nobody, and is cut. */
    SLOW_READERS,
    /** What is sent to a board is published, however much it is. */
    EVERY_MESSAGE;

    /** As manifests have it, e.g. {@code slow-readers}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Promise> of(String word) {
      return Arrays.stream(values()).filter(promise -> promise.word().equals(word)).findFirst();
    }
  }

  /** A whole number within bounds, both included. */
  record Whole(String defaultValue, long min, long max, String description) implements Parameter {
    @Override
    public Optional<String> objection(String value) {
      try {
        long number = Long.parseLong(value);
        if (number >= min && number <= max) {
          return Optional.empty();
        }
      } catch (NumberFormatException notANumber) {
        return Optional.of("must be a whole number, was \"" + value + "\"");
      }
      return Optional.of("must be from " + min + " to " + max + ", was " + value);
    }
  }

  /**
   * One of the listed words.
   *
   * @param breaks for a value with which the server keeps less of the wire contract, what it breaks
   */
  record Choice(
      String defaultValue,
      List<String> values,
      String description,
      Map<String, Set<Promise>> breaks)
      implements Parameter {
    public Choice {
      values = List.copyOf(values);
      breaks = Collections.unmodifiableMap(new LinkedHashMap<>(breaks));
    }

    @Override
    public Optional<String> objection(String value) {
      return values.contains(value)
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", values) + ", was \"" + value + "\"");
    }
  }

  /** Whatever the server takes. */
  record Text(String defaultValue, String description) implements Parameter {
    @Override
    public Optional<String> objection(String value) {
      return Optional.empty();
    }
  }
}
