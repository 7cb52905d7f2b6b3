package org.boardbench.results.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.results.StoreException;

/**
 * Finds where the whole lines of a result file end. A process that was killed, or a machine that
 * lost its power, leaves at most one torn line behind, and always at the end.
 */
final class TornLine {
  private TornLine() {}

  /**
   * The length in bytes of the lines that are whole; 0 when not even the header is.
   *
   * @throws StoreException when the file has another header, or a line in its middle has another
   *     number of cells: that is no torn line, and cutting there would lose results
   */
  static long wholeLength(Path file, List<String> columns) throws StoreException {
    byte[] bytes = bytes(file);
    int whole = 0;
    int cells = 1;
    int lines = 0;
    boolean isQuoted = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '"') {
        isQuoted = !isQuoted;
      } else if (bytes[i] == ',' && !isQuoted) {
        cells++;
      } else if (bytes[i] == '\n' && !isQuoted) {
        lines++;
        if (cells != columns.size()) {
          if (i + 1 < bytes.length) {
            throw new StoreException(
                file
                    + " is damaged: line "
                    + lines
                    + " has "
                    + cells
                    + " cells instead of "
                    + columns.size());
          }
          return whole;
        }
        whole = i + 1;
        cells = 1;
      }
    }
    requireHeader(file, bytes, whole, columns);
    return whole;
  }

  /**
   * The text without a last record whose line end was not written: its cells may be cut short and
   * still look whole.
   */
  static String whole(String text) {
    boolean isQuoted = false;
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '\n' && !isQuoted) {
        end = i + 1;
      }
    }
    return text.substring(0, end);
  }

  /** The columns that the file's first line names; none when it is not even that long. */
  static List<String> header(Path file) throws StoreException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n");
    // No column's name needs quotes.
    return end < 0 ? List.of() : List.of(text.substring(0, end).split(",", -1));
  }

  private static void requireHeader(Path file, byte[] bytes, int whole, List<String> columns)
      throws StoreException {
    String header = TableFile.headerLine(columns) + "\r\n";
    String start = new String(bytes, 0, Math.min(whole, header.length()), StandardCharsets.UTF_8);
    if (whole > 0 && !start.equals(header)) {
      throw new StoreException(file + " has other columns than this version of Boardbench writes");
    }
  }

  private static byte[] bytes(Path file) throws StoreException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw StoreException.reading(file, e);
    }
  }
}
