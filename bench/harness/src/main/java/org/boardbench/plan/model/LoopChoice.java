package org.boardbench.plan.model;

import java.util.Locale;

/** Which kind of socket loop the driver is to use. */
public enum LoopChoice {
  /** The native one where this machine allows it, else the portable one. */
  AUTO,
  /** Linux's epoll, with the kernel's receive timestamps. */
  NATIVE,
  /** The portable one, on {@code java.nio}. */
  NIO;

  /** The word in plans and options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
