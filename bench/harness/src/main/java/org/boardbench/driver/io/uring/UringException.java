package org.boardbench.driver.io.uring;

import java.io.IOException;
import org.boardbench.driver.io.linux.Errno;

/** A call of io_uring has failed. */
public final class UringException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int error;

  UringException(String call, int error) {
    super(call + ": " + Errno.textOf(error));
    this.error = error;
  }

  /** The error's number, positive. */
  public int error() {
    return error;
  }
}
