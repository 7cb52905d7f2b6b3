package org.boardbench.baseline;

/**
 * What makes the load. The first two are compared; the others say what single things cost, or what
 * the driver costs on a loop that is not its usual one.
 */
enum Client {
  C("c", "C client"),
  DRIVER("driver", "driver"),
  C_WITH_KERNEL_TIMES("c-kernel-times", "C, kernel times"),
  DRIVER_WITHOUT_ACCOUNT("driver-no-account", "driver, no account"),
  DRIVER_ON_IO_URING("driver-io_uring", "driver, io_uring"),
  DRIVER_ON_NIO("driver-nio", "driver, NIO");

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
