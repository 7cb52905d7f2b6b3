package org.boardbench.micro.fanout.membership;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** A set that may be changed while it is gone through. */
final class SetMembership implements Membership {
  private final Set<Sink> members;

  private SetMembership(Set<Sink> members) {
    this.members = members;
  }

  static SetMembership copyOnWrite() {
    return new SetMembership(new CopyOnWriteArraySet<>());
  }

  static SetMembership concurrent() {
    return new SetMembership(ConcurrentHashMap.newKeySet());
  }

  @Override
  public void join(Sink member) {
    members.add(member);
  }

  @Override
  public void leave(Sink member) {
    members.remove(member);
  }

  @Override
  public void publish(Message message) {
    for (Sink member : members) {
      member.accept(message);
    }
  }
}
