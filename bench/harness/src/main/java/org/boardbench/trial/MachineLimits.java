package org.boardbench.trial;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.core.KernelSetting;
import org.boardbench.driver.io.LocalPorts;
import org.boardbench.driver.io.SourceAddresses;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.StageSpec;

/**
 * What this machine lets one process have that each user takes one of.
 *
 * @param openFiles most files that a process may have open; the JVM has raised it to the hard limit
 *     already, and servers inherit it
 * @param openNow files that this process has open
 * @param ports local ports for connections from one address to another
 * @param backlog most connections that wait for a server of this machine to accept them
 */
record MachineLimits(long openFiles, long openNow, long ports, long backlog) {
  private static final String BACKLOG = "net.core.somaxconn";

  /** Logs, results and the pipes of a server. */
  private static final int OTHER_FILES = 64;

  /** A user's own, and both ends of what a relay opens for it. */
  private static final int FILES_OF_A_RELAYED_USER = 3;

  /** What cannot be found out limits nothing here. */
  static MachineLimits here() {
    long ports = LocalPorts.count();
    long backlog = KernelSetting.number(BACKLOG, 0, Long.MAX_VALUE);
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? new MachineLimits(
            unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount(), ports, backlog)
        : new MachineLimits(Long.MAX_VALUE, 0, ports, backlog);
  }

  /**
   * What a plan asks of this machine that it does not have.
   *
   * @param problems why it cannot be run; empty when it can
   * @param warning when more users of a stage connect in a second than may wait to be accepted
   */
  record Check(List<Problem> problems, Optional<String> warning) {
    Check {
      problems = List.copyOf(problems);
    }
  }

  /** Looks an external server's host up once, and only where it matters which machine that is. */
  Check check(ExperimentPlan plan) {
    int burst = burst(plan);
    boolean matters = plan.maxUsers() > ports || burst > backlog;
    boolean onLoopback = matters && isOnLoopback(plan);
    boolean isRelayed = plan.slowSides().contains(FaultSpec.DRIVER);
    return new Check(
        problems(plan.maxUsers(), isRelayed, onLoopback),
        burst > backlog && onLoopback ? Optional.of(warning(burst)) : Optional.empty());
  }

  private List<Problem> problems(int users, boolean isRelayed, boolean onLoopback) {
    List<Problem> problems = new ArrayList<>();
    long files = (isRelayed ? FILES_OF_A_RELAYED_USER : 1L) * users + openNow + OTHER_FILES;
    if (files > openFiles) {
      problems.add(
          new Problem(
              "users",
              String.format(
                  Locale.ROOT,
                  "%d need about %d open files, the limit is %d; raise it (ulimit -n %d) or take fewer",
                  users,
                  files,
                  openFiles,
                  files)));
    }
    if (users > ports && isRelayed) {
      problems.add(tooFewPorts(users, ", and the relay of a slow network has no other address"));
    } else if (users > ports && !onLoopback) {
      problems.add(tooFewPorts(users, "; only to a server at 127.0.0.1 they have more"));
    } else if (users > ports && users > SourceAddresses.most(ports)) {
      problems.add(tooFewPorts(users, ", and too few with all addresses of 127.0.0.0/24"));
    }
    return problems;
  }

  private Problem tooFewPorts(int users, String where) {
    return new Problem(
        "users",
        String.format(
            Locale.ROOT,
            "%d need as many local ports, %s has %d%s; widen it (sysctl) or take fewer",
            users,
            LocalPorts.SETTING,
            ports,
            where));
  }

  private String warning(int burst) {
    return String.format(
        Locale.ROOT,
        "Note: %d users connect within a second, and this machine lets %d wait until a server"
            + " accepts them (%s): others try again a second later; raise it"
            + " (sysctl -w %s=%d) or take a longer ramp",
        burst,
        backlog,
        BACKLOG,
        BACKLOG,
        burst);
  }

  private static int burst(ExperimentPlan plan) {
    double most = 0;
    int joined = 0;
    for (StageSpec stage : plan.allStages().toList()) {
      double seconds = Math.max(1, stage.ramp().toMillis() / 1e3);
      most = Math.max(most, (stage.users() - joined) / seconds);
      joined = stage.users();
    }
    return (int) Math.ceil(most);
  }

  /** Servers that are started here listen at 127.0.0.1. */
  private static boolean isOnLoopback(ExperimentPlan plan) {
    return plan.external().isEmpty() || isOnLoopback(plan.external().get().url().getHost());
  }

  private static boolean isOnLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(SourceAddresses::reach);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
