package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.boardbench.report.stored.MicroReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroReportTest {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir private static Path temp;
  private static Path micro;
  private static Path report;

  @BeforeAll
  static void writeReport() throws Exception {
    micro = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));
    report = write("report");
  }

  @AfterAll
  static void restore() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void writesTheSameBytesAgainAlsoUnderACommaLocaleAndInAnotherTimeZone() throws Exception {
    Locale.setDefault(Locale.GERMANY);
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));

    assertThat(FolderDigest.of(write("again")))
        .isEqualTo(FolderDigest.of(report))
        .hasSize(9 * 3 + 2 + 1);
  }

  @Test
  void showsFiguresTablesWarningsAndTheManifestOnOnePage() throws Exception {
    String page = Files.readString(report.resolve("index.html"));

    try (var files = Files.list(report.resolve("figures"))) {
      assertThat(files.map(file -> "figures/" + file.getFileName())).allMatch(page::contains);
    }
    assertThat(page)
        .contains("tables/micro.md")
        .contains("<li>JMH &lt;warns&gt; of a turbo</li>")
        .contains("<h2>What STOMP adds</h2>")
        .contains("<td>+688 ns</td>")
        .contains("spring-framework")
        .doesNotContain("Failed")
        .doesNotContain("http");
  }

  private static Path write(String name) throws Exception {
    Path folder = temp.resolve(name);
    new MicroReport(MicroReader.read(micro)).writeTo(folder);
    return folder;
  }
}
