package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.boardbench.report.stored.CalibrationReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationReportTest {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir private static Path temp;
  private static Path calibration;
  private static Path report;

  @BeforeAll
  static void writeReport() throws Exception {
    calibration = SyntheticCalibration.write(temp.resolve("calibration-20260131-235958"));
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
        .hasSize(3 * 3 + 2 + 1);
  }

  @Test
  void showsFiguresTableFailuresAndTheManifestOnOnePage() throws Exception {
    String page = Files.readString(report.resolve("index.html"));

    try (var files = Files.list(report.resolve("figures"))) {
      assertThat(files.map(file -> "figures/" + file.getFileName())).allMatch(page::contains);
    }
    assertThat(page)
        .contains("tables/calibration.md")
        .contains("<li>swap reordered: truth 90 deliveries, measured 89 &lt;one less&gt;</li>")
        .contains("<td>delay-1000ms</td><td>rtt_p50</td>")
        .contains("limited_by")
        .doesNotContain("http");
  }

  private static Path write(String name) throws Exception {
    Path folder = temp.resolve(name);
    new CalibrationReport(CalibrationReader.read(calibration)).writeTo(folder);
    return folder;
  }
}
