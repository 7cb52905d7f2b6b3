package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {
  private static final TraceMessages TWO =
      new TraceMessages(
          List.of(
              new TraceMessage(0, MessageClass.STROKE, 300),
              new TraceMessage(12_345_678, MessageClass.CURSOR, 250)));

  private final List<String> problems = new ArrayList<>();

  private Optional<TraceMessages> read(String text) {
    return TraceReader.read(text, new PayloadSizes(200, 1_000), problems::add);
  }

  @Test
  void readsCsvAndJson() {
    assertThat(read("at_ms,class,bytes\n0,stroke,300\r\n12.345678,cursor,250\n")).contains(TWO);
    assertThat(
            read(
                """
                [{"at_ms": 0, "class": "stroke", "bytes": 300},
                 {"bytes": 250, "class": "cursor", "at_ms": 12.345678}]
                """))
        .contains(TWO);
    assertThat(problems).isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    assertThat(read(TWO.csv())).contains(TWO);
  }

  @Test
  void tellsEveryProblemWithTheMessagesNumber() {
    assertThat(read("at_ms,class,bytes\n5,stroke,300\n4,doodle,1.5\nx,cursor,199\n1,2\n"))
        .isEmpty();
    assertThat(problems)
        .containsExactly(
            "message 2 must have a class of stroke, cursor, text, image, was doodle",
            "message 2 must have bytes from 200 to 1000, was 1.5",
            "message 3 must have at_ms from 0 to 86400000, was x",
            "message 3 must have bytes from 200 to 1000, was 199",
            "message 4 must have at_ms,class,bytes, was 1,2");
  }

  @Test
  void aFileThatIsAnythingElseGetsTenLinesAtMost() {
    assertThat(read("at_ms,class,bytes\n" + "what\n".repeat(1_000))).isEmpty();
    assertThat(problems).hasSize(10);
  }

  @Test
  void aNumberWithMorePlacesThanAnybodyMeansIsRefusedAtOnce() {
    assertThat(read("at_ms,class,bytes\n1e-999999999,stroke,300\n1,stroke,3e-999999999\n"))
        .isEmpty();
    assertThat(problems)
        .containsExactly(
            "message 1 must have at_ms from 0 to 86400000, was 1e-999999999",
            "message 2 must have bytes from 200 to 1000, was 3e-999999999");
  }

  @Test
  void moreMessagesThanADriverKeepsAreRefusedBeforeTheyAreLookedAt() {
    assertThat(read("at_ms,class,bytes\n" + "what\n".repeat(100_001))).isEmpty();
    assertThat(read("[" + "1,".repeat(100_000) + "1]")).isEmpty();
    assertThat(problems)
        .containsExactly(
            "must have at most 100000 messages, was 100001",
            "must have at most 100000 messages, was 100001");
  }

  @Test
  void oneLineThatIsAWholeFileIsShownByItsBeginning() {
    assertThat(read("at_ms,class,bytes\n" + "9".repeat(1_000_000) + ",stroke,300\n,,\n")).isEmpty();
    assertThat(problems)
        .containsExactly(
            "message 1 must have at_ms from 0 to 86400000, was " + "9".repeat(80) + "...",
            "message 2 must have at_ms from 0 to 86400000, was empty",
            "message 2 must have a class of stroke, cursor, text, image, was empty",
            "message 2 must have bytes from 200 to 1000, was empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time,class,bytes                                        | must begin with the line at_ms,class,bytes
          at_ms,class,bytes                                       | must have messages of two times at least, was 0 of one
          at_ms,class,bytes_1,stroke,300_1,stroke,300             | must have messages of two times at least, was 2 of one
          at_ms,class,bytes_2,stroke,300_1,stroke,300             | message 2 must have an at_ms that is not before the one ahead, was 1
          [{"at_ms": 1, "class": "stroke"}]                       | message 1 must have the keys at_ms, class, bytes, was {"at_ms":1,"class":"stroke"}
          [1, 2                                                   | is no JSON: *
          [1, 2]                                                  | message 1 must have the keys at_ms, class, bytes, was 1
          at_ms,class,bytes_-1,stroke,300_2,stroke,300            | message 1 must have at_ms from 0 to 86400000, was -1
          at_ms,class,bytes_NaN,stroke,300_2,stroke,300           | message 1 must have at_ms from 0 to 86400000, was NaN
          at_ms,class,bytes_1,STROKE,300_2,stroke,300             | message 1 must have a class of stroke, cursor, text, image, was STROKE
          at_ms,class,bytes_1,stroke,0_2,stroke,300               | message 1 must have bytes from 200 to 1000, was 0
          at_ms,class,bytes_1,stroke,300,_2,stroke,300            | message 1 must have at_ms,class,bytes, was 1,stroke,300,
          """)
  void refusesWhatIsNoTrace(String text, String problem) {
    assertThat(read(text.replace('_', '\n').replace("at\nms", "at_ms"))).isEmpty();
    assertThat(problems).anySatisfy(told -> assertThat(told).startsWith(problem.replace("*", "")));
  }
}
