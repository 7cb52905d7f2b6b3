package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.host.proc.ClockUnits;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.junit.Children;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a JVM of its own, with the flags of the harness's. */
@Timeout(60)
class HeapRoomTest {
  private static final Path COMMAND_LINE = Path.of("../boardbench");

  /** Less the most that the heap may have, which is the machine's. */
  private static final Pattern HARNESS_FLAGS = Pattern.compile("harness_flags=\"(.*)-Xmx");

  private static final int KEPT_MIB = 128;
  private static final int MIB = 1 << 20;
  private static final int KIB_PER_MIB = 1 << 10;

  @Test
  void whatIsKeptLaterTakesNoMoreMemoryThanBefore() throws Exception {
    assumeTrue(ProcFs.SYSTEM.isAvailable(), "there is no /proc");

    assertThat(risenMib(false)).as("without room").isGreaterThan(KEPT_MIB / 2);
    assertThat(risenMib(true)).as("with room").isLessThan(KEPT_MIB / 2);
  }

  private static long risenMib(boolean hasRoom) throws Exception {
    Process process =
        Children.builder(
                Children.jvm(
                    harnessFlags(),
                    HeapRoomTest.class.getName(),
                    List.of(Boolean.toString(hasRoom))))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return Long.parseLong(output.strip());
  }

  private static List<String> harnessFlags() throws IOException {
    Matcher flags = HARNESS_FLAGS.matcher(Files.readString(COMMAND_LINE));
    assertThat(flags.find()).as("flags in %s", COMMAND_LINE).isTrue();
    return List.of((flags.group(1) + "-Xmx1g").split(" "));
  }

  /** Keeps many small things, and says by how many MiB that made the program larger. */
  public static void main(String[] arguments) throws Exception {
    long bytesPerPage = ClockUnits.ofThisMachine().bytesPerPage();
    if (Boolean.parseBoolean(arguments[0])) {
      HeapRoom.make((KEPT_MIB + 1.0) * MIB);
    } else {
      for (int i = 0; i < KEPT_MIB; i++) {
        keep(1); // the part of the heap for what is new is there before it counts
      }
    }
    long before = residentMib(bytesPerPage);
    List<byte[]> kept = keep(KEPT_MIB);
    long after = residentMib(bytesPerPage);
    System.out.println(kept.isEmpty() ? -1 : after - before);
  }

  /** In kibibytes, beside as much garbage, from which a collector has to tell them. */
  private static List<byte[]> keep(int mib) {
    List<byte[]> kept = new ArrayList<>();
    for (int i = 0; i < mib * KIB_PER_MIB; i++) {
      kept.add(new byte[KIB_PER_MIB].clone());
    }
    return kept;
  }

  private static long residentMib(long bytesPerPage) {
    return ProcFs.SYSTEM.residentAndSharedPages("self").orElseThrow()[0] * bytesPerPage / MIB;
  }
}
