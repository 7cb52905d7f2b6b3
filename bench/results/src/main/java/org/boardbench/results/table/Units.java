package org.boardbench.results.table;

/** The units of columns, as their documentation writes them. */
public final class Units {
  public static final String MS = "ms";
  public static final String SECONDS = "s";
  public static final String PCT = "%";

  /** Of one core: four busy cores are 400. */
  public static final String PCT_OF_CORE = "% of a core";

  public static final String MIB = "MiB";
  public static final String BYTES = "bytes";
  public static final String BYTES_PER_S = "bytes/s";
  public static final String PER_S = "1/s";
  public static final String US = "µs";
  public static final String NS = "ns";

  private Units() {}
}
