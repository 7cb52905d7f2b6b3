package org.boardbench.plan.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.input.Durations;
import org.boardbench.input.ValueReader;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.KeyBounds;
import org.boardbench.scenario.chance.DurationRange;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.pen.StrokeEncoding;
import org.boardbench.scenario.trace.TraceMessages;

/** How the values of behaviours are written, by their types. */
public final class ScenarioForms {
  /** From a stroke without padding to what leaves room for an envelope in a frame of 64 KiB. */
  public static final PayloadSizes SIZES = new PayloadSizes(StrokePayload.MIN_BYTES, 60 * 1024);

  /** Below, nobody would send in the longest ramp, and times would not fit their numbers. */
  public static final ValueReader<Double> RATES = ValueReader.number(0.001, 1000);

  private static final Duration LONGEST = Duration.ofHours(1);

  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  private static final Map<Class<?>, ValueReader<?>> READERS =
      Map.of(
          Double.class,
          RATES,
          Duration.class,
          ValueReader.duration(Duration.ofMillis(1), LONGEST),
          MessageClass.class,
          ValueReader.oneOf(MessageClass.class, MessageClass::key),
          StrokeEncoding.class,
          ValueReader.oneOf(StrokeEncoding.class, StrokeEncoding::key),
          DurationRange.class,
          ValueReader.writtenLike(
              "20s or 5s..60s",
              "a duration from 0s to " + Durations.format(LONGEST),
              ScenarioForms::durations,
              range -> range.longest().compareTo(LONGEST) <= 0),
          PayloadSizes.class,
          ValueReader.writtenLike(
              "300 or 300..2000",
              "bytes from " + SIZES.smallestBytes() + " to " + SIZES.largestBytes(),
              ScenarioForms::sizes,
              sizes ->
                  sizes.smallestBytes() >= SIZES.smallestBytes()
                      && sizes.largestBytes() <= SIZES.largestBytes()));

  private ScenarioForms() {}

  @SuppressWarnings("unchecked") // either has a reader of T for Class<T>
  static <T> ValueReader<T> reader(BehaviourKey<T> key) {
    return (ValueReader<T>)
        key.bounds().<ValueReader<?>>map(ScenarioForms::within).orElse(READERS.get(key.type()));
  }

  private static ValueReader<?> within(KeyBounds<?> bounds) {
    return switch (bounds.least()) {
      case Double least -> ValueReader.number(least, (Double) bounds.most());
      case Integer least -> ValueReader.wholeNumber(least, (Integer) bounds.most());
      case Duration least -> ValueReader.duration(least, (Duration) bounds.most());
      default -> throw new IllegalArgumentException("no bounds of " + bounds.least().getClass());
    };
  }

  private static DurationRange durations(String text) {
    String[] bounds = text.split("\\.\\.", -1);
    Duration shortest = duration(bounds[0]);
    Duration longest = bounds.length == 1 ? shortest : duration(bounds[1]);
    if (bounds.length > 2 || shortest.compareTo(longest) > 0) {
      throw new NumberFormatException(text);
    }
    return new DurationRange(shortest, longest);
  }

  private static Duration duration(String text) {
    return Durations.parse(text).orElseThrow(() -> new NumberFormatException(text));
  }

  private static PayloadSizes sizes(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw new NumberFormatException(text);
    }
    int smallest = Integer.parseInt(range.group(1));
    int largest = range.group(2) == null ? smallest : Integer.parseInt(range.group(2));
    if (smallest > largest) {
      throw new NumberFormatException(text);
    }
    return new PayloadSizes(smallest, largest);
  }

  /** A scenario in the shape of a file; {@link ScenarioReader} makes an equal one of it. */
  public static Map<String, Object> tree(Scenario scenario) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Scenario.Part part : scenario.parts()) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put(ScenarioReader.BEHAVIOUR, part.behaviour().kind().name());
      if (part.perBoard() == 0) {
        keys.put(ScenarioReader.WEIGHT, part.weight());
      } else {
        keys.put(ScenarioReader.PER_BOARD, part.perBoard());
      }
      part.behaviour().values().forEach((key, value) -> keys.put(key.name(), form(value)));
      tree.put(part.name(), keys);
    }
    return tree;
  }

  private static Object form(Object value) {
    return switch (value) {
      case Duration duration -> Durations.format(duration);
      case MessageClass messageClass -> messageClass.key();
      case PayloadSizes sizes when sizes.smallestBytes() == sizes.largestBytes() ->
          sizes.smallestBytes();
      case PayloadSizes sizes -> sizes.smallestBytes() + ".." + sizes.largestBytes();
      case StrokeEncoding encoding -> encoding.key();
      case DurationRange range when range.shortest().equals(range.longest()) ->
          Durations.format(range.shortest());
      case DurationRange range ->
          Durations.format(range.shortest()) + ".." + Durations.format(range.longest());
      case TraceMessages messages -> messages.csv();
      default -> value;
    };
  }
}
