package org.boardbench.micro.codec;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a relay reads of a stroke into a record; the library skips all else.
 *
 * @param boardId whatever the message has in its place: some libraries would make a string of it
 */
// Without it Jackson 3.1 keeps a copy of the fields that a record does not know.
@JsonIgnoreProperties(ignoreUnknown = true)
record Address(Object boardId) {
  /**
   * The board of a message.
   *
   * @param address null when the library read no object
   */
  static String boardIdOf(Address address) throws MalformedStrokeException {
    return WireContract.requireBoardId(WireContract.requireObject(address).boardId());
  }
}
