package org.boardbench.protocol;

/** One user's messages without their envelope: JSON objects that carry a stamp, made in place. */
public interface MessageBody {
  /**
   * Writes a body of exactly {@code bytes} bytes to {@code target} from {@code at} on. Allocates
   * nothing.
   *
   * @param stamp ASCII
   */
  void write(CharSequence stamp, int bytes, byte[] target, int at);
}
