package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.TrustSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustReaderTest {
  private static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBdTCCARugAwIBAgIUOmOrknI3RNdt2EwE41cS8cIgziwwCgYIKoZIzj0EAwIw
      DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgwNzM1MThaGA8yMTI2MTEwNDA3MzUx
      OFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGdk
      g7c7svvcSbab3y/vrSRPNIm3jsgoDvJMBpXYwM+43eKV19QOwovgtvgL207Djivg
      joWgPLawzCOzvfLgq46jUzBRMB0GA1UdDgQWBBRpChEK9dZbBMlFGFBelIA87VxZ
      gDAfBgNVHSMEGDAWgBRpChEK9dZbBMlFGFBelIA87VxZgDAPBgNVHRMBAf8EBTAD
      AQH/MAoGCCqGSM49BAMCA0gAMEUCIAk/4JG8f43hV+ku8SiPdnz+3nHB4hhc5sEx
      OOCfRUWgAiEA/naBezZ47hV/5rv4FAzH8WU5/cKp/x60Bs7zGtbr+E8=
      -----END CERTIFICATE-----
      """;

  private static final String NO_CERTIFICATE =
      "-----BEGIN PRIVATE KEY-----\nMAMCAQA=\n-----END PRIVATE KEY-----\n";

  @TempDir private Path folder;

  @Test
  void oneCertificateOrSeveralAreTakenInEitherForm() throws Exception {
    TrustSpec.Certificates one = (TrustSpec.Certificates) read(file(PEM));
    byte[] der = one.trusted().getFirst().getEncoded();

    assertThat(one.fileName()).isEqualTo("ca.pem");
    assertThat(one.trusted()).singleElement().asString().contains("CN=test");
    assertThat(read(Files.write(folder.resolve("ca.pem"), der))).isEqualTo(one);
    assertThat(certificates("# hand-made ---\n" + PEM + "\n-----\nand again\n" + PEM)).hasSize(2);
    assertThat(certificates(NO_CERTIFICATE + PEM))
        .as("with the server's key")
        .isEqualTo(one.trusted());
    assertThat(certificates(PEM.replace("\n", "\r\n"))).isEqualTo(one.trusted());
  }

  @Test
  void aFileThatIsNoneIsRefusedWithItsNameAndTheReason() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(17 << 20);
    }

    assertThat(problem(folder.resolve("none"))).endsWith("/none (it does not exist)");
    assertThat(problem(folder)).endsWith(folder + " (it is a folder)");
    assertThat(problem(large)).endsWith("/large (it is larger than 16 MiB)");
    assertThat(problem(file(""))).endsWith("/ca.pem (it has no certificate)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "cut off", "not base64", "a key", "the second one cut off"})
  void aBrokenFileIsRefusedInOneLine(String how) throws IOException {
    String text =
        switch (how) {
          case "text" -> "hello\n";
          case "cut off" -> PEM.substring(0, 200);
          case "not base64" -> PEM.replace("MIIB", "!!!!");
          case "a key" -> NO_CERTIFICATE;
          default -> PEM + PEM.substring(0, 200);
        };

    assertThat(problem(file(text)))
        .startsWith("--cacert: must be a file of certificates, in PEM or DER, was ")
        .contains("/ca.pem (it cannot be parsed: ")
        .doesNotContain("\n", "Exception");
  }

  @Test
  void anAddressWithoutTlsIsRefused() throws IOException {
    TrustOptions own = new TrustOptions(Optional.of(file(PEM)), false);
    TrustOptions unchecked = new TrustOptions(Optional.empty(), true);

    assertThat(problem("ws://me:pw@host/ws", own))
        .isEqualTo("--cacert: needs a wss:// address, was ws://***@host/ws");
    assertThat(problem("ws://host/ws", unchecked))
        .isEqualTo("--insecure: needs a wss:// address, was ws://host/ws");
  }

  @Test
  void withoutAWordTheJvmDecidesAndAnyCertificateIsTakenWhenAskedFor() throws InputException {
    assertThat(read("WSS://host/ws", TrustOptions.NONE)).isEqualTo(new TrustSpec.AsTheJvm());
    assertThat(read("WSS://host/ws", new TrustOptions(Optional.empty(), true)))
        .isEqualTo(new TrustSpec.Unchecked());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), text, StandardCharsets.US_ASCII);
  }

  private List<?> certificates(String text) throws IOException, InputException {
    return ((TrustSpec.Certificates) read(file(text))).trusted();
  }

  private static TrustSpec read(Path cacert) throws InputException {
    return read("wss://host/ws", new TrustOptions(Optional.of(cacert), false));
  }

  private static TrustSpec read(String url, TrustOptions trust) throws InputException {
    return new PlanReader(Set.of(), Machines.ofCores(4))
        .readExternal(
            new ExternalOptions(url, Optional.empty(), List.of(), trust),
            new PlanOverrides(Map.of("--users", "2", "--hold", "5s"), List.of()))
        .external()
        .orElseThrow()
        .trust();
  }

  private static String problem(Path cacert) {
    return problem("wss://host/ws", new TrustOptions(Optional.of(cacert), false));
  }

  private static String problem(String url, TrustOptions trust) {
    return catchThrowableOfType(InputException.class, () -> read(url, trust)).getMessage();
  }
}
