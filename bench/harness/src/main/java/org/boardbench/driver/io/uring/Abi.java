package org.boardbench.driver.io.uring;

/**
 * Numbers and layouts of io_uring that programs and kernel agree on, from {@code
 * include/uapi/linux/io_uring.h} of Linux 6.18 and, for the numbers of system calls, {@code
 * include/uapi/asm-generic/unistd.h}. They are the same on x86-64 and AArch64.
 */
final class Abi {
  // System calls, for syscall(2).
  static final long IO_URING_SETUP = 425;
  static final long IO_URING_ENTER = 426;
  static final long IO_URING_REGISTER = 427;

  // Operations of a submission.
  static final int OP_ASYNC_CANCEL = 14;
  static final int OP_CONNECT = 16;
  static final int OP_CLOSE = 19;
  static final int OP_READ = 22;
  static final int OP_SEND = 26;
  static final int OP_RECVMSG = 10;

  /** A submission takes its buffer from a group. */
  static final int SQE_BUFFER_SELECT = 1 << 5;

  /** In a receive's {@code ioprio}: goes on until it fails or is ended. */
  static final int RECV_MULTISHOT = 1 << 1;

  // Of a completion's flags.
  static final int CQE_BUFFER = 1;
  static final int CQE_MORE = 1 << 1;
  static final int CQE_BUFFER_SHIFT = 16;

  // How a ring is set up.
  static final int SETUP_CQSIZE = 1 << 3;
  static final int SETUP_R_DISABLED = 1 << 6;
  static final int SETUP_SUBMIT_ALL = 1 << 7;
  static final int SETUP_SINGLE_ISSUER = 1 << 12;
  static final int SETUP_DEFER_TASKRUN = 1 << 13;

  // What the kernel says it can do.
  static final int FEAT_SINGLE_MMAP = 1;
  static final int FEAT_NODROP = 1 << 1;
  static final int FEAT_EXT_ARG = 1 << 8;
  static final int FEAT_MIN_TIMEOUT = 1 << 15;
  static final int FEAT_NO_IOWAIT = 1 << 17;

  // How a ring is entered.
  static final int ENTER_GETEVENTS = 1;
  static final int ENTER_EXT_ARG = 1 << 3;
  static final int ENTER_NO_IOWAIT = 1 << 7;

  /** In the submission ring's flags: completions wait in the kernel for room. */
  static final int SQ_CQ_OVERFLOW = 1 << 1;

  // What can be registered with a ring.
  static final int REGISTER_ENABLE_RINGS = 12;
  static final int REGISTER_PBUF_RING = 22;

  /** Where a ring's descriptor has its submissions, for mmap(2); the rings are at 0. */
  static final long OFF_SQES = 0x1000_0000L;

  // struct io_uring_params
  static final long PARAMS_BYTES = 120;
  static final long PARAMS_SQ_ENTRIES = 0;
  static final long PARAMS_CQ_ENTRIES = 4;
  static final long PARAMS_FLAGS = 8;
  static final long PARAMS_FEATURES = 20;
  static final long PARAMS_SQ_HEAD = 40;
  static final long PARAMS_SQ_TAIL = 44;
  static final long PARAMS_SQ_FLAGS = 56;
  static final long PARAMS_SQ_DROPPED = 60;
  static final long PARAMS_SQ_ARRAY = 64;
  static final long PARAMS_CQ_HEAD = 80;
  static final long PARAMS_CQ_TAIL = 84;
  static final long PARAMS_CQ_OVERFLOW = 96;
  static final long PARAMS_CQ_CQES = 100;

  // struct io_uring_sqe, eight words
  static final long SQE_BYTES = 64;
  static final long SQE_OFF = 8;
  static final long SQE_ADDR = 16;
  static final long SQE_LEN_AND_OP_FLAGS = 24;
  static final long SQE_USER_DATA = 32;
  static final long SQE_GROUP = 40;
  static final long SQE_ADDR3 = 48;
  static final long SQE_PAD = 56;

  // struct io_uring_cqe
  static final long CQE_BYTES = 16;
  static final long CQE_RES = 8;
  static final long CQE_FLAGS = 12;

  // struct io_uring_buf; the ring's tail lies in the spare half word of the first one.
  static final long BUF_BYTES = 16;
  static final long BUF_LEN = 8;
  static final long BUF_ID = 12;
  static final long BUF_RING_TAIL = 14;

  // struct io_uring_buf_reg
  static final long BUF_REG_BYTES = 40;
  static final long BUF_REG_ENTRIES = 8;
  static final long BUF_REG_GROUP = 12;

  // struct io_uring_getevents_arg
  static final long WAIT_BYTES = 24;
  static final long WAIT_SIGNAL_BYTES = 8;
  static final long WAIT_MIN_US = 12;
  static final long WAIT_TIMEOUT = 16;

  // struct io_uring_recvmsg_out
  static final long RECEIVED_BYTES = 16;
  static final long RECEIVED_CONTROL = 4;
  static final long RECEIVED_PAYLOAD = 8;

  /** struct msghdr, of which a multishot receive reads how much room control messages get. */
  static final long MESSAGE_BYTES = 56;

  static final long MESSAGE_CONTROL_BYTES = 40;

  private Abi() {}
}
