package org.boardbench.host.cgroup;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The small text files through which the kernel tells and is told. */
public final class KernelFile {
  // Far above any of these files, so that a single read gets the whole of it.
  private static final int USUAL_BYTES = 8 << 10;
  private static final int LIST_BYTES = 1 << 20;

  private KernelFile() {}

  /**
   * The text of a file; empty when it is not there, may not be read, or holds nothing.
   *
   * @param limitBytes the text is cut there
   */
  public static Optional<String> read(String file, int limitBytes) {
    try (FileInputStream in = new FileInputStream(file)) {
      byte[] bytes = in.readNBytes(limitBytes);
      return bytes.length == 0
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException goneOrForbidden) {
      return Optional.empty();
    }
  }

  /** The text of a file of usual size. */
  public static Optional<String> read(String file) {
    return read(file, USUAL_BYTES);
  }

  /** The only number in a file; empty when it is not there or says something else. */
  static OptionalLong number(String file) {
    return read(file).map(text -> number(text, 0)).orElse(OptionalLong.empty());
  }

  /** The numbers in a file, one a line; none when it is not there. */
  static List<Long> numbers(String file) {
    return read(file, LIST_BYTES).stream().flatMap(String::lines).map(Long::valueOf).toList();
  }

  /** The number after {@code key} in a file of lines {@code key number}. */
  static OptionalLong number(String file, String key) {
    return read(file).map(text -> valueOf(key, text)).orElse(OptionalLong.empty());
  }

  /** The number after {@code key} in lines {@code key number}. */
  static OptionalLong valueOf(String key, String text) {
    String start = key + " ";
    int from = text.startsWith(start) ? 0 : text.indexOf("\n" + start) + 1;
    return from > 0 || text.startsWith(start)
        ? number(text, from + start.length())
        : OptionalLong.empty();
  }

  private static OptionalLong number(String text, int from) {
    int end = from;
    while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
      end++;
    }
    try {
      return OptionalLong.of(Long.parseLong(text, from, end, 10));
    } catch (NumberFormatException noNumber) {
      return OptionalLong.empty();
    }
  }

  /**
   * Hands the kernel a value.
   *
   * @throws IOException naming file and value when it does not take it
   */
  static void write(Path file, String value) throws IOException {
    try {
      Files.writeString(file, value, StandardOpenOption.WRITE);
    } catch (IOException refused) {
      throw new IOException(
          file + " does not take '" + value + "': " + refused.getMessage(), refused);
    }
  }
}
