package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(600)
class ParametersTest {
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private static ServerSettings read(String... words) throws ParameterException {
    return Parameters.read(words, line -> {});
  }

  private int run(String... words) throws InterruptedException {
    try (PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
      return ReferenceProgram.run(words, err, err);
    }
  }

  @Test
  void nothingIsWrongByDefault() throws Exception {
    ServerSettings settings = read();

    assertThat(settings.script()).isEqualTo(FaultScript.none());
    assertThat(settings.poll()).isEqualTo(ServerSettings.Poll.WAIT);
  }

  @Test
  void everyParameterHasItsPlace() throws Exception {
    ServerSettings settings =
        read(
            "--port=9000",
            "--host=127.0.0.2",
            "--poll=spin",
            "--drop=7",
            "--swap=0",
            "--no-utf8=@5s",
            "--delay=1",
            "--delay-by=0ms",
            "--stall=@1m",
            "--stall-for=2s",
            "--swap-within=300ms");

    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.address()).isEqualTo(InetAddress.ofLiteral("127.0.0.2"));
    assertThat(settings.poll()).isEqualTo(ServerSettings.Poll.SPIN);
    assertThat(settings.script())
        .isEqualTo(
            FaultScript.every(7, Fault.DROP)
                .and(1, Fault.DELAY)
                .with(Fault.NO_UTF8, new When.Once(Duration.ofSeconds(5)))
                .with(Fault.STALL, new When.Once(Duration.ofMinutes(1)))
                .delayedBy(Duration.ZERO)
                .stalledFor(Duration.ofSeconds(2))
                .swappedWithin(Duration.ofMillis(300)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "--drop=-1; drop must be 0, a whole number K, or @ and a time such as @5s, was \"-1\"",
        "--drop=; drop must be 0, a whole number K, or @ and a time such as @5s, was \"\"",
        "--cut=@5; cut must be 0, a whole number K, or @ and a time such as @5s, was \"@5\"",
        "--cut=5s; cut must be 0, a whole number K, or @ and a time such as @5s, was \"5s\"",
        "--delay-by=50; delay-by must be a time such as 50ms, 2s or 1m, was \"50\"",
        "--stall-for=-1s; stall-for must be a time such as 50ms, 2s or 1m, was \"-1s\"",
        "--poll=busy; poll must be wait or spin, was \"busy\"",
        "--port=65536; port must be from 0 to 65535, was \"65536\"",
        "--port=x; port must be from 0 to 65535, was \"x\"",
        "--host=here; host must be an address such as 127.0.0.1, was \"here\"",
        "drop=7; parameters must be words like --name=value, was \"drop=7\""
      },
      delimiter = ';')
  void aBadValueIsOneLineAndStatus2(String word, String line) throws Exception {
    assertThat(run(word)).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo(line + System.lineSeparator());
  }

  @Test
  void anUnknownParameterIsAnsweredWithTheKnown() throws Exception {
    assertThat(run("--dorp=7")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .startsWith(
            "parameters must be among port, host, poll, history, delay-by, stall-for, swap-within, drop, ")
        .endsWith("was \"dorp\"" + System.lineSeparator());
  }

  @Test
  void aPortInUseIsOneLineAndStatus1() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("--port=" + taken.getLocalPort())).isEqualTo(1);
      assertThat(errors.toString(StandardCharsets.UTF_8))
          .startsWith("cannot listen: ")
          .hasLineCount(1);
    }
  }

  @Test
  void theManifestOffersEveryFault() throws Exception {
    String manifest = Files.readString(Path.of("target.yaml"));

    for (Fault fault : Fault.values()) {
      assertThat(manifest)
          .contains("\"--%s={%s}\"".formatted(fault.key(), fault.key()))
          .contains("\n  " + fault.key() + ": { default: 0, ");
    }
  }
}
