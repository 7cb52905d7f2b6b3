package org.boardbench.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A setting of Linux's kernel, as {@code sysctl} names it. */
public final class KernelSetting {
  private static final int LONGEST = 4096;

  private KernelSetting() {}

  /** Its value without the line's end; empty where there is none of that name. */
  public static Optional<String> value(String name) {
    // All in one read: the kernel takes a second one for the end, and Files.readString begins with
    // one byte where a file has no size.
    try (InputStream file = Files.newInputStream(Path.of("/proc/sys", name.split("\\.", -1)))) {
      byte[] bytes = new byte[LONGEST];
      int length = Math.max(0, file.read(bytes));
      return Optional.of(new String(bytes, 0, length, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The whole number at {@code place} of the value; {@code otherwise} where there is none. */
  public static long number(String name, int place, long otherwise) {
    try {
      return value(name)
          .map(text -> text.split("\\s+", -1))
          .filter(words -> place < words.length)
          .map(words -> Long.parseLong(words[place]))
          .orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
