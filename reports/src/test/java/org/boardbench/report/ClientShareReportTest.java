package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.report.stored.ClientShareReader;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientShareReportTest {
  private static final String MANIFEST =
      """
      {"format": 1, "run_id": "client-share-20260131-120000", "complete": true,
       "clients": {"slow": {"title": "Slow", "skipped": null},
                   "k6": {"title": "k6", "skipped": "k6: 1.0 or newer is needed by k6, found none"}}}
      """;

  private static final ClientRecord.Load LOAD = new ClientRecord.Load(100, 10, 1, 300, 20, 2000);

  @TempDir private Path folder;

  @Test
  void theShareOfAClientIsWhatItSaysLessWhatTheSentinelsSawInTheSameStart() throws Exception {
    write(
        MANIFEST,
        hold("boardbench", 1, 2, 1.8, 0),
        hold("slow", 1, 50, 4, 120),
        hold("slow", 2, 90, 6, 240),
        hold("slow", 3, 70, 2, 0),
        failed("slow", 4));

    report();

    assertThat(Files.readString(folder.resolve("report/tables/clients.csv")).lines())
        .contains(
            "board,100,boardbench,1,2,1.8,0.1,,,0,0,0,,,50,1.9,1,",
            "board,100,slow,3,70,4,66,18.6057,113.3943,10,0,10,-14.8414,34.8414,50,70,1,");
    assertThat(folder.resolve("report/figures/clients-board.svg")).isNotEmptyFile();
    String page = Files.readString(folder.resolve("report/index.html"));
    assertThat(page)
        .contains("<td>66 (18.61 to 113.39)</td>")
        .contains("<td>0.1</td>")
        .contains("board, 100 users, slow: slow exited with status 3")
        .contains("Without k6: k6: 1.0 or newer is needed by k6, found none.")
        .doesNotContain("Unfinished", "may not be believed</h2>");
  }

  @Test
  void ourDriversServiceTimeStandsBesideTheRttOfOthersSinceBothCountFromTheSend() throws Exception {
    write(MANIFEST, hold("boardbench", 1, 20, 1.8, 0), hold("slow", 1, 50, 4, 0));

    report();

    assertThat(Files.readString(folder.resolve("report/tables/clients.md")))
        .contains("| boardbench | 1 | 1.90 | 1.80 | 0.1 |", "| slow | 1 | 50.0 | 4.00 | 46 |");
  }

  @Test
  void aStartWhoseRowDisownsAFigureIsLeftOutOfItAndMarkedWhereThereIsNoOther() throws Exception {
    Reason late = new Reason(ClientReason.SENT_LATE, 250, 100);
    write(
        MANIFEST,
        hold("k6", 1, 9, 4, 0).withReasons(List.of(late)),
        hold("slow", 1, 900, 6, 0).withReasons(List.of(late)),
        hold("slow", 2, 50, 4, 0));

    report();

    assertThat(Files.readString(folder.resolve("report/tables/clients.md")))
        .contains("| k6 | 1 | 9.00! | 4.00 | 5! |", "| slow | 2 | 50.0 | 5.00 | 46 |");
    assertThat(Files.readString(folder.resolve("report/index.html")))
        .contains("What may not be believed</h2>")
        .contains("<td>sent-late 250 ms &gt; 100 ms</td>")
        .contains(ClientReason.SENT_LATE.meaning());
  }

  @Test
  void whatClientsAndSentinelsLoseAtTheSmallestLoadStandsBesideThePapersClaim() throws Exception {
    write(MANIFEST, hold("boardbench", 1, 2, 1.8, 0), hold("slow", 1, 50, 4, 24));

    report();

    assertThat(Files.readString(folder.resolve("report/index.html")))
        .contains(
            "With 100 users, the smallest load here, sentinels lost at most 0 %",
            "say that they lost at most 2.00 % (slow on board)",
            "here that is what a client says of servers that lost less.");
  }

  @Test
  void aRunThatBrokeOffIsReportedAndSaysSo() throws Exception {
    write(MANIFEST.replace("true", "false"), hold("boardbench", 1, 2, 1.8, 0));

    report();

    assertThat(Files.readString(folder.resolve("report/index.html")))
        .contains("Unfinished: this run broke off after 1 holds.");
  }

  @Test
  void aRunWithoutAnyFiguresHasNoReport() throws Exception {
    write(MANIFEST, failed("slow", 1));

    assertThatThrownBy(() -> ClientShareReader.read(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith("clients.csv: no hold gave figures, so nothing to report");
  }

  private void report() throws IOException {
    new ClientShareReport(ClientShareReader.read(folder)).writeTo(folder.resolve("report"));
  }

  private void write(String manifest, ClientRecord... rows) throws IOException {
    Files.writeString(folder.resolve("client-share.json"), manifest);
    try (TableFile<ClientRecord> file = TableFile.create(folder, ClientColumns.TABLE)) {
      file.append(List.of(rows));
    }
  }

  private static ClientRecord hold(
      String client, int repetition, double rttMs, double sentinelMs, long lost) {
    return new ClientRecord(
        key(client, repetition),
        LOAD,
        new ClientRecord.Users(OptionalLong.of(100), OptionalLong.of(0), OptionalLong.of(0)),
        new ClientRecord.Messages(
            OptionalLong.of(120), OptionalLong.of(1200), OptionalLong.of(1200 - lost)),
        times(rttMs),
        client.equals(ClientRecord.BOARDBENCH) ? times(1.9) : TimeFigures.NONE,
        new ClientRecord.Use(
            OptionalDouble.of(50),
            OptionalDouble.of(80),
            OptionalDouble.of(20),
            OptionalDouble.of(3),
            OptionalDouble.of(60)),
        new ClientRecord.Sentinel(
            OptionalLong.of(120),
            OptionalLong.of(120),
            times(sentinelMs),
            times(1),
            OptionalDouble.of(0)),
        ClientRecord.Books.UNKNOWN,
        List.of(),
        Optional.empty());
  }

  private static ClientRecord failed(String client, int repetition) {
    return ClientRecord.unmeasured(
        key(client, repetition), LOAD, Optional.of("slow exited with status 3 after 0.1 s"));
  }

  private static ClientRecord.Key key(String client, int repetition) {
    return new ClientRecord.Key(
        "client-share-20260131-120000", "board", client, Optional.empty(), repetition, repetition);
  }

  private static TimeFigures times(double ms) {
    long ns = Math.round(ms * 1e6);
    return new TimeFigures(120, ns, ns, ns, ns, ns, ns);
  }
}
