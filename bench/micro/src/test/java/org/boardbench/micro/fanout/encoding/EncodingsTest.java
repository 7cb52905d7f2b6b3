package org.boardbench.micro.fanout.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.micro.fanout.Concurrently;
import org.boardbench.micro.payload.Stroke;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What every way of encoding promises. */
@Timeout(600)
class EncodingsTest {
  private static final int BOARDS = 3;
  private static final int MEMBERS = 7;
  private static final int MESSAGES = 50;

  private final JsonMapper mapper = JsonMapper.builder().build();

  static Set<String> encodings() {
    return Encodings.names();
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void everyMemberGetsEachStrokeOfItsBoardExactlyOnceAndInOrder(String name) throws Exception {
    Encoding encoding = Encodings.named(name, mapper);

    List<List<Received>> membersByBoard =
        Concurrently.run(BOARDS, board -> () -> publish(encoding, strokes(board)));

    for (int board = 0; board < BOARDS; board++) {
      List<Stroke> published = strokes(board);
      assertThat(membersByBoard.get(board))
          .allSatisfy(member -> assertThat(member.strokes(mapper)).isEqualTo(published));
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void whatIsWrittenIsTheSweepsMessage(String name) {
    List<byte[]> written = new ArrayList<>();
    StrokeMessage message = StrokeMessage.ofSize(300);
    Encodings.named(name, mapper).publish(message.stroke(), List.of(written::add));

    assertThat(written.getFirst()).isEqualTo(message.bytes());
  }

  @Test
  void encodedEachTheMembersShareNothing() {
    List<Received> members = publish(new EncodeEach(mapper), strokes(0));

    assertThat(members.get(0).jsons.getFirst()).isNotSameAs(members.get(1).jsons.getFirst());
  }

  @Test
  void encodedOnceTheMembersShareTheBytes() {
    List<Received> members = publish(new EncodeOnce(mapper), strokes(0));

    assertThat(members.get(0).jsons.getFirst()).isSameAs(members.get(1).jsons.getFirst());
  }

  private static List<Received> publish(Encoding encoding, List<Stroke> strokes) {
    List<Received> members = Stream.generate(Received::new).limit(MEMBERS).toList();
    strokes.forEach(stroke -> encoding.publish(stroke, members));
    return members;
  }

  /** Each with a stamp that no other has. */
  private static List<Stroke> strokes(int board) {
    Stroke stroke = StrokeMessage.ofSize(300).stroke();
    return IntStream.range(0, MESSAGES)
        .mapToObj(n ->
            new Stroke(
                stroke.type(),
                "b" + board,
                stroke.userId(),
                board + "." + n,
                stroke.points(),
                stroke.color(),
                stroke.width(),
                stroke.pad()))
        .toList();
  }

  private static final class Received implements Consumer<byte[]> {
    private final List<byte[]> jsons = new ArrayList<>();

    @Override
    public void accept(byte[] json) {
      jsons.add(json);
    }

    List<Stroke> strokes(JsonMapper mapper) {
      return jsons.stream().map(json -> mapper.readValue(json, Stroke.class)).toList();
    }
  }
}
