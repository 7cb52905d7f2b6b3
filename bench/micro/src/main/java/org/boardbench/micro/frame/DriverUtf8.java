package org.boardbench.micro.frame;

import org.boardbench.driver.ws.Utf8;

/** The driver's check of incoming frames, for benchmarks outside its package. */
public final class DriverUtf8 {
  private DriverUtf8() {}

  /** Whether all of it is UTF-8. */
  public static boolean isValid(byte[] bytes) {
    return Utf8.isValid(bytes, 0, bytes.length);
  }
}
