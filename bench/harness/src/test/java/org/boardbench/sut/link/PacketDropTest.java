package org.boardbench.sut.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The guard with a program in the place of one that sets rules. */
@Timeout(300)
class PacketDropTest {
  private static PacketDrop guarded(String program) throws IOException {
    return PacketDrop.guarded("set", "delete table t", List.of("/bin/sh", "-c", program));
  }

  @Test
  void whatTheProgramRefusesIsToldWithItsWords() throws Exception {
    try (PacketDrop drop = guarded("echo not for you >&2; exit 1")) {
      assertThatThrownBy(drop::begin).isInstanceOf(IOException.class).hasMessage("not for you");
    }
  }

  @Test
  void rulesThatCannotBeTakenBackAreToldWithWhatTakesThemBack() throws Exception {
    PacketDrop drop = guarded("! grep -q delete");
    drop.begin();

    assertThatThrownBy(drop::end)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("may still be there")
        .hasMessageContaining("delete table t");
    assertThatThrownBy(drop::close).as("its close says so too").hasMessageContaining("delete");
  }

  @Test
  void whatTheProgramWarnsOfIsNoAnswer() throws Exception {
    try (PacketDrop drop = guarded("echo '# begun, but old rules are there'; cat >/dev/null")) {
      drop.begin();
      drop.end();
    }
  }

  @Test
  void ofEachPortBothDirectionsAreDropped() {
    assertThat(Rules.NFT.setting("t", List.of(7, 8)).lines())
        .hasSize(6)
        .filteredOn(line -> line.endsWith("drop"))
        .containsExactly(
            "add rule ip t parted iifname \"lo\" tcp dport 7 drop",
            "add rule ip t parted iifname \"lo\" tcp sport 7 drop",
            "add rule ip t parted iifname \"lo\" tcp dport 8 drop",
            "add rule ip t parted iifname \"lo\" tcp sport 8 drop");
    assertThat(Rules.IPTABLES.setting("t", List.of(7)).lines())
        .containsExactly(
            "*filter",
            "-N t",
            "-A t -p tcp -m tcp --dport 7 -j DROP",
            "-A t -p tcp -m tcp --sport 7 -j DROP",
            "-I INPUT 1 -i lo -j t",
            "COMMIT");
  }
}
