package org.boardbench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedVariablesTest {
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
    assertThat(AllowedVariables.forServers(Map.of(name, "3", "HOME", "/home/u")))
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
        HostEnvironment.of(Path.of("/project"), Path.of("/jdk"), inherited).variables();

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
        "NPM_TOKEN",
        "GOPROXY"
      })
  void aBuildReachesItsRegistry(String name) {
    assertThat(AllowedVariables.forBuilds(Map.of(name, "x"))).containsEntry(name, "x");
  }

  @Test
  void aBuildGetsBackTheOptionsThatTheMeasuringJvmWasSparedAndNothingElse() {
    assertThat(
            AllowedVariables.forBuilds(
                Map.of(
                    "BOARDBENCH_BUILD_JAVA_OPTIONS", "-Djavax.net.ssl.trustStore=/t",
                    "NODE_OPTIONS", "--inspect",
                    "LD_PRELOAD", "/x.so",
                    "WEB_CONCURRENCY", "3")))
        .containsEntry("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.trustStore=/t")
        .containsOnlyKeys("JAVA_TOOL_OPTIONS", "LANG", "LC_ALL");
  }

  @Test
  void dockersClientFindsItsEngine() {
    assertThat(
            AllowedVariables.forDocker(
                Map.of("DOCKER_HOST", "tcp://h", "XDG_RUNTIME_DIR", "/r", "NODE_OPTIONS", "x")))
        .containsOnlyKeys("DOCKER_HOST", "XDG_RUNTIME_DIR", "LANG", "LC_ALL");
  }

  @Test
  void onlyWhatSteersAPackageManagerMakesABuildAnother() {
    assertThat(
            AllowedVariables.deciding(
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
}
