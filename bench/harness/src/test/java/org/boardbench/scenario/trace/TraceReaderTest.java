package org.boardbench.scenario.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void readsAnEventALineInAnyOrderOfTheKeysAndPassesBlankLinesOver() {
    assertThat(
            read(
                """

                {"at_ms": 0, "class": "stroke", "bytes": 300}

                {"bytes": 250, "class": "cursor", "at_ms": 12.345678}\r
                """))
        .contains(TWO);
    assertThat(problems).isEmpty();
  }

  @Test
  void aMessageMaySayWhenTheFirstOfItsPointsWasDrawnInEveryFormat() {
    TraceMessages drawn =
        new TraceMessages(
            List.of(
                new TraceMessage(0, MessageClass.STROKE, 300),
                new TraceMessage(45_500_000, 15_000_000, MessageClass.STROKE, 320)));

    assertThat(read(drawn.csv())).contains(drawn);
    assertThat(read("at_ms,class,bytes,first_point_ms\n0,stroke,300,0\n45.5,stroke,320,15\n"))
        .contains(drawn);
    assertThat(
            read(
                """
                [{"at_ms": 0, "class": "stroke", "bytes": 300},
                 {"at_ms": 45.5, "class": "stroke", "bytes": 320, "first_point_ms": 15}]
                """))
        .contains(drawn);
    assertThat(
            read(
                """
                {"at_ms": 0, "class": "stroke", "bytes": 300}
                {"at_ms": 45.5, "class": "stroke", "bytes": 320, "first_point_ms": 15}
                """))
        .contains(drawn);
    assertThat(problems).isEmpty();
  }

  @Test
  void theExampleOfThePageOfExperimentsIsATrace() throws IOException {
    String page = Files.readString(Path.of("../experiments/load.md"));
    Matcher example = Pattern.compile("(?s)```json\n(.*?)```").matcher(page);
    assertThat(example.find()).isTrue();

    assertThat(TraceReader.read(example.group(1), new PayloadSizes(206, 61_440), problems::add))
        .hasValueSatisfying(trace -> assertThat(trace.list()).hasSize(3));
  }

  @Test
  void aProblemOfAnEventNamesItsFileLineAndKey() throws IOException {
    String text =
        """
        {"at_ms": 5, "class": "stroke", "bytes": 300}

        {"at_ms": 4, "class": "doodle", "bytes": "300"}
        {"at_ms": 6, "class": "stroke", "bytes": 300, "colour": "red"}
        {"at_ms": 7, "class": "stroke"}
        {"at_ms": 8, "class": "stroke", "bytes": 300, "bytes": 301}
        {"at_ms": 9, "class": "stroke", "bytes": 300, "first_point_ms": 9.5}
        {"at_ms": 3, "class": "stroke", "bytes": 300} {}
        [10, "stroke", 300]
        {"at_ms": 3, "class": "stroke", "bytes": 300}
        """;
    assertThat(
            TraceReader.read(
                new StringReader(text), "board.jsonl", new PayloadSizes(200, 1_000), problems::add))
        .isEmpty();

    assertThat(problems).hasSize(9);
    assertThat(problems.subList(0, 4))
        .containsExactly(
            "line 3 of board.jsonl must have a class of stroke, cursor, text, image, was doodle",
            "line 3 of board.jsonl must have bytes from 200 to 1000, was \"300\"",
            "line 4 of board.jsonl must have no key but at_ms, class, bytes, first_point_ms, was"
                + " colour",
            "line 5 of board.jsonl must have the key bytes");
    assertThat(problems.get(4)).startsWith("line 6 of board.jsonl is no JSON: ").contains("bytes");
    assertThat(problems.get(5))
        .isEqualTo("line 7 of board.jsonl must have first_point_ms from 0 to its at_ms, was 9.5");
    assertThat(problems.get(6)).startsWith("line 8 of board.jsonl is no JSON: ");
    assertThat(problems.get(7))
        .isEqualTo("line 9 of board.jsonl must have an object, was [10, \"stroke\", 300]");
    assertThat(problems.get(8))
        .isEqualTo(
            "line 10 of board.jsonl must have an at_ms that is not before the one ahead, was 3");
  }

  @Test
  void anEventWithMorePlacesThanAnybodyMeansIsRefusedAtOnce() {
    assertThat(
            read(
                """
                {"at_ms": 1e-999999999, "class": "stroke", "bytes": 300}
                {"at_ms": 1, "class": "stroke", "bytes": 3e99999}
                """))
        .isEmpty();
    assertThat(problems)
        .containsExactly(
            "line 1 must have at_ms from 0 to 86400000, was 1E-999999999",
            "line 2 must have bytes from 200 to 1000, was 3E+99999");
  }

  /** As if it had no end: of a line no more is kept than an event may have. */
  @Test
  void linesAreReadOneByOneAndNoFurtherThanATraceMayGo() throws IOException {
    Events endless = new Events("{" + " ".repeat(1_000_000) + "}\n", 20);
    assertThat(TraceReader.read(endless, "a", new PayloadSizes(200, 1_000), problems::add))
        .isEmpty();
    assertThat(problems)
        .hasSize(10)
        .allSatisfy(told -> assertThat(told).contains("must have at most 1000 characters"));

    problems.clear();
    Events many = new Events("{\"at_ms\":1,\"class\":\"stroke\",\"bytes\":300}\n", 5_000_000);
    assertThat(TraceReader.read(many, "a", new PayloadSizes(200, 1_000), problems::add)).isEmpty();
    assertThat(problems).containsExactly("must have at most 100000 messages, was more");
    assertThat(many.given).isLessThan(200_000);
  }

  /** The same line again and again. */
  private static final class Events extends Reader {
    private final String line;
    private final int number;
    private int given;
    private int at;

    Events(String line, int number) {
      this.line = line;
      this.number = number;
    }

    @Override
    public int read(char[] room, int offset, int length) {
      if (given == number) {
        return -1;
      }
      int size = Math.min(length, line.length() - at);
      line.getChars(at, at + size, room, offset);
      at += size;
      if (at == line.length()) {
        at = 0;
        given++;
      }
      return size;
    }

    @Override
    public void close() {}
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
          {                                                       | line 1 is no JSON: *
          {}                                                      | line 1 must have the key at_ms
          {"at_ms":1,"class":"stroke","bytes":300}                | must have messages of two times at least, was 1 of one
          """)
  void refusesWhatIsNoTrace(String text, String problem) {
    assertThat(read(text.replace('_', '\n').replace("at\nms", "at_ms"))).isEmpty();
    assertThat(problems).anySatisfy(told -> assertThat(told).startsWith(problem.replace("*", "")));
  }
}
