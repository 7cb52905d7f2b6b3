package org.boardbench.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A result that could not be written or read; the message is one line for a person. */
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  private StoreException(String message, IOException cause) {
    super(message, cause);
  }

  public static StoreException writing(Path file, IOException cause) {
    return new StoreException("cannot write " + file + ": " + reason(cause), cause);
  }

  public static StoreException reading(Path file, IOException cause) {
    return new StoreException("cannot read " + file + ": " + reason(cause), cause);
  }

  /** File system exceptions often have a file's name for their whole message. */
  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException e -> e.getFile() + " exists already";
      case NoSuchFileException e -> e.getFile() + " does not exist";
      case NotDirectoryException e -> e.getFile() + " is no folder";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> cause.getMessage();
    };
  }
}
