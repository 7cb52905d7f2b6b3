package org.boardbench.driver.io.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The system calls of Linux that native loops make, through the C library of this process.
 * Constants are those of x86-64 and AArch64. A call that fails gives its error number, negative.
 *
 * <p>Each caller passes memory of its own for the error number: {@link #ERROR_BYTES}.
 */
public final class Linux {
  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;
  public static final int SOCK_STREAM = 1;
  public static final int SOCK_NONBLOCK = 0x800;
  public static final int SOCK_CLOEXEC = 0x80000;
  public static final int SOL_SOCKET = 1;
  public static final int SO_ERROR = 4;
  public static final int SO_RCVBUF = 8;
  public static final int SO_TIMESTAMPING = 37;
  public static final int SOF_TIMESTAMPING_RX_SOFTWARE = 1 << 3;
  public static final int SOF_TIMESTAMPING_SOFTWARE = 1 << 4;
  public static final int IPPROTO_IP = 0;
  public static final int IP_BIND_ADDRESS_NO_PORT = 24;
  public static final int IPPROTO_TCP = 6;
  public static final int TCP_NODELAY = 1;
  public static final int TCP_INFO = 11;
  public static final int TCP_ESTABLISHED = 1;
  public static final int MSG_DONTWAIT = 0x40;
  public static final int MSG_NOSIGNAL = 0x4000;
  public static final int EPOLL_CTL_ADD = 1;
  public static final int EPOLLIN = 0x1;
  public static final int EPOLLOUT = 0x4;
  public static final int EPOLLERR = 0x8;
  public static final int EPOLLHUP = 0x10;
  public static final int EPOLLRDHUP = 0x2000;
  public static final int EPOLLET = 1 << 31;
  public static final int CLOCK_REALTIME = 0;

  public static final int EINTR = 4;
  public static final int EAGAIN = 11;
  public static final int EINPROGRESS = 115;

  private static final int CLOEXEC = 0x80000;
  private static final int PR_SET_TIMERSLACK = 29;
  private static final long FIONREAD = 0x541b;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout ERROR = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = ERROR.varHandle(PathElement.groupElement("errno"));

  public static final long ERROR_BYTES = ERROR.byteSize();

  private static final MethodHandle SOCKET =
      call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle CONNECT =
      call("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle BIND =
      call("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SET_OPTION =
      call(
          "setsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle GET_OPTION =
      call(
          "getsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle CONTROL =
      call(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle EVENT_FD =
      call("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle EVENT_READ =
      call("eventfd_read", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle EVENT_WRITE =
      call("eventfd_write", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle EPOLL_CREATE =
      call("epoll_create1", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle EPOLL_CONTROL =
      call("epoll_ctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle EPOLL_WAIT =
      call(
          "epoll_pwait2",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle SLEEP =
      call("nanosleep", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle TIMER_SLACK =
      call(
          "prctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
          Linker.Option.firstVariadicArg(1));

  // These never wait, so the JVM need not be told of them: that halves the cost of a call.
  private static final MethodHandle RECEIVE =
      call(
          "recvmsg",
          FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.critical(false));
  private static final MethodHandle SEND =
      call(
          "send",
          FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
          Linker.Option.critical(false));
  private static final MethodHandle CLOCK =
      call(
          "clock_gettime",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
          Linker.Option.critical(false));

  private Linux() {}

  /**
   * A function of the C library.
   *
   * @param shape as the library's headers have it; the handle takes the memory for the error number
   *     before the arguments
   */
  @SuppressWarnings("restricted") // Shapes are those of the C library's headers.
  public static MethodHandle call(
      String name, FunctionDescriptor shape, Linker.Option... furtherOptions) {
    MemorySegment address =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedOperationException("no " + name + " here"));
    Linker.Option[] options = new Linker.Option[furtherOptions.length + 1];
    options[0] = Linker.Option.captureCallState("errno");
    System.arraycopy(furtherOptions, 0, options, 1, furtherOptions.length);
    return LINKER.downcallHandle(address, shape, options);
  }

  public static int socket(MemorySegment error, int family, int type) {
    try {
      return result((int) SOCKET.invokeExact(error, family, type, 0), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int bind(MemorySegment error, int socket, MemorySegment address) {
    try {
      int bytes = (int) address.byteSize();
      return result((int) BIND.invokeExact(error, socket, address, bytes), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int connect(MemorySegment error, int socket, MemorySegment address) {
    try {
      int bytes = (int) address.byteSize();
      return result((int) CONNECT.invokeExact(error, socket, address, bytes), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Sets an option of a socket.
   *
   * @param value an {@code int}
   */
  public static int setOption(
      MemorySegment error, int socket, int level, int option, MemorySegment value) {
    try {
      int bytes = Integer.BYTES;
      return result(
          (int) SET_OPTION.invokeExact(error, socket, level, option, value, bytes), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Asks for an option of a socket.
   *
   * @param value gets an {@code int}
   * @param bytes holds the value's size
   */
  public static int getOption(
      MemorySegment error,
      int socket,
      int level,
      int option,
      MemorySegment value,
      MemorySegment bytes) {
    try {
      return result(
          (int) GET_OPTION.invokeExact(error, socket, level, option, value, bytes), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * How many bytes wait in a socket's receive buffer.
   *
   * @param count gets an {@code int}
   */
  public static int unread(MemorySegment error, int socket, MemorySegment count) {
    try {
      return result((int) CONTROL.invokeExact(error, socket, FIONREAD, count), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int close(MemorySegment error, int descriptor) {
    try {
      return result((int) CLOSE.invokeExact(error, descriptor), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * A descriptor that another thread makes readable, to end a wait.
   *
   * @param flags {@link #SOCK_NONBLOCK}, or 0 where a read is to wait
   */
  public static int eventDescriptor(MemorySegment error, int flags) {
    try {
      return result((int) EVENT_FD.invokeExact(error, 0, flags | CLOEXEC), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int takeEvents(MemorySegment error, int descriptor, MemorySegment count) {
    try {
      return result((int) EVENT_READ.invokeExact(error, descriptor, count), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int addEvent(MemorySegment error, int descriptor) {
    try {
      return result((int) EVENT_WRITE.invokeExact(error, descriptor, 1L), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int epoll(MemorySegment error) {
    try {
      return result((int) EPOLL_CREATE.invokeExact(error, CLOEXEC), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Adds {@code descriptor} to what {@code epoll} waits for. */
  public static int epollAdd(MemorySegment error, int epoll, int descriptor, MemorySegment event) {
    try {
      return result(
          (int) EPOLL_CONTROL.invokeExact(error, epoll, EPOLL_CTL_ADD, descriptor, event), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Waits for events.
   *
   * @param timeout a {@code timespec}
   * @return how many of {@code events} were filled
   */
  public static int epollWait(
      MemorySegment error, int epoll, MemorySegment events, int most, MemorySegment timeout) {
    try {
      return result(
          (int) EPOLL_WAIT.invokeExact(error, epoll, events, most, timeout, MemorySegment.NULL),
          error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Sleeps.
   *
   * @param time a {@code timespec}
   */
  public static int sleep(MemorySegment error, MemorySegment time) {
    try {
      return result((int) SLEEP.invokeExact(error, time, MemorySegment.NULL), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Lets the calling thread's waits end when they should, instead of up to 50 µs later. */
  public static int sharpTimers(MemorySegment error) {
    try {
      return result((int) TIMER_SLACK.invokeExact(error, PR_SET_TIMERSLACK, 1L), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Takes what has come, without waiting, as {@code header} says. */
  public static long receive(MemorySegment error, int socket, MemorySegment header) {
    try {
      long count = (long) RECEIVE.invokeExact(error, socket, header, MSG_DONTWAIT);
      return count >= 0 ? count : -errno(error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Gives what there is room for of the first {@code count} bytes, without waiting. */
  public static long send(MemorySegment error, int socket, MemorySegment bytes, long count) {
    try {
      int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
      long sent = (long) SEND.invokeExact(error, socket, bytes, count, flags);
      return sent >= 0 ? sent : -errno(error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Reads a clock.
   *
   * @param time gets a {@code timespec}
   * @return the same in ns
   */
  public static long clockNs(MemorySegment error, int clock, MemorySegment time) {
    try {
      int ignored = (int) CLOCK.invokeExact(error, clock, time);
      return Timespec.ns(time, 0);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private static int result(int value, MemorySegment error) {
    return value >= 0 ? value : -errno(error);
  }

  /** What the last call that was given {@code error} ended with. */
  public static int errno(MemorySegment error) {
    return (int) ERRNO.get(error, 0L);
  }

  /** The C library throws nothing; what comes is a fault of this class. */
  public static IllegalStateException impossible(Throwable e) {
    if (e instanceof Error fault) {
      throw fault;
    }
    return new IllegalStateException(e);
  }
}
