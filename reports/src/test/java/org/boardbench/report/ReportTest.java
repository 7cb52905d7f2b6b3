package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class ReportTest {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir private static Path temp;
  private static Path run;
  private static Path report;

  @BeforeAll
  static void writeReport() throws Exception {
    run = SyntheticRun.write(temp.resolve("paper-20260131-120000"), 1, 4);
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

    // A figure that an earlier report left there must go away.
    Path stale = temp.resolve("again/figures/timeline-gone-r1.png");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "old");

    Map<String, String> again = FolderDigest.of(write("again"));

    assertThat(again).isEqualTo(FolderDigest.of(report)).hasSize(15 * 3 + 5 + 1 + 6);
  }

  @Test
  void drawsFiguresOfOneColumnAtThreeHundredDotsPerInch() throws Exception {
    Path png = report.resolve("figures/users-rtt-p95.png");

    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1039); // 88 mm
    assertThat(dotsPerMetre(png)).isEqualTo("11811");
    assertThat(ImageIO.read(report.resolve("figures/users-overview.png").toFile()).getWidth())
        .isEqualTo(2126); // 180 mm
  }

  @Test
  void drawsTimelinesOfWhichThereMayBeManyWithFewerDots() throws Exception {
    Path png = report.resolve("figures/timeline-fastapi-r1.png");

    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(850);
    assertThat(dotsPerMetre(png)).isEqualTo("4724");
  }

  @Test
  void drawsVectorFiguresInTheSameSizeOnPaper() throws Exception {
    String svg = Files.readString(report.resolve("figures/users-rtt-p95.svg"));
    Matcher width = Pattern.compile(" width=\"([0-9.]+)px\"").matcher(svg);
    assertThat(width.find()).isTrue();
    assertThat(Double.parseDouble(width.group(1)) / 96 * 25.4).isBetween(87.9, 88.1);

    try (PDDocument pdf = Loader.loadPDF(report.resolve("figures/users-rtt-p95.pdf").toFile())) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4).isBetween(87.9, 88.1);
    }
  }

  @Test
  void needsNoFontWhereAFigureIsRead() throws Exception {
    assertThat(Files.readString(report.resolve("figures/users-overview.svg")))
        .contains("<path")
        .doesNotContain("<text");
  }

  @Test
  void showsAllFiguresTablesNotesAndTheManifestOnOnePage() throws Exception {
    String page = Files.readString(report.resolve("index.html"));

    try (var files = Files.list(report.resolve("figures"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> pageOf(name).contains("figures/" + name));
    }
    assertThat(page)
        .contains("tables/results.tex")
        .contains("Left out: zoo-r1 failed (never ready: &quot;port in use&quot; last line).")
        .contains("paper &lt;synthetic&gt;")
        .contains("21 of 25 judged rows are valid; 5 more were not judged.")
        .contains("run-delay 12.000 % &gt; 5 %; stall 81 ms &gt; 50 ms")
        .contains("<tr class=\"invalid\"><td></td><td>1000 †</td>")
        .contains("timestamped by the kernel")
        .contains("No calibration: none there.")
        .contains("<h2>Users whose connection failed</h2>")
        .contains("closed 1011 by server: &lt;b&gt;slow&lt;/b&gt; &amp; gone ×42")
        .contains("<h2>What limited the servers</h2>")
        .contains("<h2>Connecting and joining</h2>")
        .contains("<a href=\"variant-node-ws.html\">")
        .doesNotContain("http")
        .doesNotContain("Message classes");
    assertThat(page.lines()).noneMatch(String::isBlank);
  }

  @Test
  void givesEachVariantAPageWithItsOwnRowsAndAWayBack() throws Exception {
    String page = Files.readString(report.resolve("variant-fastapi.html"));

    assertThat(page)
        .contains("<a href=\"index.html\">")
        .contains("<dt>Breaks at (users)</dt><dd>500: lost, slow</dd>")
        .contains("<dt>Bottleneck</dt><dd>one thread full</dd>")
        .contains("run-delay 12.000 % &gt; 5 %; stall 81 ms &gt; 50 ms")
        .doesNotContain("<td>node-ws</td>")
        .doesNotContain("http");
    assertThat(Files.readString(report.resolve("variant-spring-stomp.html")))
        .contains("<tr><td>Version</td><td>tomcat</td><td>11.0.27</td></tr>");
    assertThat(page.lines()).noneMatch(String::isBlank);
  }

  private static String pageOf(String figure) {
    String variant = figure.replaceAll("^timeline-(.*)-r\\d+\\..*$", "variant-$1.html");
    try {
      return Files.readString(report.resolve(variant.equals(figure) ? "index.html" : variant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysNothingOfUsersAndLimitsThatAnOlderRunDidNotMeasure() throws Exception {
    Path older = SyntheticRun.writeOlder(temp.resolve("older"), 1, 1);
    new Report(RunReader.read(older)).writeTo(temp.resolve("of-older"));

    assertThat(Files.readString(temp.resolve("of-older/index.html")))
        .contains("<h2>Which rows are valid</h2>")
        .doesNotContain("Users whose connection failed")
        .doesNotContain("What limited the servers")
        .doesNotContain("Connecting and joining")
        .doesNotContain("≥");
  }

  private static Path write(String name) throws Exception {
    Path folder = temp.resolve(name);
    new Report(RunReader.read(run)).writeTo(folder);
    return folder;
  }

  private static String dotsPerMetre(Path png) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(png.toFile())) {
      reader.setInput(in);
      IIOMetadata metadata = reader.getImageMetadata(0);
      Node root = metadata.getAsTree("javax_imageio_png_1.0");
      Element physical = (Element) ((Element) root).getElementsByTagName("pHYs").item(0);
      return physical.getAttribute("pixelsPerUnitXAxis");
    } finally {
      reader.dispose();
    }
  }
}
