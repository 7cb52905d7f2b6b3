package org.boardbench.micro.codec;

import java.io.IOException;
import org.boardbench.micro.payload.Stroke;

/**
 * One library's way of reading and writing strokes, as its users would write it: everything that
 * can be made once and shared is. Instances reuse buffers, so each belongs to one thread.
 *
 * <p>What is malformed is refused with the library's own exception, an {@link IOException} or an
 * unchecked one. Unknown fields are ignored, because the wire contract allows them everywhere.
 *
 * @param <T> what the library reads a stroke into
 * @param <E> the encoded form
 */
interface Codec<T, E> {
  T read(E encoded) throws IOException;

  /**
   * The board alone, which is all that a relay needs. Reads to the end, because a relay must refuse
   * malformed messages too, but builds nothing else where the library can skip. Refuses a message
   * whose board is missing or no string.
   */
  String readBoardId(E encoded) throws IOException;

  E write(T model) throws IOException;

  /** Size of the encoded form in bytes, text in UTF-8. */
  int bytes(E encoded);

  /** What the library writes for that stroke. */
  T model(Stroke stroke);

  Stroke stroke(T model);

  /** Which values it cannot keep, and what becomes of them; empty when it keeps all. */
  default String limits() {
    return "";
  }

  /** Which malformed messages it takes nonetheless; empty when it refuses all. */
  default String leniency() {
    return "";
  }
}
