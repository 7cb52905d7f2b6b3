package org.boardbench.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A program that must be on this machine before a target can be built or started. */
public enum Tool {
  JAVA("install a JDK, e.g. Eclipse Temurin from https://adoptium.net, and set JAVA_HOME"),
  MAVEN("install Apache Maven (Debian: apt-get install maven)"),
  NODE("install nodejs and npm (Debian: apt-get install nodejs npm)"),
  NPM("install npm (Debian: apt-get install npm)"),
  PYTHON("install Python with its venv module (Debian: apt-get install python3 python3-venv)");

  private final String remedy;

  Tool(String remedy) {
    this.remedy = remedy;
  }

  /** What a user does who lacks it. */
  String remedy() {
    return remedy;
  }

  /** The name in manifests. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Tool> ofKey(String key) {
    return Arrays.stream(values()).filter(tool -> tool.key().equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(Tool::key).collect(Collectors.joining(", "));
  }

  /** The version that the target's commands would find; empty when there is none that works. */
  Optional<ToolVersion> find(HostEnvironment host) throws InterruptedException {
    return CommandRun.of(versionCommand(), host.root(), host.variables())
        .filter(CommandRun::succeeded)
        .flatMap(ToolVersion::find);
  }

  private List<String> versionCommand() {
    return switch (this) {
      case JAVA -> List.of("java", "-version");
      case MAVEN -> List.of("mvn", "--version");
      case NODE -> List.of("node", "--version");
      case NPM -> List.of("npm", "--version");
      case PYTHON ->
          List.of(
              "python3",
              "-c",
              "import ensurepip, venv, platform; print(platform.python_version())");
    };
  }
}
