package org.boardbench.sut.tools;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boardbench.host.command.AllowedVariables;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;

/**
 * A program that must be on this machine before a target can be built or started, as {@code
 * targets/tools.yaml} or a target's own manifest describes it.
 *
 * @param name by which manifests require it, e.g. {@code node}
 * @param versionCommand prints its version; a tool that does not work makes it fail
 * @param install what a user does who lacks it
 * @param packages Debian's that bring it, the one that carries its version first; may be empty
 * @param setup a script that makes sure that it is there; empty when packages must do
 * @param variables of the user's environment that it needs to find its way
 */
public record Tool(
    String name,
    List<String> versionCommand,
    String install,
    List<String> packages,
    Optional<Path> setup,
    AllowedVariables variables) {
  public Tool {
    versionCommand = List.copyOf(versionCommand);
    packages = List.copyOf(packages);
  }

  /** What a user does who lacks it, with the packages where there are any. */
  String remedy() {
    return packages.isEmpty()
        ? install
        : install + " (Debian: apt-get install " + String.join(" ", packages) + ")";
  }

  /** Whether a command that begins with {@code program} is this tool. */
  public boolean isStartedAs(String program) {
    return !versionCommand.isEmpty() && versionCommand.getFirst().equals(program);
  }

  /** The version that commands in this environment find; empty when there is none that works. */
  public Optional<ToolVersion> find(HostEnvironment host) throws InterruptedException {
    return CommandRun.of(versionCommand, host.root(), host.variables())
        .filter(CommandRun::succeeded)
        .flatMap(ToolVersion::find);
  }
}
