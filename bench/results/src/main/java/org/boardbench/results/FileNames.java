package org.boardbench.results;

/** What the files in a folder of results are called; tables say their names themselves. */
public final class FileNames {
  /** In the project's folder: all runs. */
  public static final String RESULTS = "results";

  /** What was run, on what, with which versions: of a run, and of microbenchmarks. */
  public static final String RUN = "run.json";

  /** What a calibration has found, in short. */
  public static final String CALIBRATION = "calibration.json";

  /** What a run of several clients was asked, and on what it ran. */
  public static final String CLIENT_SHARE = "client-share.json";

  /** What JMH itself writes. */
  public static final String JMH = "micro.json";

  /** The folder that has a folder for each trial. */
  public static final String TRIALS = "trials";

  /** In a trial's folder: what happened, line by line. */
  public static final String DRIVER_LOG = "driver.log";

  /** In a trial's folder: the output of the server and its companions. */
  public static final String TARGET_LOG = "target.log";

  // In a trial's folder: histograms second by second.
  public static final String RTT = "rtt.hlog";
  public static final String SERVICE = "service.hlog";
  public static final String DELIVERY = "delivery.hlog";

  /** In a trial's folder: histograms of what a browser felt, of a run of felt latency. */
  public static final String FELT = "felt.hlog";

  /** In a trial's folder, where a profiler was on the server: a file of stacks for each stage. */
  public static final String PROFILE = "profile";

  private FileNames() {}

  /** In {@link #PROFILE}: a line for each stack, its frames from the outermost, then its µs. */
  public static String foldedStacks(int stage) {
    return "stage-" + stage + ".folded";
  }
}
