package org.boardbench.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Delivers one by one, and wrong where the schedule says so. */
final class FaultyDelivery implements Delivery {
  private record Pair(Connection sender, Connection receiver) {}

  private static final byte[] PING =
      ServerFrames.frame(ServerFrames.FINAL | ServerFrames.PING, new byte[] {'!'});

  private final FaultScript script;
  private final FaultSchedule schedule;
  private final Tally tally;
  private final Map<String, Board> boards;
  private final ServerLoop loop;
  private final DelayLine delayed;
  private final BatchLine batches;
  private final Map<Pair, Message> heldBack = new HashMap<>();
  private boolean stallComes;

  FaultyDelivery(
      FaultScript script,
      FaultSchedule schedule,
      Tally tally,
      Map<String, Board> boards,
      ServerLoop loop) {
    this.script = script;
    this.schedule = schedule;
    this.tally = tally;
    this.boards = boards;
    this.loop = loop;
    this.delayed = new DelayLine(script.delay().toNanos());
    this.batches = new BatchLine(loop);
    this.stallComes = script.faults().get(Fault.STALL) instanceof When.Once;
  }

  @Override
  public void joined() {
    if (stallComes && script.faults().get(Fault.STALL) instanceof When.Once(var after)) {
      stallComes = false;
      loop.after(after.toNanos(), this::stall);
    }
  }

  private void stall() {
    schedule.happened(Fault.STALL);
    loop.sleep(script.stall());
  }

  @Override
  public void publish(
      Board board,
      Connection sender,
      char messageClass,
      byte[] bytes,
      int from,
      int length,
      long readNs) {
    Message message =
        new Message(
            board, sender, messageClass, Arrays.copyOfRange(bytes, from, from + length), readNs);
    for (Connection receiver : board.snapshot()) {
      if (receiver.isOpen()) {
        deliver(message, receiver);
      }
    }
  }

  private void deliver(Message message, Connection receiver) {
    Fault fault =
        schedule.atDelivery(tally.deliveries(1, message.messageClass()), message.readNs());
    if (fault == null) {
      sendInOrder(message, receiver);
    } else if (fault == Fault.SWAP) {
      holdBack(message, receiver);
    } else if (wrong(fault, message, receiver)) {
      schedule.happened(fault, message.messageClass());
      tally.made(fault.deliveries(), message.messageClass());
    } else {
      sendInOrder(message, receiver);
    }
  }

  /** Does what the fault says; returns false, and does nothing, where it cannot. */
  private boolean wrong(Fault fault, Message message, Connection receiver) {
    byte[] frame = message.frame();
    switch (fault) {
      case DROP -> {}
      case DUPLICATE -> sendBoth(receiver, frame, frame);
      case MISROUTE -> {
        return misroute(message, receiver);
      }
      case CORRUPT -> {
        return corrupt(message, receiver);
      }
      case DELAY -> delayed.add(receiver, frame, message.readNs());
      case RESERIALIZE ->
          receiver.send(ServerFrames.text(WrongFrames.reserialized(message.text())));
      case FRAGMENT -> receiver.send(ServerFrames.fragments(message.payload()));
      case PING -> sendBoth(receiver, PING, frame);
      case TRICKLE -> receiver.trickle(frame);
      case ERROR -> sendWithError(message, receiver);
      case NEW_ERROR -> sendBoth(receiver, Answers.newError(tally.deliveries() + 1), frame);
      case BATCH -> batches.add(receiver, message.payload());
      case CUT -> receiver.cutOff();
      case CUT_ALL -> loop.cutAll();
      case STALL -> {
        loop.sleep(script.stall());
        receiver.send(frame);
      }
      default -> receiver.send(WrongFrames.broken(fault));
    }
    return true;
  }

  private static void sendBoth(Connection receiver, byte[] first, byte[] second) {
    receiver.send(first);
    receiver.send(second);
  }

  private void sendWithError(Message message, Connection receiver) {
    if (batches.waitsFor(receiver)) {
      batches.add(receiver, Answers.errorText("out of ink").getBytes(StandardCharsets.UTF_8));
      batches.add(receiver, message.payload());
    } else {
      sendBoth(receiver, Answers.error("out of ink"), message.frame());
    }
  }

  private boolean misroute(Message message, Connection receiver) {
    for (Board other : boards.values()) {
      for (int i = 0; i < other.size(); i++) {
        if (!message.board().contains(other.member(i))) {
          receiver.send(message.frame());
          other.member(i).send(message.frame());
          return true;
        }
      }
    }
    return false;
  }

  private static boolean corrupt(Message message, Connection receiver) {
    String text = message.text();
    String corrupted = WrongFrames.corrupted(text);
    if (corrupted.equals(text)) {
      return false;
    }
    receiver.send(ServerFrames.text(corrupted));
    return true;
  }

  /** A message that is held back comes right after this one. */
  private void sendInOrder(Message message, Connection receiver) {
    if (batches.waitsFor(receiver)) {
      batches.add(receiver, message.payload());
    } else {
      receiver.send(message.frame());
    }
    tally.made(1, message.messageClass());
    Message held = heldBack.remove(new Pair(message.sender(), receiver));
    if (held != null) {
      receiver.send(held.frame());
      tally.made(1, held.messageClass());
      schedule.happened(Fault.SWAP, held.messageClass());
    }
  }

  private void holdBack(Message message, Connection receiver) {
    Pair pair = new Pair(message.sender(), receiver);
    if (heldBack.containsKey(pair)) {
      sendInOrder(message, receiver);
      return;
    }
    heldBack.put(pair, message);
    loop.after(
        script.swapLimit().toNanos(),
        () -> {
          if (heldBack.remove(pair, message)) {
            receiver.send(message.frame());
            tally.made(1, message.messageClass());
          }
        });
  }

  @Override
  public void left(Connection connection) {
    heldBack.keySet().removeIf(pair -> pair.receiver() == connection);
    batches.left(connection);
  }

  @Override
  public long nextNs() {
    return delayed.nextNs();
  }

  @Override
  public void endIteration() {
    delayed.sendDue(loop.clock(), tally);
  }
}
