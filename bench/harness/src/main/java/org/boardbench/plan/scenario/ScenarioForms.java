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
import org.boardbench.scenario.behaviour.TraceMessages;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/** How the values of behaviours are written, by their types. */
public final class ScenarioForms {
  /** From a stroke without padding to what leaves room for an envelope in a frame of 64 KiB. */
  public static final PayloadSizes SIZES = new PayloadSizes(StrokePayload.MIN_BYTES, 60 * 1024);

  /** Below, nobody would send in the longest ramp, and times would not fit their numbers. */
  public static final ValueReader<Double> RATES = ValueReader.number(0.001, 1000);

  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  private static final Map<Class<?>, ValueReader<?>> READERS =
      Map.of(
          Double.class,
          RATES,
          Duration.class,
          ValueReader.duration(Duration.ofMillis(1), Duration.ofHours(1)),
          MessageClass.class,
          ValueReader.oneOf(MessageClass.class, MessageClass::key),
          PayloadSizes.class,
          ValueReader.writtenLike(
              "300 or 300..2000",
              "bytes from " + SIZES.smallestBytes() + " to " + SIZES.largestBytes(),
              ScenarioForms::sizes,
              sizes ->
                  sizes.smallestBytes() >= SIZES.smallestBytes()
                      && sizes.largestBytes() <= SIZES.largestBytes()));

  private ScenarioForms() {}

  @SuppressWarnings("unchecked") // the map has a reader of T for Class<T>
  static <T> ValueReader<T> reader(Class<T> type) {
    return (ValueReader<T>) READERS.get(type);
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
      keys.put(ScenarioReader.WEIGHT, part.weight());
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
      case TraceMessages messages -> messages.csv();
      default -> value;
    };
  }
}
