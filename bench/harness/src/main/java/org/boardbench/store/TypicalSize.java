package org.boardbench.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.Stamp;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * How large a typical message of a class is, and what compression would make of it. Of a scenario
 * it is computed once, from messages at the beginning of its schedule.
 *
 * @param bytes the median of their sizes
 * @param deflatedBytes the payload of a frame with that message alone under permessage-deflate (RFC
 *     7692), the compressor at its default level and without context
 */
record TypicalSize(int bytes, int deflatedBytes) {
  private static final int USERS = 100;
  private static final int MESSAGES = 50;

  /** The seed of no run: what is typical does not depend on one. */
  private static final long SEED = 1;

  /** Of any message in the midst of a run: a minute after its start, in ns. */
  private static final long NS = 60_000_123_456L;

  /** An empty block's bytes, which end a flush and are left out of a frame (RFC 7692, 7.2.1). */
  private static final int LEFT_OUT = 4;

  /** Of the classes that the users of a scenario send. */
  static Map<MessageClass, TypicalSize> of(Scenario scenario) {
    Map<MessageClass, List<Integer>> sizes = new EnumMap<>(MessageClass.class);
    Schedule schedule = scenario.schedule(USERS, 0, SEED, 1);
    for (int user = 0; user < USERS; user++) {
      ScheduleCursor messages = schedule.messages(user);
      for (int n = 0; n < MESSAGES; n++) {
        sizes
            .computeIfAbsent(messages.messageClass(), _ -> new ArrayList<>())
            .add(messages.bytes());
        messages.advance();
      }
    }
    Map<MessageClass, TypicalSize> typical = new EnumMap<>(MessageClass.class);
    sizes.forEach((one, all) -> typical.put(one, ofBytes(one, median(all))));
    return typical;
  }

  private static int median(List<Integer> sizes) {
    Collections.sort(sizes);
    return sizes.get(sizes.size() / 2);
  }

  private static TypicalSize ofBytes(MessageClass messageClass, int bytes) {
    Stamp stamp =
        new Stamp()
            .write(17, 123, new Phase(Phase.Kind.HOLD, 1), messageClass.number(), NS, NS + 1_000);
    String text = new StrokePayload(bytes).json(new UserIdentity(17, 7), stamp);
    return new TypicalSize(bytes, deflated(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static int deflated(byte[] text) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(text);
      byte[] room = new byte[2 * text.length + 64]; // what cannot be compressed grows a little
      return deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH) - LEFT_OUT;
    } finally {
      deflater.end();
    }
  }
}
