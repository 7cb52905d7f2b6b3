package org.boardbench.driver.io;

import java.io.IOException;

/**
 * A system call on a transport failed; the message is the reason as {@link ConnectionErrors} words
 * it.
 */
final class SystemCallException extends IOException {
  private static final long serialVersionUID = 1L;

  SystemCallException(int error) {
    super(ConnectionErrors.ofError(error));
  }
}
