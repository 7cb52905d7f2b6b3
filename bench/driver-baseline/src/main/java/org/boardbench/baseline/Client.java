package org.boardbench.baseline;

/** What makes the load. */
enum Client {
  C("c", "C epoll client"),
  DRIVER("driver", "driver");

  private final String id;
  private final String title;

  Client(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its name in files. */
  String id() {
    return id;
  }

  String title() {
    return title;
  }
}
