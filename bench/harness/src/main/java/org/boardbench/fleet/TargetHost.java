package org.boardbench.fleet;

import java.util.Map;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;

/** Another machine on which targets are started. Used by the thread that runs the trials. */
public interface TargetHost {
  /** How results call it. */
  String name();

  /**
   * Builds a target there, of the same sources as here.
   *
   * @param manifest of this machine's checkout
   * @param here finds the sources of that
   * @throws LaunchException when it cannot be built there, or is another one
   */
  Prepared prepare(Variant variant, TargetManifest manifest, HostEnvironment here)
      throws LaunchException, InterruptedException;

  /** Starts what has been prepared. */
  Launcher launcher(Variant variant, TargetManifest manifest, HostEnvironment here);

  /**
   * What is known of a target there.
   *
   * @param versions of what it is made of
   * @param environment of its server
   */
  record Prepared(Map<String, String> versions, Map<String, String> environment) {
    public Prepared {
      versions = Map.copyOf(versions);
      environment = Map.copyOf(environment);
    }
  }
}
