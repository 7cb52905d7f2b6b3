package org.boardbench.browser.felt;

import java.util.Locale;

/** What is timed; the words are tags in {@code felt.hlog}. */
public enum FeltSpan {
  /** From the input at one page until the other presented it, by the browser's trace. */
  REMOTE,
  /** The same by Element Timing. */
  ELEMENT,
  /** From the input until its handler began. */
  INPUT,
  /** From there until the message was sent. */
  HANDLER,
  /** From there until the other page had got it. */
  NETWORK,
  /** From there until that had handled it. */
  ARRIVAL,
  /** From there until it had presented it. */
  RENDER,
  /** From the input until the same page presented its own ink. */
  OWN,
  /** From a peer's send until the page presented it. */
  DOWN,
  /** From the input until a peer had got it. */
  UP,
  /** From a peer's send until another peer had got it. */
  SERVER;

  /** {@code felt_remote}. */
  public String key() {
    return "felt_" + name().toLowerCase(Locale.ROOT);
  }
}
