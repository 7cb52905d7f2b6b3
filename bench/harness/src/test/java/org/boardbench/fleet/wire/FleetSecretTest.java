package org.boardbench.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetSecretTest {
  @TempDir private Path folder;

  private Path file(String content, String permissions) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void theBlanksAroundItBelongToTheFile() throws Exception {
    FleetSecret read = FleetSecret.read(file(" 0123456789abcdef\n", "rw-------"));

    assertThat(read.joinToken()).isEqualTo(FleetSecret.of("0123456789abcdef").joinToken());
    assertThat(read.joinToken()).isNotEqualTo(FleetSecret.of("0123456789abcdeF").joinToken());
    assertThat(read.joinToken()).doesNotContain("0123456789abcdef");
  }

  @Test
  void oneThatOthersCanReadIsNone() throws Exception {
    Path file = file("0123456789abcdef", "rw-r-----");

    assertThatThrownBy(() -> FleetSecret.read(file))
        .hasMessage("--secret-file: must be its owner's alone (chmod 600 " + file + ")");
  }

  @Test
  void bytesThatAreNoTextAreNone() throws Exception {
    Path file = file("", "rw-------");
    Files.write(file, new byte[] {(byte) 0xc3, 0x28, (byte) 0xff, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

    assertThatThrownBy(() -> FleetSecret.read(file))
        .hasMessage(
            "--secret-file: must be text (head -c 32 /dev/urandom | base64), was bytes in " + file);
  }

  @Test
  void oneThatIsTooShortOrNotThereIsNone() throws Exception {
    Path tooShort = file("0123456789abcde\n", "rw-------");

    assertThatThrownBy(() -> FleetSecret.read(tooShort)).hasMessageContaining("at least 16 bytes");
    assertThatThrownBy(() -> FleetSecret.read(folder))
        .hasMessage("--secret-file: must be a file, was " + folder);
  }
}
