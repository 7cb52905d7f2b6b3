package org.boardbench.fleet.wire;

/** What coordinator and agent say of the target on the agent's machine, as bytes. */
final class TargetCodec {
  private TargetCodec() {}

  static void write(WireWriter to, ToAgent.OfTarget message) {
    switch (message) {
      case ToAgent.Prepare prepare -> prepare(to.tag(0), prepare);
      case ToAgent.Launch launch -> {
        prepare(to.tag(1), launch.prepared());
        to.number(launch.readyNs()).number(launch.stopNs());
      }
      case ToAgent.Watch watch -> Messages.clock(to.tag(2), watch.clock());
      case ToAgent.Sample _ -> to.tag(3);
      case ToAgent.Stop _ -> to.tag(4);
    }
  }

  static ToAgent.OfTarget toAgent(WireReader from) {
    return switch (from.tag()) {
      case 0 -> prepare(from);
      case 1 -> new ToAgent.Launch(prepare(from), from.longNumber(), from.longNumber());
      case 2 -> new ToAgent.Watch(Messages.clock(from));
      case 3 -> new ToAgent.Sample();
      case 4 -> new ToAgent.Stop();
      default -> throw new WireException("a message of a target of no known kind");
    };
  }

  private static void prepare(WireWriter to, ToAgent.Prepare of) {
    to.text(of.variant()).text(of.sources());
  }

  private static ToAgent.Prepare prepare(WireReader from) {
    return new ToAgent.Prepare(from.text(), from.text());
  }

  static void write(WireWriter to, ToCoordinator.OfTarget message) {
    switch (message) {
      case ToCoordinator.Prepared of ->
          to.tag(0).map(of.versions(), to::text).map(of.environment(), to::text);
      case ToCoordinator.Launched of ->
          to.tag(1).list(of.ports(), port -> to.number(port.intValue()));
      case ToCoordinator.Sampled of ->
          ResourceCodec.write(to.tag(2).flag(of.isAsked()), of.snapshot());
      case ToCoordinator.Ended of -> to.tag(3).text(of.how()).list(of.lastLines(), to::text);
      case ToCoordinator.Stopped of -> to.tag(4).bytes(of.log());
      case ToCoordinator.Unable of -> to.tag(5).text(of.reason());
    }
  }

  static ToCoordinator.OfTarget toCoordinator(WireReader from) {
    return switch (from.tag()) {
      case 0 -> new ToCoordinator.Prepared(from.map(from::text), from.map(from::text));
      case 1 -> new ToCoordinator.Launched(from.list(from::number));
      case 2 -> new ToCoordinator.Sampled(from.flag(), ResourceCodec.read(from));
      case 3 -> new ToCoordinator.Ended(from.text(), from.list(from::text));
      case 4 -> new ToCoordinator.Stopped(from.fixedBytes());
      case 5 -> new ToCoordinator.Unable(from.text());
      default -> throw new WireException("a message of a target of no known kind");
    };
  }
}
