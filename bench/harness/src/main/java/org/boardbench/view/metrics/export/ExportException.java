package org.boardbench.view.metrics.export;

import java.io.IOException;

/** A run that could not be sent; the message is one line that names the URL. */
public final class ExportException extends IOException {
  private static final long serialVersionUID = 1L;

  ExportException(String message) {
    super(message);
  }
}
