package org.boardbench.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.boardbench.input.InputException;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedVariablesTest {
  /** Of all tools that this project's targets share. */
  private static final AllowedVariables TOOLS = tools();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEB_CONCURRENCY",
        "NODE_OPTIONS",
        "NODE_ENV",
        "JAVA_TOOL_OPTIONS",
        "JDK_JAVA_OPTIONS",
        "_JAVA_OPTIONS",
        "PYTHONPATH",
        "PYTHONOPTIMIZE",
        "LD_PRELOAD",
        "LD_LIBRARY_PATH",
        "MAVEN_OPTS",
        "UVICORN_WORKERS",
        "UV_THREADPOOL_SIZE",
        "MALLOC_ARENA_MAX",
        "GOMAXPROCS",
        "HTTP_PROXY",
        "https_proxy",
        "SPRING_PROFILES_ACTIVE",
        "SERVER_PORT",
        "PORT",
        "CLASSPATH"
      })
  void whatAUserHasExportedReachesNoServer(String name) {
    assertThat(TOOLS.forServers(Map.of(name, "3", "HOME", "/home/u")))
        .containsOnlyKeys("HOME", "LANG", "LC_ALL");
  }

  @Test
  void aServerFindsItsHomeAndItsProgramsAndSpeaksNobodysLanguage() {
    Map<String, String> inherited =
        Map.of(
            "HOME",
            "/home/u",
            "TMPDIR",
            "/t",
            "TZ",
            "Asia/Seoul",
            "PYENV_ROOT",
            "/p",
            "LANG",
            "ar_EG.UTF-8",
            "LC_NUMERIC",
            "de_DE.UTF-8",
            "PATH",
            "/bin");

    Map<String, String> variables =
        HostEnvironment.of(Path.of("/project"), Path.of("/jdk"), inherited)
            .allowing(TOOLS)
            .variables();

    assertThat(new TreeMap<>(variables))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "HOME",
                    "/home/u",
                    "TMPDIR",
                    "/t",
                    "TZ",
                    "Asia/Seoul",
                    "PYENV_ROOT",
                    "/p",
                    "LANG",
                    "C.UTF-8",
                    "LC_ALL",
                    "C.UTF-8",
                    "JAVA_HOME",
                    "/jdk",
                    "PATH",
                    "/jdk/bin:/project/.tools/bin:/bin")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http_proxy",
        "HTTPS_PROXY",
        "no_proxy",
        "SSL_CERT_FILE",
        "NODE_EXTRA_CA_CERTS",
        "PIP_CERT",
        "PIP_INDEX_URL",
        "npm_config_registry",
        "NPM_CONFIG_CAFILE",
        "MAVEN_OPTS",
        "MAVEN_ARGS",
        "JAVA_TOOL_OPTIONS",
        "NPM_TOKEN"
      })
  void aBuildReachesItsRegistry(String name) {
    assertThat(TOOLS.forBuilds(Map.of(name, "x"))).containsEntry(name, "x");
  }

  @Test
  void aBuildGetsBackTheOptionsThatTheMeasuringJvmWasSparedAndNothingElse() {
    Map<String, String> exported =
        Map.of(
            "BOARDBENCH_BUILD_JAVA_OPTIONS", "-Djavax.net.ssl.trustStore=/t",
            "NODE_OPTIONS", "--inspect",
            "LD_PRELOAD", "/x.so",
            "WEB_CONCURRENCY", "3");
    HostEnvironment host =
        HostEnvironment.of(Path.of("/project"), Path.of("/jdk"), exported).allowing(TOOLS);

    assertThat(host.forBuilds().variables())
        .containsEntry("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.trustStore=/t")
        .containsOnlyKeys("JAVA_TOOL_OPTIONS", "LANG", "LC_ALL", "JAVA_HOME", "PATH");
    assertThat(host.variables()).doesNotContainKey("JAVA_TOOL_OPTIONS");
  }

  @Test
  void aToolOfAnotherLanguageLetsThroughWhatItSays() {
    AllowedVariables go =
        AllowedVariables.GENERAL.and(
            new AllowedVariables(List.of("GOROOT"), List.of("GOPROXY"), List.of("GOFLAGS*")));
    Map<String, String> exported =
        Map.of("GOROOT", "/go", "GOPROXY", "p", "GOFLAGS", "-x", "GOFLAGS_TOO", "y", "GO", "z");

    assertThat(go.forServers(exported)).containsOnlyKeys("GOROOT", "LANG", "LC_ALL");
    assertThat(go.forBuilds(exported))
        .containsOnlyKeys("GOROOT", "GOPROXY", "GOFLAGS", "GOFLAGS_TOO", "LANG", "LC_ALL");
    assertThat(go.decidingBuilds(exported)).containsOnlyKeys("GOFLAGS", "GOFLAGS_TOO");
  }

  @Test
  void dockersClientFindsItsEngine() {
    assertThat(
            TOOLS.forDocker(
                Map.of("DOCKER_HOST", "tcp://h", "XDG_RUNTIME_DIR", "/r", "NODE_OPTIONS", "x")))
        .containsOnlyKeys("DOCKER_HOST", "XDG_RUNTIME_DIR", "LANG", "LC_ALL");
  }

  @Test
  void gitFindsItsSettingsAndNoRepositoryOfWhoeverCallsTheHarness() {
    assertThat(
            TOOLS.forGit(
                Map.of(
                    "XDG_CONFIG_HOME", "/c", "SUDO_UID", "1", "GIT_DIR", "/g", "GIT_TRACE", "1")))
        .containsOnlyKeys("XDG_CONFIG_HOME", "SUDO_UID", "LANG", "LC_ALL");
  }

  @Test
  void onlyWhatSteersAPackageManagerMakesABuildAnother() {
    assertThat(
            TOOLS.decidingBuilds(
                Map.of(
                    "npm_config_dry_run",
                    "true",
                    "MAVEN_ARGS",
                    "-version",
                    "MAVEN_OPTS",
                    "-Xmx1g",
                    "PIP_DRY_RUN",
                    "1",
                    "HTTP_PROXY",
                    "p")))
        .containsOnlyKeys("npm_config_dry_run", "MAVEN_ARGS", "PIP_DRY_RUN");
  }

  private static AllowedVariables tools() {
    try {
      AllowedVariables variables = AllowedVariables.GENERAL;
      for (TargetManifest manifest : manifests()) {
        variables = variables.and(manifest.variables());
      }
      return variables;
    } catch (InputException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<TargetManifest> manifests() throws InputException {
    TargetCatalog catalog = new TargetCatalog(Path.of("../.."));
    List<TargetManifest> manifests = new ArrayList<>();
    for (String name : catalog.names()) {
      manifests.add(catalog.manifest(name));
    }
    return manifests;
  }
}
