package org.boardbench.micro.fanout.membership;

import java.util.Arrays;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** An array that is never changed once others see it; each join and leave makes a new one. */
final class ArraySnapshot implements Membership {
  private final Object change = new Object();
  private volatile Sink[] members = {};

  @Override
  public void join(Sink member) {
    synchronized (change) {
      Sink[] present = members;
      if (Arrays.asList(present).contains(member)) {
        return;
      }
      Sink[] joined = Arrays.copyOf(present, present.length + 1);
      joined[present.length] = member;
      members = joined;
    }
  }

  @Override
  public void leave(Sink member) {
    synchronized (change) {
      Sink[] present = members;
      int place = Arrays.asList(present).indexOf(member);
      if (place < 0) {
        return;
      }
      Sink[] left = Arrays.copyOf(present, present.length - 1);
      System.arraycopy(present, place + 1, left, place, left.length - place);
      members = left;
    }
  }

  @Override
  public void publish(Message message) {
    for (Sink member : members) {
      member.accept(message);
    }
  }
}
