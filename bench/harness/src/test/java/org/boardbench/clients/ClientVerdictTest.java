package org.boardbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;

class ClientVerdictTest {
  private String client = "node-ws";
  private long joined = 100;
  private long sent = 2000;
  private long returned = 2000;
  private long seen = 2000;
  private double sendDelayMs = 3;
  private double clientCpuPct = 60;
  private double idlePct = 40;
  private double bufferPct;

  @Test
  void aRowOfAClientThatKeptUpIsToBeBelieved() {
    assertThat(verdict()).isEmpty();
  }

  @Test
  void aSlowClientThatLosesWhatTheServerSentIsWhatARowIsToShow() {
    clientCpuPct = 100;

    assertThat(verdict()).isEmpty();
  }

  @Test
  void aServerThatHadLessToDoThanTheRowSaysIsNoServerOfThatLoad() {
    joined = 99;
    sent = 1900;
    returned = 1900;
    seen = 1900;

    assertThat(verdict()).isEqualTo("few-joined 99 % < 100 %; few-sent 95 % < 99 %");
  }

  @Test
  void whatWasSentLateIsMissingInAnRttFromTheSendButNotInOneFromTheDueTime() {
    sendDelayMs = 250;

    assertThat(verdict()).isEqualTo("sent-late 250 ms > 100 ms");
    client = ClientRecord.BOARDBENCH;
    assertThat(verdict()).isEmpty();
  }

  @Test
  void percentilesOfFewMessagesOrOfTheLuckyOnesAreNone() {
    returned = 1000;
    assertThat(verdict()).isEqualTo("few-returned 50 % < 99 %");

    returned = 100;
    assertThat(verdict()).isEqualTo("few-returned 5 % < 99 %; few-beyond 5 < 10");
  }

  @Test
  void sentinelsWhoSawMoreThanWasSentSpeakOfAnotherHold() {
    seen = 2100;

    assertThat(verdict()).isEqualTo("miscounted 5 % > 1 %");
  }

  @Test
  void aLossBesideAFullClientMayBeTheClientsDoing() {
    seen = 1990;
    assertThat(verdict()).isEmpty();

    clientCpuPct = 99;
    assertThat(verdict()).isEqualTo("lost-while-full 99 % > 85 %");
  }

  @Test
  void onAFullMachineOrReadLateTheSentinelsAreNoWitnesses() {
    idlePct = 1;
    bufferPct = 80;

    assertThat(verdict()).isEqualTo("machine-full 1 % < 5 %; sentinels-late 80 % > 50 %");
  }

  @Test
  void whatAClientCannotKnowIsNotJudged() {
    ClientRecord row =
        row(ClientRecord.Users.UNKNOWN, ClientRecord.Messages.UNKNOWN, ClientRecord.Use.UNKNOWN);

    assertThat(ClientVerdict.of(row)).isEmpty();
  }

  private String verdict() {
    ClientRecord row =
        row(
            new ClientRecord.Users(
                OptionalLong.of(joined), OptionalLong.of(100 - joined), OptionalLong.of(0)),
            new ClientRecord.Messages(
                OptionalLong.of(sent), OptionalLong.empty(), OptionalLong.empty()),
            new ClientRecord.Use(
                OptionalDouble.of(clientCpuPct),
                OptionalDouble.of(80),
                OptionalDouble.of(20),
                OptionalDouble.of(3),
                OptionalDouble.of(idlePct)));
    return InvalidReason.cell(ClientVerdict.of(row));
  }

  private ClientRecord row(
      ClientRecord.Users users, ClientRecord.Messages messages, ClientRecord.Use use) {
    return new ClientRecord(
        new ClientRecord.Key("run", "board", client, Optional.empty(), 1, 1),
        new ClientRecord.Load(100, 10, 1, 300, 20, 2000),
        users,
        messages,
        times(returned, 5),
        TimeFigures.NONE,
        use,
        new ClientRecord.Sentinel(
            messages.sent(),
            OptionalLong.of(seen),
            times(seen, 4),
            times(seen, sendDelayMs),
            OptionalDouble.of(bufferPct)),
        ClientRecord.Books.UNKNOWN,
        List.of(),
        Optional.empty());
  }

  private static TimeFigures times(long count, double ms) {
    long ns = Math.round(ms * 1e6);
    return new TimeFigures(count, ns, ns, ns, ns, ns, ns);
  }
}
