package org.boardbench.plan.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.Durations;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;

/**
 * When a user whose connection has dropped, or who could not connect or join, tries again.
 *
 * @param isNever not before the next stage; the other components mean nothing then
 * @param client whose pauses these are; the following components mean nothing then. Empty: of none
 * @param first pause before the first attempt
 * @param shortest pause before the second one; it doubles from attempt to attempt
 * @param longest pause that it grows to
 * @param jitterPct by how much of itself, at most, each pause is shortened at random
 */
public record ReconnectSpec(
    boolean isNever,
    Optional<Client> client,
    Duration first,
    Duration shortest,
    Duration longest,
    int jitterPct) {
  public static final ReconnectSpec NEVER =
      new ReconnectSpec(true, Optional.empty(), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  /** A client library whose users nobody told to do otherwise. */
  public enum Client {
    /**
     * Of socket.io-client 4: 1 s, doubled up to 5 s, each by up to a half shorter or longer ({@code
     * reconnectionDelay}, {@code reconnectionDelayMax}, {@code randomizationFactor}).
     */
    SOCKET_IO("socket.io"),
    /**
     * Of phoenix.js 1: 10, 50, 100, 150, 200, 250, 500 ms, 1, 2, then always 5 s, without chance
     * ({@code reconnectAfterMs}).
     */
    PHOENIX("phoenix");

    private final String key;

    Client(String key) {
      this.key = key;
    }
  }

  /** As clients of such servers do: at once, then ever more patiently. */
  private static final ReconnectSpec USUAL =
      backoff(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(30), 50);

  public static final Section<ReconnectSpec> KEYS = new Section<>();

  public static final String NEVER_KEY = "never";
  public static final String BACKOFF_KEY = "backoff";

  /** As "Exponential Backoff And Jitter" of the AWS Architecture Blog has it, from 1 s to 30 s. */
  private static final ReconnectSpec FULL_JITTER =
      backoff(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(30), 100);

  /** As pages do that connect again from the handler of the end. */
  private static final ReconnectSpec AT_ONCE =
      backoff(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(10), 0);

  private static final Map<String, ReconnectSpec> WORDS = words();
  public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  public static final PlanKey<String> RECONNECT =
      KEYS.add(
          ReconnectSpec::text,
          PlanKey.shaped(
                  "reconnect",
                  String.join(", ", WORDS.keySet())
                      + ", or parts like first=0ms,backoff=1s..30s,jitter=50",
                  "When a user who drops, or could not join, tries again: never in the same stage,"
                      + " with back-off as real clients do, or by its parts; in a file these may be"
                      + " a map. socket.io and phoenix wait as those clients do, full-jitter is"
                      + " first=1s,backoff=2s..30s,jitter=100, at-once"
                      + " first=0s,backoff=10ms..10ms,jitter=0.")
              .usuallyAs(BACKOFF_KEY)
              .option("POLICY", "--reconnect"));

  public static final PlanKey<Duration> FIRST =
      KEYS.addUnstored(
          PlanKey.of(
                  "reconnect.first",
                  ValueReader.duration(Duration.ZERO, LONGEST_PAUSE),
                  "Pause before the first attempt.")
              .usually(USUAL.first()));

  public static final PlanKey<Duration> PAUSE =
      KEYS.addUnstored(
          PlanKey.of(
                  "reconnect." + BACKOFF_KEY,
                  ValueReader.duration(Duration.ofMillis(1), LONGEST_PAUSE),
                  "Shortest and longest pause before the next attempts, like 1s..30s; it doubles.")
              .usuallyAs("1s..30s"));

  public static final PlanKey<Integer> JITTER =
      KEYS.addUnstored(
          PlanKey.of(
                  "reconnect.jitter",
                  ValueReader.wholeNumber(0, 100),
                  "By how much, at most, each pause is shortened at random, in percent.")
              .usually(USUAL.jitterPct()));

  /** What holds where an experiment says nothing. */
  public static ReconnectSpec usual() {
    return USUAL;
  }

  public static ReconnectSpec backoff(
      Duration first, Duration shortest, Duration longest, int jitterPct) {
    return new ReconnectSpec(false, Optional.empty(), first, shortest, longest, jitterPct);
  }

  /** As that client does. */
  public static ReconnectSpec as(Client client) {
    return new ReconnectSpec(
        false, Optional.of(client), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
  }

  /** What a single word stands for; empty where it is none of them. */
  public static Optional<ReconnectSpec> ofWord(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  private static Map<String, ReconnectSpec> words() {
    Map<String, ReconnectSpec> words = new LinkedHashMap<>();
    words.put(NEVER_KEY, NEVER);
    words.put(BACKOFF_KEY, USUAL);
    for (Client client : Client.values()) {
      words.put(client.key, as(client));
    }
    words.put("full-jitter", FULL_JITTER);
    words.put("at-once", AT_ONCE);
    return Collections.unmodifiableMap(words);
  }

  /** As {@code --reconnect} takes it: {@code never}, {@code first=0s,backoff=1s..30s,jitter=50}. */
  public String text() {
    if (client.isPresent()) {
      return client.get().key;
    }
    return isNever
        ? NEVER_KEY
        : "first="
            + Durations.format(first)
            + ",backoff="
            + Durations.format(shortest)
            + ".."
            + Durations.format(longest)
            + ",jitter="
            + jitterPct;
  }
}
