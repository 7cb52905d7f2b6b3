package org.boardbench.micro.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A way from text to UTF-8 and back. Instances reuse buffers, so each belongs to one thread. */
interface Utf8Coder {
  /** By the names that stand in results. */
  Map<String, Supplier<Utf8Coder>> BY_NAME = Map.of("jdk", JdkUtf8::new, "tomcat", TomcatUtf8::new);

  /**
   * Encodes all of {@code text}.
   *
   * @param sink gets the bytes in order, in one part or in several; a part is valid during the call
   */
  void encode(String text, Consumer<ByteBuffer> sink);

  String decode(byte[] bytes) throws CharacterCodingException;
}
