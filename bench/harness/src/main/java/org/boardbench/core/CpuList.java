package org.boardbench.core;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of CPUs as Linux writes them and {@code taskset} takes them: {@code 0,2,4-7,8-14:2}. */
public final class CpuList {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,4})(?:-(\\d{1,4})(?::([1-9]\\d{0,3}))?)?");

  private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*(\\S+)$");

  private CpuList() {}

  /**
   * The CPUs on which a thread may run.
   *
   * @param status the text of its {@code /proc/<pid>/status}
   */
  public static Optional<NavigableSet<Integer>> ofStatus(String status) {
    Matcher list = ALLOWED.matcher(status);
    return list.find() ? parse(list.group(1)) : Optional.empty();
  }

  /** The CPUs' numbers; empty when {@code text} is no such list. */
  public static Optional<NavigableSet<Integer>> parse(String text) {
    NavigableSet<Integer> cpus = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
      if (last < first) {
        return Optional.empty();
      }
      for (int cpu = first; cpu <= last; cpu += step) {
        cpus.add(cpu);
      }
    }
    return Optional.of(cpus);
  }

  /** The shortest list of single CPUs and ranges; {@link #parse} reads it. */
  public static String format(NavigableSet<Integer> cpus) {
    StringBuilder text = new StringBuilder();
    int last = -1;
    for (int cpu : cpus) {
      if (cpu <= last) {
        continue;
      }
      last = cpu;
      while (cpus.contains(last + 1)) {
        last++;
      }
      text.append(text.isEmpty() ? "" : ",").append(cpu).append(last > cpu ? "-" + last : "");
    }
    return text.toString();
  }
}
