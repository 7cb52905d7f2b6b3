package org.boardbench.target;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.boardbench.target.cgroup.Cgroup;

/** Starts the programs of a target as processes of this machine, in the target's folder. */
final class ProcessStarter implements ProgramStarter {
  private final TargetManifest manifest;
  private final HostEnvironment servers;
  private final HostEnvironment companions;
  private final ProcessSet processes;

  /**
   * @param servers the environment of the target's own program, {@code companions} that of others
   */
  ProcessStarter(
      TargetManifest manifest,
      HostEnvironment servers,
      HostEnvironment companions,
      ProcessSet processes) {
    this.manifest = manifest;
    this.servers = servers;
    this.companions = companions;
    this.processes = processes;
  }

  @Override
  public Map<String, String> places(String component) {
    return Map.of(
        Placeholders.FOLDER, manifest.folder().toString(),
        Placeholders.JDK, servers.jdk().toString());
  }

  @Override
  public Program start(Spec spec) throws IOException {
    HostEnvironment host = spec.component().equals(RunningTarget.SERVER) ? servers : companions;
    Map<String, String> variables = new HashMap<>(host.variables());
    variables.putAll(spec.environment());
    ProcessTree tree =
        processes.start(
            new ProcessTree.Command(
                spec.name(),
                host.command(spec.words()),
                manifest.folder(),
                variables,
                spec.log(),
                spec.stopDeadline()));
    return new OwnTree(tree, processes);
  }

  /** A tree that the set forgets once it is stopped. */
  private record OwnTree(ProcessTree tree, ProcessSet processes) implements Program {
    @Override
    public String name() {
      return tree.name();
    }

    @Override
    public long pid() {
      return tree.pid();
    }

    @Override
    public Optional<Cgroup> group() {
      return tree.group();
    }

    @Override
    public boolean isAlive() {
      return tree.isAlive();
    }

    @Override
    public Optional<String> ending() {
      return tree.ending();
    }

    @Override
    public void stop() {
      processes.stop(tree);
    }
  }
}
