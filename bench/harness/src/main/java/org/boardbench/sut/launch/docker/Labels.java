package org.boardbench.sut.launch.docker;

/** What containers and images of this project carry. */
final class Labels {
  /** On an image: the hash of the sources that it was built from. */
  static final String SOURCES = "org.boardbench.sources";

  /** On a base image made on this machine, and so on all built on it: what it is made of. */
  static final String BASE = "org.boardbench.base";

  /** On a container: the {@code TrialMarker} of the launch that it belongs to. */
  static final String TRIAL = "org.boardbench.trial";

  private Labels() {}
}
