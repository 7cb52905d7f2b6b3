package org.boardbench.reference;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code --name=value} words. */
final class Parameters {
  private static final String WHEN = "must be 0, a whole number K, or @ and a time such as @5s";
  private static final String DURATION = "must be a time such as 50ms, 2s or 1m";
  private static final Pattern WORD = Pattern.compile("--([a-z0-9-]+)=(.*)");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m)");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final int LARGEST_PORT = 65535;

  /** Half of what a connection may leave unread. */
  private static final int LARGEST_HISTORY = 512 * 1024;

  private static final String PORT = "port";
  private static final String HOST = "host";
  private static final String POLL = "poll";
  private static final String HISTORY = "history";
  private static final String DELAY_BY = "delay-by";
  private static final String STALL_FOR = "stall-for";
  private static final String SWAP_WITHIN = "swap-within";

  private static final Map<String, Fault> FAULTS =
      Stream.of(Fault.values())
          .collect(Collectors.toMap(Fault::key, fault -> fault, (a, b) -> a, LinkedHashMap::new));

  private FaultScript script = FaultScript.none();
  private int port;
  private InetAddress host = InetAddress.getLoopbackAddress();
  private ServerSettings.Poll poll = ServerSettings.Poll.WAIT;
  private int history;

  private Parameters() {}

  /** The settings that {@code words} ask for; where one comes twice, the last counts. */
  static ServerSettings read(String[] words, Consumer<String> log) throws ParameterException {
    Parameters parameters = new Parameters();
    for (String word : words) {
      Matcher matcher = WORD.matcher(word);
      if (!matcher.matches()) {
        throw new ParameterException("parameters", "must be words like --name=value", word);
      }
      parameters.take(matcher.group(1), matcher.group(2));
    }
    return new ServerSettings(
        parameters.host,
        parameters.port,
        parameters.script,
        parameters.poll,
        parameters.history,
        log);
  }

  private void take(String key, String value) throws ParameterException {
    switch (key) {
      case PORT -> port = whole(key, value, LARGEST_PORT);
      case HOST -> host = address(value);
      case HISTORY -> history = whole(key, value, LARGEST_HISTORY);
      case POLL -> poll = poll(value);
      case DELAY_BY -> script = script.delayedBy(duration(key, DURATION, value, value));
      case STALL_FOR -> script = script.stalledFor(duration(key, DURATION, value, value));
      case SWAP_WITHIN -> script = script.swappedWithin(duration(key, DURATION, value, value));
      default -> {
        Fault fault = FAULTS.get(key);
        if (fault == null) {
          throw new ParameterException("parameters", "must be among " + keys(), key);
        }
        script = script.with(fault, when(key, value));
      }
    }
  }

  private static String keys() {
    return String.join(", ", PORT, HOST, POLL, HISTORY, DELAY_BY, STALL_FOR, SWAP_WITHIN)
        + ", "
        + String.join(", ", FAULTS.keySet());
  }

  private static int whole(String key, String value, int largest) throws ParameterException {
    if (!COUNT.matcher(value).matches() || Integer.parseInt(value) > largest) {
      throw new ParameterException(key, "must be from 0 to " + largest, value);
    }
    return Integer.parseInt(value);
  }

  private static InetAddress address(String value) throws ParameterException {
    try {
      return InetAddress.ofLiteral(value);
    } catch (IllegalArgumentException isNone) {
      throw new ParameterException(HOST, "must be an address such as 127.0.0.1", value);
    }
  }

  private static ServerSettings.Poll poll(String value) throws ParameterException {
    return switch (value) {
      case "wait" -> ServerSettings.Poll.WAIT;
      case "spin" -> ServerSettings.Poll.SPIN;
      default -> throw new ParameterException(POLL, "must be wait or spin", value);
    };
  }

  private static When when(String key, String value) throws ParameterException {
    if (value.startsWith("@")) {
      return new When.Once(duration(key, WHEN, value, value.substring(1)));
    }
    if (!COUNT.matcher(value).matches()) {
      throw new ParameterException(key, WHEN, value);
    }
    int k = Integer.parseInt(value);
    return k == 0 ? new When.Never() : new When.Every(k);
  }

  private static Duration duration(String key, String bound, String value, String time)
      throws ParameterException {
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      throw new ParameterException(key, bound, value);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
