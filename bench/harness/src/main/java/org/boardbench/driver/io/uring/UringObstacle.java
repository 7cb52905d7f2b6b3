package org.boardbench.driver.io.uring;

/** Why a machine has no io_uring, in words that say what could be done. */
public final class UringObstacle {
  static final int EPERM = 1;
  static final int ENOMEM = 12;
  static final int EINVAL = 22;
  static final int ENOSYS = 38;

  private UringObstacle() {}

  /**
   * The words for what {@code e} has met.
   *
   * @param disabled the kernel's setting {@code kernel.io_uring_disabled}; 0 where it has none
   */
  public static String of(UringException e, long disabled) {
    return switch (e.error()) {
      case EPERM ->
          disabled == 0
              ? "io_uring is forbidden here, as by a container's seccomp profile"
              : "io_uring is switched off: kernel.io_uring_disabled is " + disabled;
      case ENOSYS -> "there is no io_uring here: the kernel has none, or a container hides it";
      case EINVAL -> "io_uring of this kernel is too old: Linux 6.1 or newer has what is needed";
      case ENOMEM -> "too little memory may be locked for io_uring: " + e.getMessage();
      default -> e.getMessage();
    };
  }
}
