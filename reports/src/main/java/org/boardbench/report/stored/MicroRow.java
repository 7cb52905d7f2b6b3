package org.boardbench.report.stored;

import java.util.OptionalInt;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.MicroColumns;
import org.boardbench.results.row.MicroRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * A row of {@code micro.csv}: one benchmark with one set of parameters. Doubles are NaN where
 * nothing was measured; times are in ns, and where there are members, for one message to all of
 * them.
 */
public record MicroRow(StoredRow<MicroRecord> row) {
  /**
   * Takes a row as it can be shown.
   *
   * @throws StoreException when it is of another mode or unit, which would be drawn wrong, or lacks
   *     what every row has
   */
  static MicroRow of(StoredRow<MicroRecord> row) throws StoreException {
    require(row, MicroColumns.MODE, "avgt");
    require(row, MicroColumns.UNIT, "ns/op");
    requireOneOrNone(row, MicroColumns.PAYLOAD_BYTES);
    requireOneOrNone(row, MicroColumns.MEMBERS);
    if (row.flag(MicroColumns.QUICK).isEmpty()) {
      throw row.mustBe(MicroColumns.QUICK, "true or false");
    }
    return new MicroRow(row);
  }

  private static void require(StoredRow<MicroRecord> row, Column<MicroRecord> column, String value)
      throws StoreException {
    if (!row.text(column).equals(value)) {
      throw row.mustBe(column, value);
    }
  }

  private static void requireOneOrNone(StoredRow<MicroRecord> row, Column<MicroRecord> column)
      throws StoreException {
    if (row.optionalNumber(column).orElse(1) < 1) {
      throw row.mustBe(column, "at least 1 or empty");
    }
  }

  /** Class and method: {@code CodecBenchmark.read}. */
  public String benchmark() {
    return row.text(MicroColumns.BENCHMARK);
  }

  /** The benchmarks that are shown together: {@code fan-out}. */
  public String group() {
    return row.text(MicroColumns.GROUP);
  }

  /** What is compared: a library or a strategy. */
  public String by() {
    return row.text(MicroColumns.COMPARED);
  }

  /** Of the message's JSON; empty when the benchmark has no payload. */
  public OptionalInt payloadBytes() {
    return row.optionalNumber(MicroColumns.PAYLOAD_BYTES);
  }

  /** Empty when the benchmark has none. */
  public OptionalInt members() {
    return row.optionalNumber(MicroColumns.MEMBERS);
  }

  public int threads() {
    return row.number(MicroColumns.THREADS);
  }

  /** The mean time of an operation. */
  public double scoreNs() {
    return row.figure(MicroColumns.SCORE);
  }

  /** Half the width of the score's 95 % interval over forks; NaN with a single one. */
  public double errorNs() {
    return row.figure(MicroColumns.FORK_ERROR);
  }

  public double allocBytes() {
    return row.figure(MicroColumns.ALLOC_BYTES_PER_OP);
  }

  public double encodedBytes() {
    return row.figure(MicroColumns.ENCODED_BYTES);
  }

  /** Whether it was measured so shortly that it must not be cited. */
  public boolean quick() {
    return row.flag(MicroColumns.QUICK).orElse(false);
  }

  /** CPU time of an operation on the program's own threads. */
  public double cpuNs() {
    return row.figure(MicroColumns.CPU_NS_PER_OP);
  }

  /** The score for one receiver; NaN when there are no members. */
  public double scoreNsPerDelivery() {
    return perDelivery(scoreNs());
  }

  /** Half the width of that score's 95 % interval over forks; NaN with a single one. */
  public double errorNsPerDelivery() {
    return perDelivery(errorNs());
  }

  /** The CPU time for one receiver; NaN when there are no members. */
  public double cpuNsPerDelivery() {
    return perDelivery(cpuNs());
  }

  private double perDelivery(double ns) {
    return members().isPresent() ? ns / members().getAsInt() : Double.NaN;
  }
}
