package org.boardbench.store;

import java.util.List;
import java.util.Optional;

/**
 * The image that a component's container was made of.
 *
 * @param component {@code server} or a companion's name
 * @param id the content's hash; empty where it is not known before the image is started
 * @param digests under which registries know it
 * @param localBase what its base image is made of, where that was made on this machine and is not
 *     the official one
 */
public record ImageRecord(
    String component, String name, String id, List<String> digests, Optional<String> localBase) {
  public ImageRecord {
    digests = List.copyOf(digests);
  }
}
