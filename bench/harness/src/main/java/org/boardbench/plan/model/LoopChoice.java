package org.boardbench.plan.model;

import java.util.Locale;

/** Which kind of socket loop the driver is to use. */
public enum LoopChoice {
  /** The best one that this machine allows. */
  AUTO,
  /** Linux's epoll, with the kernel's receive timestamps. */
  NATIVE,
  /** Linux's io_uring, with the same. */
  IO_URING,
  /** The portable one, on {@code java.nio}. */
  NIO;

  /** The word in plans and options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
