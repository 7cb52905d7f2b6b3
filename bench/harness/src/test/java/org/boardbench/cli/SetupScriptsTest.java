package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code bench/setup}, in environments that people have. */
@Timeout(600)
class SetupScriptsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void theDoctorReadsNoVersionOutOfOptionsOfSomebodysOwn() throws Exception {
    Result doctor =
        run(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_TOOL_OPTIONS",
                "-Dfoo=1.2.3 -XX:MaxRAMPercentage=75.0"),
            ROOT.resolve("bench/setup/doctor.sh").toString(),
            "jdk");

    assertThat(doctor).isEqualTo(new Result(0, ""));
  }

  @Test
  void nothingIsInstalledOnAMachineWhoseUserSaysNo() throws Exception {
    assertThat(install("no"))
        .isEqualTo(
            new Result(
                1,
                "Not installing no-such-package for a test, because BOARDBENCH_SETUP=no: apt-get"
                    + " install no-such-package\n"));
    assertThat(install("perhaps"))
        .isEqualTo(new Result(1, "BOARDBENCH_SETUP: must be yes or no, was \"perhaps\"\n"));
  }

  @Test
  void whatIsInstalledIsSaidFirstWithItsUseAndHowToPreventIt() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    script(bin.resolve("apt-get"), "echo \"$@\" >>" + folder.resolve("asked"));
    script(bin.resolve("id"), "echo 0");
    // Somebody's own, which stays.
    Path policy = Files.createFile(folder.resolve("policy-rc.d"));
    Path apt = folder.resolve("apt.sh");
    Files.writeString(
        apt,
        Files.readString(ROOT.resolve("bench/setup/apt.sh"))
            .replace("/usr/sbin/policy-rc.d", policy.toString()));

    Result install =
        run(
            Map.of("PATH", bin + ":" + System.getenv("PATH"), "BOARDBENCH_SETUP", "yes"),
            "sh",
            "-c",
            ". " + apt + "; install_packages 'a test' one two");

    assertThat(install)
        .isEqualTo(
            new Result(
                0,
                "Installing one two on this machine by apt-get, for a test; BOARDBENCH_SETUP=no"
                    + " prevents it\n"));
    assertThat(folder.resolve("asked"))
        .content()
        .isEqualTo("install --yes --no-install-recommends one two\n");
  }

  @Test
  void serversToolsAreSetUpAsTheirManifestsSayAndWhatIsMissingAfterThatIsNamedAndStopsNobody()
      throws Exception {
    Path project = folder.resolve("my project");
    copy(ROOT.resolve("bench/setup"), project.resolve("bench/setup"));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path asked = folder.resolve("asked");
    script(bin.resolve("apt-get"), "echo \"apt-get $*\" >>" + asked);
    script(bin.resolve("id"), "echo 0");
    script(
        bin.resolve("apt-cache"),
        "echo \"$2:\"; if [ $2 = old ]; then echo '  Candidate: 5:1.9.2~deb'; fi");
    script(folder.resolve("get-own"), "echo own script >>" + asked + "; exit 2");
    String needs =
        "there\t2\tfound\t-\tthere\ta\t-\n"
            + "own\t2\tfound\t"
            + folder.resolve("get-own")
            + "\town\ta\t-\n"
            + "gone\t2\t-\t-\tgone gone-dev\ta, b\tgone: 2 is needed\n"
            + "late\t2\tfound\t-\tlate\ta\tlate: 2 is needed\n"
            + "old\t2\t-\t-\told\ta\told: 2 is needed\n";
    Files.writeString(folder.resolve("needs"), needs);
    Path boardbench = project.resolve("bench/boardbench");
    script(boardbench, "echo \"$@\" >>" + asked + "; cat " + folder.resolve("needs"));
    Map<String, String> variables =
        Map.of("PATH", bin + ":" + System.getenv("PATH"), "BOARDBENCH_SETUP", "yes");
    String tools = project.resolve("bench/setup/tools.sh").toString();

    Result setup = run(variables, tools, "run", "quick");

    assertThat(setup)
        .isEqualTo(
            new Result(
                0,
                """
                Installing gone gone-dev on this machine by apt-get, for a, b; BOARDBENCH_SETUP=no\
                 prevents it
                gone: 2 is needed
                late: 2 is needed
                old: 2 is needed
                """));
    assertThat(asked)
        .content()
        .isEqualTo(
            """
            run quick --needs
            own script
            apt-get install --yes --no-install-recommends gone gone-dev
            run quick --needs
            """);

    Files.writeString(folder.resolve("needs"), "there\t2\tfound\t-\tthere\ta\t-\n");
    assertThat(run(variables, tools, "doctor")).isEqualTo(new Result(0, ""));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void baseImagesAreMadeWhereThePathsOfProjectAndTemporaryFilesHaveSpaces() throws Exception {
    Result images = baseImages("redis");

    assertThat(images)
        .isEqualTo(
            new Result(
                0,
                """
                Installing Debian 12 by debootstrap
                Making boardbench-base/redis:7.0-bookworm
                """));
    assertThat(folder.resolve("asked"))
        .content()
        .matches("debootstrap .* bookworm /mnt http://mirror.example\nDockerfile\ntree\n");
    assertThat(folder.resolve("temporary files")).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTargetInAnotherLanguageBringsTheRecipeOfItsBaseImageInItsFolder() throws Exception {
    Path recipes = Files.createDirectories(project().resolve("targets/mine/base-images"));
    Files.writeString(
        recipes.resolve("golang.sh"),
        """
        find_base() { what="Go $release of a test"; }
        compose() { from_debian; }
        """);

    assertThat(baseImages("golang").said()).contains("Making boardbench-base/golang:1.24-bookworm");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anImageThatNoRecipeMakesIsRefusedByNameAndPassedOverAmongAll() throws Exception {
    assertThat(baseImages("golang"))
        .isEqualTo(
            new Result(
                2,
                "base-images.sh: no recipe makes golang:1.24-bookworm here: pull it, or write"
                    + " base-images/golang.sh\n"));
    assertThat(baseImages().said())
        .contains("No recipe makes golang:1.24-bookworm here: pull it")
        .contains("Making boardbench-base/redis:7.0-bookworm");
  }

  private Path project() {
    return folder.resolve("my project");
  }

  /** With stand-ins for all that needs root, a network or an engine. */
  private Result baseImages(String... names) throws Exception {
    Path setup = project().resolve("bench/setup");
    if (!Files.exists(setup)) {
      copy(ROOT.resolve("bench/setup"), setup);
      copy(ROOT.resolve("targets/base-images"), project().resolve("targets/base-images"));
    }
    Path target = Files.createDirectories(project().resolve("targets/mine"));
    Files.writeString(target.resolve("Dockerfile"), "ARG BUILD_BASE=golang:1.24-bookworm\n");
    Files.writeString(
        target.resolve("target.yaml"), "companions: { redis: { image: redis:7.0-bookworm } }\n");
    Path temporary = Files.createDirectories(folder.resolve("temporary files"));
    Path asked = folder.resolve("asked");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    script(bin.resolve("id"), "echo 0");
    script(bin.resolve("npm"), "exit 1");
    script(bin.resolve("apt-config"), ":");
    script(bin.resolve("apt-get"), "echo 'bookworm http://mirror.example'");
    script(bin.resolve("unshare"), "shift; exec \"$@\"");
    script(bin.resolve("mount"), "mkdir -p \"$2/usr/sbin\"");
    script(bin.resolve("debootstrap"), "echo \"debootstrap $*\" >>" + asked);
    script(
        bin.resolve("docker"),
        "if [ \"$1\" = build ]; then for last; do :; done; ls \"$last\" >>" + asked + "; fi");
    List<String> words = new ArrayList<>(List.of(setup.resolve("base-images.sh").toString()));
    words.addAll(List.of(names));
    return run(
        Map.of("PATH", bin + ":" + System.getenv("PATH"), "TMPDIR", temporary.toString()),
        words.toArray(String[]::new));
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void onlyOneCommandStartsADaemon() throws Exception {
    String makefile = Files.readString(ROOT.resolve("Makefile"));

    assertThat(makefile.split("docker\\.sh start", -1)).hasSize(2);
    assertThat(makefile).contains("docker-start:").contains("\n\t@bench/setup/docker.sh start\n");
    for (String script : List.of("sweep.sh", "measured.sh", "base-images.sh", "metrics.sh")) {
      assertThat(ROOT.resolve("bench/setup").resolve(script))
          .content()
          .doesNotContain("dockerd", "docker.sh");
    }
  }

  private Result install(String setup) throws Exception {
    return run(
        Map.of("BOARDBENCH_SETUP", setup),
        "sh",
        "-c",
        ". " + ROOT.resolve("bench/setup/apt.sh") + "; install_packages 'a test' no-such-package");
  }

  private Result run(Map<String, String> variables, String... words) throws Exception {
    Path output = Files.createTempFile(folder, "output", "");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    int status = builder.start().waitFor();
    return new Result(status, Files.readString(output, StandardCharsets.UTF_8));
  }

  private static void script(Path file, String text) throws Exception {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /**
   * @param said errors included
   */
  private record Result(int status, String said) {}
}
