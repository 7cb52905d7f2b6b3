package org.boardbench.plan;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which certificates are trusted, as typed.
 *
 * @param cacert {@code --cacert}
 * @param isInsecure {@code --insecure}
 */
public record TrustOptions(Optional<Path> cacert, boolean isInsecure) {
  public static final String CACERT = "--cacert";
  public static final String INSECURE = "--insecure";

  /** Neither of them. */
  public static final TrustOptions NONE = new TrustOptions(Optional.empty(), false);
}
