package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardMessageTest {
  private static BoardMessage read(String json) throws BadMessage {
    // Other bytes around it, as in the buffer that it is read from.
    byte[] bytes = ("{]" + json + "}").getBytes(StandardCharsets.UTF_8);
    return BoardMessage.read(bytes, 2, bytes.length - 3);
  }

  @Test
  void onlyFieldsOfTheObjectItselfCountWhateverTheirOrder() throws Exception {
    assertThat(
            read(
                "{\"a\":{\"type\":\"join\",\"boardId\":\"no\"},\"boardId\":\"b\",\"x\":[{\"boardId\":1}],"
                    + "\"type\":\"stroke\"}"))
        .isEqualTo(new BoardMessage(false, "b", ""));
    assertThat(read(" { \"userId\" : \"u\" , \"boardId\":\"\\u0062\",\"type\":\"join\" } \n"))
        .isEqualTo(new BoardMessage(true, "b", "u"));
  }

  @Test
  void ofAFieldThatComesTwiceTheLastCounts() throws Exception {
    assertThat(read("{\"boardId\":1,\"boardId\":\"b\"}").boardId()).isEqualTo("b");
    assertThatThrownBy(() -> read("{\"boardId\":\"b\",\"boardId\":1}"))
        .hasMessage("boardId is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"boardId\":\"b\"",
        "{\"boardId\":\"b\"}}",
        "{\"boardId\":\"b\"} x",
        "{\"boardId\":\"b\",}",
        "{\"boardId\":\"b\",\"x\":01}",
        "{\"boardId\":\"b\",\"x\":1.}",
        "{\"boardId\":\"b\",\"x\":tru}",
        "{\"boardId\":\"b\",\"x\":NaN}",
        "{\"boardId\":\"b\",\"x\":\"\\q\"}",
        "{\"boardId\":\"b\",\"x\":\"\\u12g4\"}",
        "{\"boardId\":\"b\",\"x\":\"\u0001\"}",
        "{\"boardId\":\"b\",\"x\":[1,2}",
        "{\"boardId\":\"b\",\"x\":{\"y\":1]}",
        "{'boardId':'b'}",
        "{boardId:\"b\"}",
        "[1",
        "[] x",
        "// x\n{\"boardId\":\"b\"}"
      })
  void whatIsNotJsonIsRefusedThoughTheFieldsAreThere(String json) {
    assertThatThrownBy(() -> read(json)).hasMessage("malformed JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"boardId\"]", "null", "\"boardId\"", "7", "[]", "[{\"boardId\":\"b\"}]"})
  void whatIsNoObjectIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).hasMessage("not a JSON object");
  }

  @Test
  void aJoinNeedsAUserAndEverythingABoard() {
    assertThatThrownBy(() -> read("{\"type\":\"join\",\"boardId\":\"b\"}"))
        .hasMessage("userId is missing");
    assertThatThrownBy(() -> read("{\"type\":\"join\",\"boardId\":\"b\",\"userId\":7}"))
        .hasMessage("userId is missing");
    assertThatThrownBy(() -> read("{}")).hasMessage("boardId is missing");
    assertThatThrownBy(() -> read("{\"boardId\":[\"b\"]}")).hasMessage("boardId is missing");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThatThrownBy(() -> read("[".repeat(50_000))).hasMessage("malformed JSON");
  }
}
