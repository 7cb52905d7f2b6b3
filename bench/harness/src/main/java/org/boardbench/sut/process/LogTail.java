package org.boardbench.sut.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.core.ServerText;

/** The end of a log file that somebody else writes, in bounded memory. */
public record LogTail(Path log, long fromByte) {
  private static final int LIMIT_BYTES = 64 << 10;

  /** What is written to {@code log} from now on. */
  public static LogTail startingNow(Path log) {
    return new LogTail(log, log.toFile().length());
  }

  /** The last lines, oldest first, without blank ones, each as {@link ServerText#line} has it. */
  public List<String> lines(int count) {
    List<String> lines =
        text().lines().map(ServerText::line).filter(line -> !line.isEmpty()).toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  private String text() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(fromByte, file.length() - LIMIT_BYTES);
      byte[] bytes = new byte[(int) Math.max(0, file.length() - start)];
      file.seek(start);
      int read = Math.max(0, file.read(bytes));
      return new String(bytes, 0, read, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "(" + log + " cannot be read: " + unreadable + ")";
    }
  }
}
