package org.boardbench.cli;

import org.boardbench.core.ThisProgram;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"boardbench " + ThisProgram.version()};
  }
}
