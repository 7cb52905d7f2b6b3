package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.statistics.StompCost;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;

/** All rows of a run of the microbenchmarks, and what STOMP adds, for readers. */
public final class MicroTable {
  private static final List<String> HEADER =
      List.of(
          "Benchmark",
          "Library or strategy",
          "Payload (B)",
          "Members",
          "Threads",
          "Time",
          "± 95 %",
          "CPU",
          "Time/delivery",
          "CPU/delivery",
          "Allocated (B)",
          "Encoded (B)");
  private static final List<String> STOMP_HEADER =
      List.of(
          "Direction",
          "Payload (B)",
          "Plain",
          "With STOMP",
          "STOMP adds",
          "± 95 %",
          "STOMP allocates more (B)");

  private final StoredMicro micro;

  public MicroTable(StoredMicro micro) {
    this.micro = micro;
  }

  List<MicroRow> rows() {
    return micro.rows();
  }

  public List<String> header() {
    return HEADER;
  }

  /** The first two of a row are text. */
  public List<List<String>> cells() {
    return micro.rows().stream().map(MicroTable::cells).toList();
  }

  private static List<String> cells(MicroRow row) {
    return List.of(
        row.benchmark(),
        row.by(),
        NumberText.count(row.payloadBytes()),
        NumberText.count(row.members()),
        Integer.toString(row.threads()),
        TimeText.of(row.scoreNs()),
        TimeText.of(row.errorNs()),
        TimeText.of(row.cpuNs()),
        TimeText.of(row.scoreNsPerDelivery()),
        TimeText.of(row.cpuNsPerDelivery()),
        NumberText.rounded(row.allocBytes()),
        NumberText.rounded(row.encodedBytes()));
  }

  public List<String> stompHeader() {
    return STOMP_HEADER;
  }

  /** The first of a row is text; no rows when STOMP was not measured with and without. */
  public List<List<String>> stompCells() {
    return StompCost.of(micro).stream().map(MicroTable::cells).toList();
  }

  private static List<String> cells(StompCost cost) {
    return List.of(
        cost.stomp().benchmark(),
        NumberText.count(cost.stomp().payloadBytes()),
        TimeText.of(cost.plain().scoreNs()),
        TimeText.of(cost.stomp().scoreNs()),
        TimeText.signed(cost.addedNs()),
        TimeText.of(cost.errorNs()),
        NumberText.rounded(cost.addedAllocBytes()));
  }

  /** In full sentences. */
  public String caption() {
    return (micro.quick() ? "A quick run, not to be cited. " : "")
        + "Times are means of an operation; where there are members, of one message to all of them,"
        + " and per delivery of that divided by the members. ± is half the width of the 95 %"
        + " interval of the mean over forks, which a single fork has not. CPU is that of the program's own threads. An empty cell was not"
        + " measured.";
  }

  /** In full sentences. */
  public String stompCaption() {
    return "What STOMP adds: the message with Spring's STOMP frame around it, less the same message"
        + " without. The errors of both are taken together as independent ones.";
  }
}
