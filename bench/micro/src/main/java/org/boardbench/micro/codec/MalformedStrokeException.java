package org.boardbench.micro.codec;

import java.io.IOException;

/** Well-formed for the library, but not what the wire contract asks for. */
final class MalformedStrokeException extends IOException {
  MalformedStrokeException(String reason) {
    super(reason);
  }
}
