package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1,\"b\":[1,2]} | { \"b\" : [ 1 , 2 ] , \"a\" : 1 }",
        "{\"a\":100} | {\"a\":100.0}",
        "{\"a\":100} | {\"a\":1E2}",
        "{\"a\":0.1} | {\"a\":0.10}",
        "{\"a\":\"/é😀\"} | {\"a\":\"\\/\\u00e9\\ud83d\\ude00\"}",
        "{\"a\":{\"x\":null,\"y\":true}} | {\"a\":{\"y\":true,\"x\":null}}"
      })
  void theSameValueInAnotherSpelling(String one, String other) {
    assertThat(SameJson.isSame(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1} | {\"a\":2}",
        "{\"a\":1} | {\"a\":\"1\"}",
        "{\"a\":1} | {\"a\":1,\"b\":1}",
        "{\"a\":[1,2]} | {\"a\":[2,1]}",
        "{\"a\":9007199254740993} | {\"a\":9007199254740992}",
        "{\"a\":0.1} | {\"a\":0.1000000000000000055511151231257827}",
        "{\"a\":null} | {}",
        "{\"a\":1} | {\"a\":1} x",
        "{\"a\":1} | {\"a\":1",
        "{\"a\":1} | ~~"
      })
  void anotherValueOrNone(String one, String other) {
    assertThat(SameJson.isSame(one, other)).isFalse();
  }
}
