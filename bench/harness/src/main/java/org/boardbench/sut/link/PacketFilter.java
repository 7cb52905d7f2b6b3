package org.boardbench.sut.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A program of this machine that tells the kernel which packets to drop: nftables' {@code nft}, or
 * {@code iptables-restore}. What is to be dropped at a time is in a table or chain of its own, so
 * that nothing of anybody else's is touched and one deletion takes it all back.
 */
public final class PacketFilter {
  /** Not on the path of every user, and this is one that needs to be root. */
  private static final List<Path> FOLDERS =
      Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/sbin").map(Path::of).toList();

  private static final AtomicInteger LAST = new AtomicInteger();

  private final Path program;
  private final Rules rules;

  private PacketFilter(Path program, Rules rules) {
    this.program = program;
    this.rules = rules;
  }

  /**
   * The first one that can set rules here.
   *
   * @throws IOException when none can, with the reason
   */
  public static PacketFilter find() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Rules rules : Rules.values()) {
      Optional<Path> program = program(rules);
      if (program.isPresent()) {
        PacketFilter filter = new PacketFilter(program.get(), rules);
        Optional<String> complaint = filter.complaint();
        if (complaint.isEmpty()) {
          return filter;
        }
        complaints.add(rules.program() + " says: " + complaint.get());
      }
    }
    throw new IOException(
        complaints.isEmpty()
            ? "needs nft or iptables-restore to drop packets, found none: install nftables (Debian:"
                + " apt-get install nftables)"
            : "needs rules for packets, which cannot be set here: run it as root (in a"
                + " container: with NET_ADMIN); "
                + String.join("; ", complaints));
  }

  /** Why none can set rules here, with how to get there; empty where one can. */
  public static Optional<String> obstacle() {
    try {
      find();
      return Optional.empty();
    } catch (IOException none) {
      return Optional.of(none.getMessage());
    }
  }

  private static Optional<Path> program(Rules rules) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(rules.program()))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Sets rules by which nothing is dropped, and takes them back. */
  private Optional<String> complaint() {
    try (PacketDrop nothing = prepare(List.of())) {
      nothing.begin();
      nothing.end();
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /** What will drop the packets that go to these ports of 127.0.0.1 and come from them. */
  public PacketDrop prepare(List<Integer> ports) throws IOException {
    String name = name();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(rules.options());
    return PacketDrop.guarded(rules.setting(name, ports), rules.deletion(name), command);
  }

  /** Short enough for a chain, and of this harness alone. */
  private static String name() {
    return "boardbench_" + ProcessHandle.current().pid() + "_" + LAST.incrementAndGet();
  }
}
