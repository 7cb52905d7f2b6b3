package org.boardbench.sut.launch;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.OutOfMemory;
import org.boardbench.host.cgroup.OwnGroup;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;
import org.boardbench.sut.process.TrialMarker;

/** Starts the programs of a target as processes of this machine, in the target's folder. */
final class ProcessStarter implements ProgramStarter {
  private final TargetManifest manifest;
  private final ProcessPlace place;
  private final ProcessSet processes;

  ProcessStarter(TargetManifest manifest, ProcessPlace place, ProcessSet processes) {
    this.manifest = manifest;
    this.place = place;
    this.processes = processes;
  }

  @Override
  public Map<String, String> places(String component) {
    return Placeholders.places(manifest.folder(), place.servers().jdk());
  }

  @Override
  public String listensOn(String component) {
    return manifest.front().equals(component) ? place.front() : LoopbackPorts.HOST;
  }

  @Override
  public String hostForHarness(String component) {
    return listensOn(component);
  }

  @Override
  public String host(String component, int replica) {
    return listensOn(component);
  }

  @Override
  public String hostForUsers(String component, int replica) {
    return listensOn(component);
  }

  @Override
  public Program start(Spec spec) throws IOException {
    HostEnvironment host =
        (spec.component().equals(Component.SERVER) ? place.servers() : place.companions())
            .allowing(manifest.variables());
    Map<String, String> variables = new HashMap<>(host.variables());
    variables.putAll(spec.environment());
    Optional<OwnGroup> group = Optional.empty();
    if (place.groups().isPresent()) {
      String name = TrialMarker.next().folderName();
      group = Optional.of(place.groups().get().make(name, place.limits()));
    }
    ProcessTree tree =
        processes.start(
            new ProcessTree.Command(
                spec.name(),
                host.command(spec.words()),
                manifest.folder(),
                variables,
                spec.log(),
                spec.stopDeadline(),
                group));
    return new OwnTree(tree, spec.component(), group);
  }

  private record OwnTree(ProcessTree tree, String component, Optional<OwnGroup> own)
      implements Program {
    @Override
    public String name() {
      return tree.name();
    }

    @Override
    public long pid() {
      return tree.pid();
    }

    @Override
    public List<ProcStat> processes() {
      return tree.processes();
    }

    @Override
    public Optional<Cgroup> group() {
      return own.map(OwnGroup::reading);
    }

    @Override
    public boolean isAlive() {
      return tree.isAlive();
    }

    @Override
    public Optional<String> ending() {
      return tree.ending().map(plain -> killedByLimit().map(OutOfMemory::text).orElse(plain));
    }

    private Optional<OutOfMemory> killedByLimit() {
      return own.filter(group -> group.reading().usage().oomKills().orElse(0) > 0)
          .map(group -> new OutOfMemory(component, group.memoryLimitBytes()));
    }

    @Override
    public boolean terminate() {
      return tree.terminate();
    }

    @Override
    public void stop() {
      tree.stop();
    }
  }
}
