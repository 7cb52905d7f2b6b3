package org.boardbench.fleet.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.TimeHistograms;

/**
 * Reads what {@link WireWriter} wrote. No length is believed that the bytes do not have.
 *
 * <p>Every method throws a {@link WireException} when the bytes end too early or mean nothing.
 */
final class WireReader {
  private final ByteBuffer in;

  WireReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  private <T> T read(Supplier<T> value) {
    try {
      return value.get();
    } catch (BufferUnderflowException e) {
      throw new WireException("a message ends too early", e);
    }
  }

  int tag() {
    return read(() -> in.get() & 0xff);
  }

  boolean flag() {
    return switch (tag()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new WireException("a flag is neither 0 nor 1");
    };
  }

  int number() {
    return read(in::getInt);
  }

  long longNumber() {
    return read(in::getLong);
  }

  double decimal() {
    return read(in::getDouble);
  }

  OptionalLong optionalLong() {
    return flag() ? OptionalLong.of(longNumber()) : OptionalLong.empty();
  }

  OptionalDouble optionalDecimal() {
    return flag() ? OptionalDouble.of(decimal()) : OptionalDouble.empty();
  }

  byte[] bytes() {
    byte[] value = new byte[count()];
    return read(() -> {
      in.get(value);
      return value;
    });
  }

  Bytes fixedBytes() {
    return Bytes.of(bytes());
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  <E extends Enum<E>> E word(Class<E> type) {
    String name = text();
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> word.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new WireException("a word that is no " + type.getSimpleName()));
  }

  <T> Optional<T> optional(Supplier<T> value) {
    return flag() ? Optional.of(value.get()) : Optional.empty();
  }

  <T> List<T> list(Supplier<T> value) {
    int count = count();
    List<T> values = new ArrayList<>(Math.min(count, 1024));
    for (int i = 0; i < count; i++) {
      values.add(value.get());
    }
    return values;
  }

  <T> Map<String, T> map(Supplier<T> value) {
    int count = count();
    Map<String, T> values = new HashMap<>();
    for (int i = 0; i < count; i++) {
      values.put(text(), value.get());
    }
    return values;
  }

  Histogram histogram() {
    if (flag()) {
      return TimeHistograms.zeros(zeros());
    }
    return histogram(bytes());
  }

  /** One that stays compressed until it is read. */
  KeptHistogram keptHistogram() {
    if (flag()) {
      long zeros = zeros();
      return zeros == 0 ? KeptHistogram.NONE : KeptHistogram.of(TimeHistograms.zeros(zeros));
    }
    byte[] compressed = bytes();
    histogram(compressed); // What cannot be read is said of the message, and not later.
    return KeptHistogram.of(() -> histogram(compressed));
  }

  private long zeros() {
    long count = longNumber();
    if (count < 0) {
      throw new WireException("a histogram of less than nothing");
    }
    return count;
  }

  private static Histogram histogram(byte[] compressed) {
    try {
      Histogram histogram =
          Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
      histogram.setAutoResize(true);
      return histogram;
    } catch (DataFormatException | RuntimeException e) {
      throw new WireException("a histogram cannot be read", e);
    }
  }

  /** Nothing takes less than a byte. */
  private int count() {
    int count = number();
    if (count < 0 || count > in.remaining()) {
      throw new WireException(
          "a message has a part of "
              + count
              + " in the "
              + in.remaining()
              + " bytes that are left");
    }
    return count;
  }

  /** Nothing may be left. */
  void end() {
    if (in.hasRemaining()) {
      throw new WireException("a message has " + in.remaining() + " bytes too many");
    }
  }
}
