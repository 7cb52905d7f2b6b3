package org.boardbench.sut.process;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;

/**
 * What every process of a tree carries in its environment as {@code BOARDBENCH_TRIAL=<harness
 * pid>:<harness start>-<number>-<boot>-<pid namespace>}, so that it is found again wherever it
 * went.
 *
 * @param harnessStart in clock ticks since boot, because a pid alone may name another process later
 * @param number counts the trees of one harness
 * @param place where the harness's pid is its; empty in what older versions wrote
 */
public record TrialMarker(
    long harnessPid, long harnessStart, int number, Optional<PidScope> place) {
  public static final String VARIABLE = "BOARDBENCH_TRIAL";

  private static final Pattern VALUE =
      Pattern.compile("(\\d{1,18}):(\\d{1,18})-(\\d{1,9})(?:-(" + PidScope.PATTERN + "))?");
  private static final AtomicInteger LAST = new AtomicInteger();

  /** A marker that this harness has not used. */
  public static TrialMarker next() {
    long start = ProcFs.SYSTEM.stat("self").map(ProcStat::startTicks).orElse(0L);
    return new TrialMarker(
        ProcessHandle.current().pid(), start, LAST.incrementAndGet(), PidScope.here());
  }

  /** What the values of all that this harness uses begin with. */
  static String beginningHere() {
    TrialMarker any = next();
    return any.harnessPid + ":" + any.harnessStart + "-";
  }

  public static Optional<TrialMarker> parse(String value) {
    Matcher matcher = VALUE.matcher(value);
    return matcher.matches()
        ? Optional.of(
            new TrialMarker(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Optional.ofNullable(matcher.group(4)).map(PidScope::parse)))
        : Optional.empty();
  }

  public String value() {
    return harnessPid
        + ":"
        + harnessStart
        + "-"
        + number
        + place.map(where -> "-" + where).orElse("");
  }

  /** The value as a folder's or a container's name. */
  public String folderName() {
    return value().replace(':', '-');
  }

  /** Whether a name was made by {@link #folderName} for a harness that certainly lives no more. */
  static boolean isOfDeadHarness(String folderName) {
    return parse(folderName.replaceFirst("-", ":"))
        .filter(TrialMarker::isOfDeadHarness)
        .isPresent();
  }

  /**
   * Whether the harness that made it certainly runs no more: not when it is one of another boot,
   * another machine or another pid namespace, whose processes cannot be seen from here.
   */
  public boolean isOfDeadHarness() {
    return place.isPresent() && place.equals(PidScope.here()) && !isLiving();
  }

  /**
   * The same for what a process carries, which is where its harness is.
   *
   * @param pid of the process
   */
  boolean isOfDeadHarness(long pid) {
    return place.isPresent() ? isOfDeadHarness() : PidScope.isSharedWith(pid) && !isLiving();
  }

  private boolean isLiving() {
    return ProcFs.SYSTEM
        .stat(Long.toString(harnessPid))
        .filter(harness -> harness.startTicks() == harnessStart)
        .isPresent();
  }
}
