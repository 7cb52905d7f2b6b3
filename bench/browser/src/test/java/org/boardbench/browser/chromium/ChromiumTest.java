package org.boardbench.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
  private static final String REMEDY =
      ": install Chromium (Debian: apt-get install chromium), or name its program by"
          + " BOARDBENCH_CHROMIUM";

  @TempDir private Path folder;

  @Test
  void theFirstOnThePathIsTaken() throws Exception {
    Path program = program("chromium", "Chromium 156.0.8078.108 built on Debian GNU/Linux 13");

    assertThat(Chromium.find(Optional.empty(), host()))
        .isEqualTo(new Chromium(program, "156.0.8078.108"));
  }

  @Test
  void oneThatIsNamedIsTakenInItsPlace() throws Exception {
    program("chromium", "Chromium 156.0.8078.108");
    Path other = program("mine", "Google Chrome 160.1.2.3");

    assertThat(Chromium.find(Optional.of(other.toString()), host()).version())
        .isEqualTo("160.1.2.3");
  }

  @Test
  void whereThereIsNoneOneLineSaysWhatToDo() {
    assertThatThrownBy(() -> Chromium.find(Optional.empty(), host()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "chromium: 140 or newer is needed for a whiteboard in a browser, found none" + REMEDY);
    assertThatThrownBy(() -> Chromium.find(Optional.of("/nowhere/chromium"), host()))
        .hasMessageContaining("found nothing to run at /nowhere/chromium" + REMEDY);
  }

  @Test
  void oneThatIsTooOldIsNamedWithItsVersion() throws Exception {
    Path program = program("chromium", "Chromium 99.0.1.2");

    assertThatThrownBy(() -> Chromium.find(Optional.empty(), host()))
        .hasMessageContaining("found 99.0.1.2 at " + program + REMEDY);
  }

  @Test
  void oneThatTellsNoVersionIsNone() throws Exception {
    program("chromium", "cannot open display");

    assertThatThrownBy(() -> Chromium.find(Optional.empty(), host()))
        .hasMessageContaining("which does not tell its version");
  }

  private HostEnvironment host() {
    return HostEnvironment.of(
        folder, folder, Map.of("PATH", folder + ":/usr/bin-that-is-not-there"));
  }

  private Path program(String name, String says) throws IOException {
    Path program = folder.resolve(name);
    Files.writeString(program, "#!/bin/sh\necho '" + says + "'\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
