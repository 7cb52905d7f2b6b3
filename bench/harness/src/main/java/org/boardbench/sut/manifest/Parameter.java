package org.boardbench.sut.manifest;

import java.util.List;
import java.util.Optional;

/** A setting of a target that {@code --set target.parameter=value} replaces. */
public sealed interface Parameter {
  String defaultValue();

  /** What it does, for a reader of the help; may be empty. */
  String description();

  /** The bound that {@code value} breaks, with the value; empty when it may be used. */
  Optional<String> objection(String value);

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

  /** One of the listed words. */
  record Choice(String defaultValue, List<String> values, String description) implements Parameter {
    public Choice {
      values = List.copyOf(values);
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
