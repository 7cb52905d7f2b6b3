package org.boardbench.fleet.wire;

import java.util.List;
import org.boardbench.account.result.BoardBooks;
import org.boardbench.account.result.StageResult;
import org.boardbench.fleet.clock.ClockMapping;
import org.boardbench.plan.model.StageSpec;

/**
 * Messages as bytes and back: a byte that tells the kind, then its values.
 *
 * <p>Reading throws a {@link WireException} for anything else.
 */
public final class Messages {
  private Messages() {}

  /** A stage's result for {@link ToCoordinator.Result}. */
  public static Bytes bytes(StageResult result) {
    WireWriter to = new WireWriter();
    ResultCodec.write(to, result);
    return Bytes.of(to.written());
  }

  /**
   * The result that these bytes are.
   *
   * @param spec what was asked for
   */
  public static StageResult result(Bytes bytes, StageSpec spec) {
    WireReader from = new WireReader(bytes.content());
    StageResult result = ResultCodec.read(from, spec);
    from.end();
    return result;
  }

  /** What an agent knows of shared boards, likewise. */
  public static Bytes bytes(BoardBooks books) {
    WireWriter to = new WireWriter();
    BooksCodec.write(to, books);
    return Bytes.of(to.written());
  }

  /** The books that these bytes are. */
  public static BoardBooks books(Bytes bytes) {
    WireReader from = new WireReader(bytes.content());
    BoardBooks books = BooksCodec.read(from);
    from.end();
    return books;
  }

  public static byte[] bytes(ToAgent message) {
    WireWriter to = new WireWriter();
    switch (message) {
      case ToAgent.Hello hello ->
          to.tag(0).bytes(hello.greeting()).text(hello.version()).text(hello.program());
      case ToAgent.WarmUp warmUp -> to.tag(1).text(warmUp.plan());
      case ToAgent.Open open -> open(to.tag(2), open);
      case ToAgent.Stage stage -> to.tag(3).number(stage.number()).text(stage.plan());
      case ToAgent.Start start -> {
        ResultCodec.phase(to.tag(4), start.phase());
        clock(to.number(start.startNs()), start.clock());
      }
      case ToAgent.Cut cut ->
          to.tag(5).number(cut.users()).number(cut.sharePct()).number(cut.seed());
      case ToAgent.Close _ -> to.tag(6);
      case ToAgent.OfTarget of -> TargetCodec.write(to.tag(7), of);
    }
    return to.written();
  }

  public static ToAgent toAgent(byte[] bytes) {
    WireReader from = new WireReader(bytes);
    ToAgent message =
        switch (from.tag()) {
          case 0 -> new ToAgent.Hello(from.fixedBytes(), from.text(), from.text());
          case 1 -> new ToAgent.WarmUp(from.text());
          case 2 -> open(from);
          case 3 -> new ToAgent.Stage(from.number(), from.text());
          case 4 -> new ToAgent.Start(ResultCodec.phase(from), from.longNumber(), clock(from));
          case 5 -> new ToAgent.Cut(from.number(), from.number(), from.longNumber());
          case 6 -> new ToAgent.Close();
          case 7 -> TargetCodec.toAgent(from);
          default -> throw new WireException("a message of no known kind");
        };
    from.end();
    return message;
  }

  private static void open(WireWriter to, ToAgent.Open open) {
    ToAgent.Server server = open.server();
    to.text(open.plan()).text(server.uri()).map(server.headers(), to::text);
    to.list(server.otherPorts(), port -> to.number(port.intValue()));
    to.text(server.protocol())
        .flag(server.trustsAll())
        .list(server.trusted(), certificate -> to.bytes(certificate));
    to.list(open.share().parts(), part -> to.number(part.intValue()));
    clock(to.number(open.share().agent()), open.clock());
  }

  private static ToAgent.Open open(WireReader from) {
    String plan = from.text();
    ToAgent.Server server =
        new ToAgent.Server(
            from.text(),
            from.map(from::text),
            from.list(from::number),
            from.text(),
            from.flag(),
            from.list(from::fixedBytes));
    List<Integer> parts = from.list(from::number);
    return new ToAgent.Open(plan, server, new ToAgent.Share(parts, from.number()), clock(from));
  }

  static void clock(WireWriter to, ClockMapping of) {
    to.number(of.ownNs()).number(of.runNs()).number(of.gain());
  }

  static ClockMapping clock(WireReader from) {
    return new ClockMapping(from.longNumber(), from.longNumber(), from.decimal());
  }

  public static byte[] bytes(ToCoordinator message) {
    WireWriter to = new WireWriter();
    switch (message) {
      case ToCoordinator.Welcome welcome ->
          to.tag(0)
              .bytes(welcome.greeting())
              .text(welcome.version())
              .text(welcome.program())
              .number(welcome.cores())
              .number(welcome.capacity())
              .text(welcome.loop())
              .text(welcome.machine());
      case ToCoordinator.Refused refused -> to.tag(1).text(refused.reason());
      case ToCoordinator.Done _ -> to.tag(2);
      case ToCoordinator.Failed failed -> to.tag(3).text(failed.reason());
      case ToCoordinator.Ready ready -> ResultCodec.phase(to.tag(4), ready.phase());
      case ToCoordinator.Stats stats -> stats(to.tag(5), stats);
      case ToCoordinator.Result result -> result(to.tag(6), result);
      case ToCoordinator.CutDone cut -> to.tag(7).number(cut.connections());
      case ToCoordinator.Opened opened -> to.tag(8).text(opened.loop());
      case ToCoordinator.OfTarget of -> TargetCodec.write(to.tag(9), of);
    }
    return to.written();
  }

  public static ToCoordinator toCoordinator(byte[] bytes) {
    WireReader from = new WireReader(bytes);
    ToCoordinator message =
        switch (from.tag()) {
          case 0 ->
              new ToCoordinator.Welcome(
                  from.fixedBytes(),
                  from.text(),
                  from.text(),
                  from.number(),
                  from.optionalLong(),
                  from.text(),
                  from.text());
          case 1 -> new ToCoordinator.Refused(from.text());
          case 2 -> new ToCoordinator.Done();
          case 3 -> new ToCoordinator.Failed(from.text());
          case 4 -> new ToCoordinator.Ready(ResultCodec.phase(from));
          case 5 ->
              new ToCoordinator.Stats(
                  from.number(),
                  from.longNumber(),
                  from.longNumber(),
                  from.longNumber(),
                  from.longNumber(),
                  from.optional(() -> SnapshotCodec.read(from)));
          case 6 ->
              new ToCoordinator.Result(
                  from.fixedBytes(),
                  new ToCoordinator.Use(
                      from.optionalDecimal(),
                      from.optionalDecimal(),
                      from.optionalDecimal(),
                      from.optionalDecimal()),
                  from.map(from::number),
                  from.optional(from::text),
                  from.optional(from::fixedBytes));
          case 7 -> new ToCoordinator.CutDone(from.number());
          case 8 -> new ToCoordinator.Opened(from.text());
          case 9 -> TargetCodec.toCoordinator(from);
          default -> throw new WireException("a message of no known kind");
        };
    from.end();
    return message;
  }

  private static void stats(WireWriter to, ToCoordinator.Stats stats) {
    to.number(stats.joined()).number(stats.outstanding()).number(stats.deliveries());
    to.number(stats.rxBytes()).number(stats.txBytes());
    to.optional(stats.stage(), snapshot -> SnapshotCodec.write(to, snapshot));
  }

  private static void result(WireWriter to, ToCoordinator.Result result) {
    ToCoordinator.Use use = result.use();
    to.bytes(result.stage()).number(use.cpuPct()).number(use.runDelayPct());
    to.number(use.stealPct()).number(use.foreignPct());
    to.map(result.errorAnswers(), times -> to.number(times.intValue()));
    to.optional(result.splitServer(), to::text);
    to.optional(result.books(), to::bytes);
  }
}
