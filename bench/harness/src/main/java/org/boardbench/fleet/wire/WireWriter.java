package org.boardbench.fleet.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Writes values one after the other; {@link WireReader} reads them in the same order. */
final class WireWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Writes a single value, which never fails into memory. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private WireWriter with(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WireWriter tag(int value) {
    return with(() -> out.writeByte(value));
  }

  WireWriter flag(boolean value) {
    return with(() -> out.writeBoolean(value));
  }

  WireWriter number(int value) {
    return with(() -> out.writeInt(value));
  }

  WireWriter number(long value) {
    return with(() -> out.writeLong(value));
  }

  WireWriter number(double value) {
    return with(() -> out.writeDouble(value));
  }

  WireWriter number(OptionalLong value) {
    flag(value.isPresent());
    return value.isPresent() ? number(value.getAsLong()) : this;
  }

  WireWriter number(OptionalDouble value) {
    flag(value.isPresent());
    return value.isPresent() ? number(value.getAsDouble()) : this;
  }

  WireWriter bytes(byte[] value) {
    number(value.length);
    return with(() -> out.write(value));
  }

  WireWriter bytes(Bytes value) {
    return bytes(value.content());
  }

  WireWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  WireWriter word(Enum<?> value) {
    return text(value.name());
  }

  <T> WireWriter optional(Optional<T> value, Consumer<T> write) {
    flag(value.isPresent());
    value.ifPresent(write);
    return this;
  }

  <T> WireWriter list(Collection<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
    return this;
  }

  /** In the order of the keys, so that equal maps have equal bytes. */
  <T> WireWriter map(Map<String, T> values, Consumer<T> write) {
    return list(
        new TreeMap<>(values).entrySet(),
        entry -> {
          text(entry.getKey());
          write.accept(entry.getValue());
        });
  }

  /**
   * In HdrHistogram's own compressed format, which keeps every count, but makes a maximum of 63 of
   * one of 0: then the count alone says all.
   */
  WireWriter histogram(Histogram value) {
    boolean isOfZeros = value.getMaxValue() == 0;
    flag(isOfZeros);
    if (isOfZeros) {
      return number(value.getTotalCount());
    }
    ByteBuffer buffer = ByteBuffer.allocate(value.getNeededByteBufferCapacity() + 1024);
    int length = value.encodeIntoCompressedByteBuffer(buffer);
    return bytes(Arrays.copyOf(buffer.array(), length));
  }

  byte[] written() {
    return bytes.toByteArray();
  }
}
