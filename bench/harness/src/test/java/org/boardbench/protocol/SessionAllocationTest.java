package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session does for each message that goes out or comes in costs no memory. */
@Tag("optimized")
class SessionAllocationTest {
  private static final int ROUNDS = 20_000;
  private static final UserIdentity USER = new UserIdentity(1, 3);
  private static final String STAMP = "1.0.h1.5.6";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final StrokePayload payload = new StrokePayload(300);
  private final byte[] target = new byte[1_000];

  private long allocatedBy(UserSession session, byte[] frame) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      session.message(STAMP, payload.bytes(), target, 0);
      session.holdsOthers(frame, 0, frame.length);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "raw | BODY",
        "stomp | MESSAGE",
        "centrifuge | {\"push\":{\"channel\":\"board:b3\",\"pub\":{\"data\":BODY}}}",
        "phoenix | [null,null,\"board:b3\",\"message\",BODY]",
        "socketio | 42[\"stroke\",BODY]",
        "nest-ws | {\"event\":\"stroke\",\"data\":BODY}"
      })
  void ofAnyProtocol(String protocol, String frame) {
    UserSession session = Protocols.named(protocol).orElseThrow().session(USER, payload.body(USER));
    byte[] bytes =
        frame.replace("BODY", payload.json(USER, STAMP)).getBytes(StandardCharsets.UTF_8);
    allocatedBy(session, bytes);

    assertThat(allocatedBy(session, bytes)).isLessThan(ROUNDS);
  }
}
