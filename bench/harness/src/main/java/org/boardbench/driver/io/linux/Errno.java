package org.boardbench.driver.io.linux;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The error numbers of Linux that calls on sockets, epoll and descriptors give, with the C
 * library's words, which are also those that {@code java.nio} has. Numbers are those of x86-64 and
 * AArch64.
 */
public enum Errno {
  EPERM(1, "operation not permitted", Cause.MACHINE),
  EIO(5, "input/output error", Cause.MACHINE),
  EBADF(9, "bad file descriptor", Cause.MACHINE),
  ENOMEM(12, "cannot allocate memory", Cause.MACHINE),
  EACCES(13, "permission denied", Cause.MACHINE),
  EFAULT(14, "bad address", Cause.MACHINE),
  EEXIST(17, "file exists", Cause.MACHINE),
  EINVAL(22, "invalid argument", Cause.MACHINE),
  ENFILE(23, "too many open files in system", Cause.MACHINE),
  EMFILE(24, "too many open files", Cause.MACHINE),
  ENOSPC(28, "no space left on device", Cause.MACHINE),
  EPIPE(32, "broken pipe", Cause.PEER),
  ELOOP(40, "too many levels of symbolic links", Cause.MACHINE),
  ENOSR(63, "out of streams resources", Cause.MACHINE),
  EPROTO(71, "protocol error", Cause.PEER),
  ENOTSOCK(88, "socket operation on non-socket", Cause.MACHINE),
  EDESTADDRREQ(89, "destination address required", Cause.MACHINE),
  EMSGSIZE(90, "message too long", Cause.MACHINE),
  EPROTOTYPE(91, "protocol wrong type for socket", Cause.MACHINE),
  ENOPROTOOPT(92, "protocol not available", Cause.MACHINE),
  EPROTONOSUPPORT(93, "protocol not supported", Cause.MACHINE),
  ESOCKTNOSUPPORT(94, "socket type not supported", Cause.MACHINE),
  EOPNOTSUPP(95, "operation not supported", Cause.MACHINE),
  EPFNOSUPPORT(96, "protocol family not supported", Cause.ADDRESS),
  EAFNOSUPPORT(97, "address family not supported by protocol", Cause.ADDRESS),
  EADDRINUSE(98, "address already in use", Cause.MACHINE),
  EADDRNOTAVAIL(99, "cannot assign requested address", Cause.MACHINE),
  ENETDOWN(100, "network is down", Cause.ADDRESS),
  ENETUNREACH(101, "network is unreachable", Cause.ADDRESS),
  ENETRESET(102, "network dropped connection on reset", Cause.PEER),
  ECONNABORTED(103, "software caused connection abort", Cause.PEER),
  ECONNRESET(104, "connection reset by peer", Cause.PEER),
  ENOBUFS(105, "no buffer space available", Cause.MACHINE),
  EISCONN(106, "transport endpoint is already connected", Cause.MACHINE),
  ENOTCONN(107, "transport endpoint is not connected", Cause.PEER),
  ESHUTDOWN(108, "cannot send after transport endpoint shutdown", Cause.MACHINE),
  ETIMEDOUT(110, "connection timed out", Cause.PEER),
  ECONNREFUSED(111, "connection refused", Cause.PEER),
  EHOSTDOWN(112, "host is down", Cause.PEER),
  EHOSTUNREACH(113, "no route to host", Cause.PEER),
  EALREADY(114, "operation already in progress", Cause.MACHINE);

  /** Whose doing an error is. */
  private enum Cause {
    /** The driver's: its limits, its memory, its ports, its rules. */
    MACHINE,
    /** The driver's too: it has no way to that address, and may have one to another. */
    ADDRESS,
    /** The server's, or that of the network on the way to it. */
    PEER
  }

  private static final Map<Integer, Errno> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(e -> e.number, Function.identity()));
  private static final Map<String, Errno> BY_WORDS =
      Arrays.stream(values()).collect(Collectors.toMap(e -> e.words, Function.identity()));

  private final int number;
  private final String words;
  private final Cause cause;

  Errno(int number, String words, Cause cause) {
    this.number = number;
    this.words = words;
    this.cause = cause;
  }

  public static Optional<Errno> of(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /** Its {@link #text}, or {@code error 4711} where that number is not known. */
  public static String textOf(int number) {
    return of(number).map(Errno::text).orElse("error " + number);
  }

  /** The one whose words {@code message} is, in whatever case. */
  public static Optional<Errno> saying(String message) {
    return Optional.ofNullable(BY_WORDS.get(message.toLowerCase(Locale.ROOT)));
  }

  public int number() {
    return number;
  }

  /** Whether the driver or its machine is what failed. */
  public boolean isOfThisMachine() {
    return cause != Cause.PEER;
  }

  /** Whether that machine has no way to the address, and may have one to another. */
  public boolean isOfTheAddress() {
    return cause == Cause.ADDRESS;
  }

  /** {@code no route to host (EHOSTUNREACH)}. */
  public String text() {
    return words + " (" + name() + ")";
  }
}
