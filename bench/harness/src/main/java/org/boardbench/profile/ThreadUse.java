package org.boardbench.profile;

import java.util.regex.Pattern;

/**
 * What a thread, or several of one kind, did in a hold.
 *
 * @param name as the kernel has it, cut after 15 bytes
 * @param userNs CPU time in the program's own code
 * @param kernelNs CPU time in the kernel
 */
record ThreadUse(String name, double userNs, double kernelNs) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** The same name for all threads that differ by numbers alone. */
  static String kind(String name) {
    return NUMBER.matcher(name).replaceAll("#");
  }

  double totalNs() {
    return userNs + kernelNs;
  }
}
