package org.boardbench.micro.fanout;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads of this process, virtual ones too, which only a dump names. */
public final class RunningThreads {
  private RunningThreads() {}

  /**
   * Those whose names begin so. A thread that has done its work is still seen for a moment, so this
   * looks again, for a bounded time, until there are none.
   */
  public static List<String> left(String prefix) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    List<String> left = named(prefix);
    while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
      left = named(prefix);
    }
    return left;
  }

  public static List<String> named(String prefix) throws IOException {
    Path folder = Files.createTempDirectory("threads");
    Path dump = folder.resolve("dump.txt");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      return Files.readAllLines(dump).stream()
          .filter(line -> line.startsWith("#") && line.contains(" \"" + prefix))
          .toList();
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(folder);
    }
  }
}
