package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.boardbench.report.FolderDigest;
import org.boardbench.report.SyntheticRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in processes of its own. */
class ReportCommandIT {
  @TempDir private Path temp;

  @Test
  void writesTheSameBytesInAnotherProcessOnAMachineWithoutFonts() throws Exception {
    Path here = SyntheticRun.write(temp.resolve("here/paper-20260131-120000"), 1, 2);
    Path there = SyntheticRun.write(temp.resolve("there/paper-20260131-120000"), 1, 2);
    Path noFonts = temp.resolve("fonts.conf");
    Files.writeString(noFonts, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");

    assertThat(run(here, Map.of(), List.of())).isZero();
    assertThat(
            run(
                there,
                Map.of("FONTCONFIG_FILE", noFonts.toString()),
                List.of("-Duser.language=de", "-Duser.country=DE", "-Duser.timezone=Asia/Seoul")))
        .isZero();

    assertThat(FolderDigest.of(there.resolve("report")))
        .isEqualTo(FolderDigest.of(here.resolve("report")))
        .isNotEmpty();
  }

  private int run(Path folder, Map<String, String> environment, List<String> options)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                // The JDK keeps what it found out about fonts in the user's home.
                "-Duser.home=" + temp));
    command.addAll(options);
    command.addAll(List.of(ReportCommand.class.getName(), folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // Options of somebody's own for all JVMs would decide language and fonts in both processes.
    builder.environment().keySet().removeIf(name -> name.matches("_?(JDK_)?JAVA_(TOOL_)?OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
