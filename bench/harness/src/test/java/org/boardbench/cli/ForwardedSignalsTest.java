package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.sut.process.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench/setup/forward.sh}, which is between make and the program. */
@Timeout(600)
class ForwardedSignalsTest {
  private static final Path SCRIPT = Path.of("../setup/forward.sh").toAbsolutePath().normalize();

  /** Ends when it is asked to, and says so before. */
  private static final String PROGRAM =
      "trap \"echo tidied up; exit 0\" TERM; echo ready; while :; do sleep 0.1; done";

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void whatEndsTheScriptEndsTheProgramInOrderFirst(String signal, int status) throws Exception {
    Process script = started(Signals.asInATerminal(script("run sh -c '" + PROGRAM + "'")));
    try (BufferedReader output = script.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("ready");

      Signals.send(signal, script);

      assertThat(output.readAllLines()).containsExactly("tidied up");
      assertThat(script.waitFor()).isEqualTo(status);
    }
  }

  @Test
  void inTheBackgroundSigintIsIgnoredAndSigtermEndsBoth() throws Exception {
    Process script = started(Signals.asInTheBackground(script("run sh -c '" + PROGRAM + "'")));
    try (BufferedReader output = script.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("ready");

      Signals.send("INT", script);
      Signals.send("TERM", script);

      assertThat(output.readAllLines()).containsExactly("tidied up");
      assertThat(script.waitFor()).isEqualTo(143);
    }
  }

  @Test
  void theProgramsOwnStatusIsTheScripts() throws Exception {
    Process script = started(script("run sh -c 'exit 3'; echo status $?"));
    try (BufferedReader output = script.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("status 3");
    }
  }

  private static List<String> script(String commands) {
    return List.of("sh", "-c", ". '" + SCRIPT + "'; " + commands);
  }

  private static Process started(List<String> command) throws Exception {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
