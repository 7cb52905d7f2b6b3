/*
 * What a simple, good C load client costs: the yardstick for the driver's CPU. One thread, one epoll instance, level
 * triggered; it counts deliveries and times its own messages, and keeps no account of who received what.
 *
 *   epoll_client USERS BOARDS RATE PAYLOAD WARM_UP_S HOLD_S PORT [kernel-times]
 *
 * With kernel-times it takes the kernel's time of arrival with each read, which shows what that alone costs.
 *
 * Speaks the raw contract of targets/README.md to 127.0.0.1:PORT and prints one line of JSON. Exit status: 0 whatever
 * was lost; 1 when the load could not be made, with the reason; 2 for bad usage. Times are in ns of the monotonic clock
 * since the start of the load.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S 1000000000LL
#define DRAIN_NS (2 * NS_PER_S) /* what has been silent so long has nothing more to say */
#define READ_BYTES 65536
#define FRAME_BYTES 65536 /* the largest message of the contract */
#define LEAST_PAYLOAD_BYTES 205 /* StrokePayload.MIN_BYTES */
#define HEADER_BYTES 14
#define STAMP_KEY "\"stamp\":\""
#define EVENTS 256

enum opcode { TEXT = 0x81, CLOSE = 0x88, PING = 0x89, PONG = 0x8a };

struct user {
  int fd;
  int number;
  uint32_t sequence;
  unsigned char *carry; /* the head of a frame whose rest has not come yet */
  size_t carried, carry_size;
};

/* 64 buckets for each power of two, each at most 1.6 % of its value wide. */
#define SUB_BITS 7
struct histogram {
  uint64_t buckets[64 << SUB_BITS];
  uint64_t total;
};

static int users, boards, port;
static double rate, warm_up_s, hold_s;
static int payload_bytes;
static bool kernel_times;

static struct user *all;
static int epoll_fd;
static int64_t epoch_ns, real_epoch_ns, hold_start_ns, end_ns; /* the epoch by both clocks */
static uint64_t sent, expected, deliveries, reads, frames;
static struct histogram rtt;
static unsigned char in[HEADER_BYTES + FRAME_BYTES + READ_BYTES];

static void die(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("epoll_client: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

static int64_t clock_ns(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * NS_PER_S + now.tv_nsec;
}

static int64_t now_ns(void) {
  return clock_ns(CLOCK_MONOTONIC) - epoch_ns;
}

static int board_of(const struct user *user) {
  return user->number % boards;
}

/* ---- histogram ---- */

static void record(struct histogram *to, int64_t value_ns) {
  uint64_t value = value_ns < 0 ? 0 : (uint64_t) value_ns;
  int shift = value >> SUB_BITS == 0 ? 0 : 64 - __builtin_clzll(value) - SUB_BITS;
  to->buckets[((uint64_t) shift << SUB_BITS) + (value >> shift)]++;
  to->total++;
}

/* The middle of the bucket that holds the percentile; 0 when nothing was recorded. */
static double percentile_us(const struct histogram *from, double percent) {
  uint64_t below = 0, rank = (uint64_t) ((double) from->total * percent / 100);
  for (size_t i = 0; i < sizeof from->buckets / sizeof *from->buckets; i++) {
    below += from->buckets[i];
    if (below > rank) {
      size_t shift = i >> SUB_BITS, value = i & ((1 << SUB_BITS) - 1);
      return ((double) (value << shift) + (double) ((1ULL << shift) >> 1)) / 1e3;
    }
  }
  return 0;
}

/* ---- frames out ---- */

/* A socket buffer takes thousands of messages of one user: one that is full belongs to a server that has stopped. */
static void write_all(struct user *user, const void *bytes, size_t length) {
  ssize_t written = send(user->fd, bytes, length, MSG_NOSIGNAL);
  if (written != (ssize_t) length) {
    die("user %d: the server takes nothing: %s", user->number, written < 0 ? strerror(errno) : "full buffer");
  }
}

static uint32_t next_mask(void) {
  static uint32_t state = 2463534242;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

static void write_frame(struct user *user, enum opcode opcode, const void *payload, size_t length) {
  static unsigned char out[HEADER_BYTES + FRAME_BYTES];
  size_t header = 2;
  out[0] = (unsigned char) opcode;
  if (length < 126) {
    out[1] = (unsigned char) (0x80 | length);
  } else {
    out[1] = 0x80 | 126;
    out[2] = (unsigned char) (length >> 8);
    out[3] = (unsigned char) length;
    header = 4;
  }
  uint32_t mask = next_mask();
  memcpy(out + header, &mask, sizeof mask);
  const unsigned char *from = payload;
  unsigned char *to = out + header + sizeof mask;
  for (size_t i = 0; i < length; i++) {
    to[i] = from[i] ^ out[header + i % sizeof mask];
  }
  write_all(user, out, header + sizeof mask + length);
}

/* The harness's StrokePayload: as many points as fit beside the longest stamp, padded to the planned size. */
static void send_stroke(struct user *user, int64_t intended_ns) {
  static char text[FRAME_BYTES];
  const char *end = "\"}";
  bool hold = intended_ns >= hold_start_ns;
  int length = sprintf(text, "{\"type\":\"stroke\",\"boardId\":\"b%d\"", board_of(user));
  length += sprintf(text + length, ",\"userId\":\"u%d\"", user->number);
  length += sprintf(text + length, "," STAMP_KEY "%d.%" PRIu32 ".%s.%" PRId64 ".%" PRId64 "\",\"points\":[",
                    user->number, user->sequence++, hold ? "h1" : "w", intended_ns, now_ns());
  const int point_bytes = 10; /* of ",[100,100]" */
  for (int point = 0; point <= (payload_bytes - LEAST_PAYLOAD_BYTES) / point_bytes; point++) {
    length += sprintf(text + length, "%s[%d,%d]", point == 0 ? "" : ",", 100 + 7 * point % 900, 100 + 5 * point % 900);
  }
  length += sprintf(text + length, "],\"color\":\"#1f77b4\",\"width\":3,\"pad\":\"");
  int pad = payload_bytes - length - (int) strlen(end);
  memset(text + length, 'x', (size_t) pad);
  memcpy(text + length + pad, end, strlen(end));
  write_frame(user, TEXT, text, (size_t) payload_bytes);
  if (hold) {
    sent++;
    expected += (uint64_t) (users / boards + (board_of(user) < users % boards));
  }
}

/* ---- frames in ---- */

static int64_t number(const unsigned char **at, const unsigned char *end) {
  int64_t value = 0;
  while (*at < end && **at >= '0' && **at <= '9') {
    value = 10 * value + (*(*at)++ - '0');
  }
  (*at)++; /* the dot, or the closing quote */
  return value;
}

static void take_text(struct user *user, const unsigned char *text, size_t length, int64_t received_ns) {
  const unsigned char *end = text + length, *at = memmem(text, length, STAMP_KEY, strlen(STAMP_KEY));
  if (at == NULL) {
    die("user %d: a frame without a stamp: %.*s", user->number, (int) length, text);
  }
  at += strlen(STAMP_KEY);
  int64_t sender = number(&at, end);
  int64_t sequence = number(&at, end);
  bool hold = at < end && *at++ == 'h';
  number(&at, end);
  int64_t intended_ns = number(&at, end);
  int64_t sent_ns = number(&at, end);
  if (at > end || sequence < 0 || sent_ns < intended_ns) {
    die("user %d: an unreadable stamp: %.*s", user->number, (int) length, text);
  }
  frames++;
  if (hold) {
    deliveries++;
    if (sender == user->number) {
      record(&rtt, received_ns - intended_ns);
    }
  }
}

static void take_frame(struct user *user, int first, unsigned char *payload, size_t length, int64_t received_ns) {
  switch (first) {
    case TEXT: take_text(user, payload, length, received_ns); break;
    case PING: write_frame(user, PONG, payload, length); break;
    case PONG: break;
    case CLOSE: die("user %d: the server has closed the connection", user->number); break;
    default: die("user %d: a frame of kind 0x%02x, which is none of the contract", user->number, first);
  }
}

/* The complete frames at the start of bytes; gives the number of bytes that they took. */
static size_t take_frames(struct user *user, unsigned char *bytes, size_t length, int64_t received_ns) {
  size_t at = 0;
  while (length - at >= 2) {
    size_t header = 2, payload = bytes[at + 1];
    if (payload == 126) {
      header = 4;
      if (length - at < header) break;
      payload = (size_t) bytes[at + 2] << 8 | bytes[at + 3];
    } else if (payload > 126) {
      die("user %d: a masked frame, or one over 64 KiB", user->number);
    }
    if (length - at < header + payload) break;
    take_frame(user, bytes[at], bytes + at + header, payload, received_ns);
    at += header + payload;
  }
  return at;
}

static void keep(struct user *user, const unsigned char *bytes, size_t length) {
  if (length > user->carry_size) {
    user->carry = realloc(user->carry, length);
    user->carry_size = length;
    if (user->carry == NULL) die("out of memory");
  }
  memcpy(user->carry, bytes, length);
  user->carried = length;
}

/* As read, and says when the last byte reached the kernel. */
static ssize_t read_timed(int fd, void *bytes, size_t size, int64_t *received_ns) {
  union {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(struct scm_timestamping))];
  } control;
  struct iovec vector = {.iov_base = bytes, .iov_len = size};
  struct msghdr message = {
      .msg_iov = &vector, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
  ssize_t got = recvmsg(fd, &message, 0);
  struct cmsghdr *first = got > 0 ? CMSG_FIRSTHDR(&message) : NULL;
  if (first != NULL && first->cmsg_level == SOL_SOCKET && first->cmsg_type == SCM_TIMESTAMPING) {
    struct timespec arrival;
    memcpy(&arrival, CMSG_DATA(first), sizeof arrival);
    *received_ns = arrival.tv_sec * NS_PER_S + arrival.tv_nsec - real_epoch_ns;
  }
  return got;
}

static void receive(struct user *user) {
  size_t before = user->carried;
  int64_t received_ns = -1;
  memcpy(in, user->carry, before);
  ssize_t got = kernel_times ? read_timed(user->fd, in + before, READ_BYTES, &received_ns)
                             : read(user->fd, in + before, READ_BYTES);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) die("user %d: the connection is gone: %s", user->number, got < 0 ? strerror(errno) : "end of stream");
  reads++;
  size_t length = before + (size_t) got;
  size_t taken = take_frames(user, in, length, received_ns < 0 ? now_ns() : received_ns);
  user->carried = 0;
  if (taken < length) keep(user, in + taken, length - taken);
}

/* ---- joining: one user after the other, blocking, so that an answer is all that can arrive ---- */

static void await_answer(struct user *user, const char *wanted, const char *end, const char *what) {
  char answer[2048];
  size_t length = 0;
  do {
    ssize_t got = read(user->fd, answer + length, sizeof answer - 1 - length);
    if (got <= 0) die("user %d: no answer to the %s", user->number, what);
    length += (size_t) got;
    answer[length] = '\0';
  } while (strstr(answer, end) == NULL);
  if (strstr(answer, wanted) == NULL) die("user %d: the %s was answered with: %s", user->number, what, answer);
}

static void connect_socket(struct user *user) {
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t) port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct timeval patience = {.tv_sec = 10};
  int on = 1, times = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
  user->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (user->fd < 0) die("user %d: no socket: %s", user->number, strerror(errno));
  setsockopt(user->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(user->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (kernel_times) setsockopt(user->fd, SOL_SOCKET, SO_TIMESTAMPING, &times, sizeof times);
  if (connect(user->fd, (struct sockaddr *) &address, sizeof address) < 0) {
    die("user %d: cannot connect: %s", user->number, strerror(errno));
  }
}

static void join(struct user *user) {
  connect_socket(user);
  char text[512];
  int length = sprintf(text,
      "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n", port);
  write_all(user, text, (size_t) length);
  await_answer(user, " 101 ", "\r\n\r\n", "handshake");
  length = sprintf(text, "{\"type\":\"join\",\"boardId\":\"b%d\",\"userId\":\"u%d\"}", board_of(user), user->number);
  write_frame(user, TEXT, text, (size_t) length);
  await_answer(user, "\"joined\"", "}", "join");
  fcntl(user->fd, F_SETFL, O_NONBLOCK);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = user};
  if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, user->fd, &event) < 0) {
    die("user %d: epoll_ctl: %s", user->number, strerror(errno));
  }
}

/* ---- the load ---- */

static void wait_and_receive(int64_t until_ns) {
  struct epoll_event events[EVENTS];
  int64_t left_ns = until_ns - now_ns();
  if (left_ns < 0) left_ns = 0;
  struct timespec timeout = {.tv_sec = left_ns / NS_PER_S, .tv_nsec = left_ns % NS_PER_S};
  int ready = epoll_pwait2(epoll_fd, events, EVENTS, &timeout, NULL);
  if (ready < 0 && errno != EINTR) die("epoll_pwait2: %s", strerror(errno));
  for (int i = 0; i < ready; i++) {
    receive(events[i].data.ptr);
  }
}

/* Message n of all users together is due at n times the interval, and its sender is n % users. */
static int64_t due_ns(int64_t n) {
  return (int64_t) ((double) n * NS_PER_S / (users * rate));
}

static void load(struct rusage *before, struct rusage *after, double *seconds) {
  int64_t next = 0, due = 0, started_ns = -1;
  while (due < end_ns || now_ns() < end_ns) {
    wait_and_receive(due < end_ns ? due : end_ns);
    while (due < end_ns && due <= now_ns()) {
      if (started_ns < 0 && due >= hold_start_ns) {
        getrusage(RUSAGE_SELF, before);
        started_ns = now_ns();
        reads = frames = 0;
      }
      send_stroke(&all[next % users], due);
      due = due_ns(++next);
    }
  }
  getrusage(RUSAGE_SELF, after);
  *seconds = (double) (now_ns() - started_ns) / NS_PER_S;
}

static void drain(void) {
  uint64_t before = deliveries;
  int64_t deadline_ns = now_ns() + DRAIN_NS;
  while (deliveries < expected && now_ns() < deadline_ns) {
    wait_and_receive(deadline_ns);
    if (deliveries > before) deadline_ns = now_ns() + DRAIN_NS;
    before = deliveries;
  }
}

static double seconds_between(struct timeval from, struct timeval to) {
  return (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_usec - from.tv_usec) / 1e6;
}

static void report(const struct rusage *before, const struct rusage *after, double seconds, double frames_per_read) {
  double user_pct = 100 * seconds_between(before->ru_utime, after->ru_utime) / seconds;
  double sys_pct = 100 * seconds_between(before->ru_stime, after->ru_stime) / seconds;
  struct rusage whole;
  getrusage(RUSAGE_SELF, &whole);
  printf("{\"sent\":%" PRIu64 ",\"expected\":%" PRIu64 ",\"deliveries\":%" PRIu64 ",\"lost\":%" PRId64, sent, expected,
         deliveries, (int64_t) (expected - deliveries));
  printf(",\"seconds\":%.3f,\"cpu_pct\":%.2f,\"user_pct\":%.2f,\"sys_pct\":%.2f", seconds, user_pct + sys_pct,
         user_pct, sys_pct);
  printf(",\"max_rss_kib\":%ld,\"frames_per_read\":%.2f", whole.ru_maxrss, frames_per_read);
  printf(",\"rtt_p50_us\":%.1f,\"rtt_p99_us\":%.1f}\n", percentile_us(&rtt, 50), percentile_us(&rtt, 99));
}

static double argument(const char *text, const char *name, double least, double most) {
  char *end;
  double value = strtod(text, &end);
  if (*text == '\0' || *end != '\0' || !(value >= least && value <= most)) {
    fprintf(stderr, "epoll_client: %s must be from %g to %g, was \"%s\"\n", name, least, most, text);
    exit(2);
  }
  return value;
}

static void read_arguments(int count, char **arguments) {
  kernel_times = count == 9 && strcmp(arguments[8], "kernel-times") == 0;
  if (count != 8 && !kernel_times) {
    fputs("usage: epoll_client USERS BOARDS RATE PAYLOAD WARM_UP_S HOLD_S PORT [kernel-times]\n", stderr);
    exit(2);
  }
  users = (int) argument(arguments[1], "USERS", 1, 1e6);
  boards = (int) argument(arguments[2], "BOARDS", 1, 1e6);
  rate = argument(arguments[3], "RATE", 1e-3, 1e6);
  payload_bytes = (int) argument(arguments[4], "PAYLOAD", LEAST_PAYLOAD_BYTES, FRAME_BYTES - 1);
  warm_up_s = argument(arguments[5], "WARM_UP_S", 0, 1e6);
  hold_s = argument(arguments[6], "HOLD_S", 1e-3, 1e6);
  port = (int) argument(arguments[7], "PORT", 1, 65535);
}

int main(int count, char **arguments) {
  read_arguments(count, arguments);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  all = calloc((size_t) users, sizeof *all);
  epoll_fd = epoll_create1(EPOLL_CLOEXEC);
  if (all == NULL || epoll_fd < 0) die("cannot begin: %s", strerror(errno));
  for (int i = 0; i < users; i++) {
    all[i].number = i;
    join(&all[i]);
  }
  epoch_ns = clock_ns(CLOCK_MONOTONIC);
  real_epoch_ns = clock_ns(CLOCK_REALTIME);
  hold_start_ns = (int64_t) (warm_up_s * NS_PER_S);
  end_ns = hold_start_ns + (int64_t) (hold_s * NS_PER_S);
  struct rusage before, after;
  double seconds;
  load(&before, &after, &seconds);
  double frames_per_read = reads == 0 ? 0 : (double) frames / (double) reads;
  drain();
  report(&before, &after, seconds, frames_per_read);
  return 0;
}
