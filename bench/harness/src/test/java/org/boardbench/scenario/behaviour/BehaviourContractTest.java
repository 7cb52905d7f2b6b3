package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.scenario.Samples;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds of every behaviour, a new one included. */
class BehaviourContractTest {
  static final List<Behaviour> ALL = Behaviours.all().stream().map(Samples::of).toList();

  /** Those of whom there is anything to compare. */
  static final List<Behaviour> SENDING =
      ALL.stream().filter(behaviour -> behaviour.ratePerUser() > 0).toList();

  private static final int USERS = 7;
  private static final long START_NS = 12_345;

  private static String told(Schedule schedule, int user, int number) {
    StringBuilder text = new StringBuilder();
    ScheduleCursor messages = schedule.messages(user);
    for (int i = 0; i < number; i++) {
      text.append(messages.intendedNs())
          .append(' ')
          .append(messages.messageClass())
          .append(' ')
          .append(messages.bytes())
          .append('\n');
      messages.advance();
    }
    return text.toString();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void timesAscendFromTheStartAndSizesAreWithinTheBounds(Behaviour behaviour) {
    for (int user = 0; user < USERS; user++) {
      ScheduleCursor messages = behaviour.schedule(USERS, START_NS, 42).messages(user);
      long lastNs = START_NS - 1;
      for (int n = 0; n < 10_000; n++) {
        assertThat(messages.intendedNs()).isGreaterThan(lastNs);
        assertThat(messages.firstPointNs())
            .as("no point comes twice, or before it was drawn")
            .isBetween(lastNs + 1, messages.intendedNs());
        assertThat(messages.bytes())
            .isBetween(behaviour.sizes().smallestBytes(), behaviour.sizes().largestBytes());
        lastNs = messages.intendedNs();
        messages.advance();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("SENDING")
  void theSameSeedGivesTheSameMessagesAndAnotherOneOthers(Behaviour behaviour) {
    Schedule schedule = behaviour.schedule(USERS, START_NS, 42);
    String once = told(schedule, 3, 1_000);

    assertThat(told(schedule, 3, 1_000)).isEqualTo(once);
    assertThat(told(behaviour.schedule(USERS, START_NS, 42), 3, 1_000)).isEqualTo(once);
    assertThat(told(behaviour.schedule(USERS, START_NS, 43), 3, 1_000)).isNotEqualTo(once);
    assertThat(told(schedule, 4, 1_000)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void passingOverComesToTheSameMessageAsGoingThroughThem(Behaviour behaviour) {
    Schedule schedule = behaviour.schedule(USERS, START_NS, 42);
    ScheduleCursor one = schedule.messages(2);
    ScheduleCursor jumping = schedule.messages(2);
    for (long timeNs = 0; timeNs < 500 * Samples.SECOND; timeNs = 2 * timeNs + 99_999_999) {
      while (one.intendedNs() < timeNs) {
        one.advance();
      }
      jumping.passOver(timeNs);
      assertThat(jumping.number()).isEqualTo(one.number());
      assertThat(jumping.intendedNs()).isEqualTo(one.intendedNs());
      assertThat(jumping.bytes()).isEqualTo(one.bytes());
      assertThat(jumping.messageClass()).isEqualTo(one.messageClass());
    }
    long there = jumping.number();
    jumping.passOver(0);
    assertThat(jumping.number()).as("it only moves on").isEqualTo(there);
  }

  @ParameterizedTest
  @FieldSource("SENDING")
  void theMeanRateAndSizeAreWhatIsSaidOfThem(Behaviour behaviour) {
    int seconds = 60_000;
    double messages = 0;
    double bytes = 0;
    for (int user = 0; user < USERS; user++) {
      ScheduleCursor of = behaviour.schedule(USERS, 0, 42).messages(user);
      for (; of.intendedNs() < seconds * Samples.SECOND; of.advance()) {
        messages++;
        bytes += of.bytes();
      }
    }
    assertThat(messages / seconds / USERS)
        .isCloseTo(behaviour.ratePerUser(), within(0.05 * behaviour.ratePerUser()));
    assertThat(bytes / messages)
        .isCloseTo(behaviour.meanBytes(), within(0.01 * behaviour.meanBytes()));
  }

  @Tag("optimized")
  @ParameterizedTest
  @FieldSource("ALL")
  void aMessageAllocatesNothing(Behaviour behaviour) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ScheduleCursor messages = behaviour.schedule(USERS, START_NS, 42).messages(3);
    long sum = goThrough(messages);
    long before = threads.getCurrentThreadAllocatedBytes();
    sum += goThrough(messages);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(sum).isPositive();
    assertThat(bytes).as("of 10,000 messages").isLessThan(10_000);
  }

  private static long goThrough(ScheduleCursor messages) {
    long sum = 0;
    for (int n = 0; n < 10_000; n++) {
      sum += messages.bytes() + messages.messageClass().number() + messages.firstPointNs();
      messages.advance();
    }
    return sum;
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void itsValuesMakeAnEqualOne(Behaviour behaviour) {
    assertThat(behaviour.kind().maker().apply(behaviour.values())).isEqualTo(behaviour);
    assertThat(Behaviours.named(behaviour.kind().name())).contains(behaviour.kind());
  }

  @Test
  void aNewBehaviourIsItsFileItsTestAndALineOfTheRegistry() throws IOException {
    Path main = Path.of("src/main/java");
    for (Behaviour behaviour : ALL) {
      String name = behaviour.getClass().getSimpleName();
      assertThat(Path.of("src/test/java/org/boardbench/scenario/behaviour/" + name + "Test.java"))
          .exists();
      if (behaviour.equals(Samples.of(Steady.KIND))) {
        continue; // the default one, which the scenario names too
      }
      Pattern word = Pattern.compile("\\b" + name + "\\b");
      try (Stream<Path> files = Files.walk(main)) {
        assertThat(files.filter(Files::isRegularFile).filter(file -> has(file, word)))
            .extracting(file -> file.getFileName().toString())
            .containsExactlyInAnyOrder(name + ".java", "Behaviours.java");
      }
    }
  }

  private static boolean has(Path file, Pattern word) {
    try {
      // Only what is compiled: a comment may name the process that the behaviour is.
      String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
      return word.matcher(code.replaceAll("\"[^\"\n]*\"", "")).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
