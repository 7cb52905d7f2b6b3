package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.boardbench.driver.io.linux.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "113 | no route to host (EHOSTUNREACH)",
        "111 | connection refused",
        "104 | connection reset by server",
        "110 | connection timed out",
        "32 | broken pipe (EPIPE)",
        "24 | driver's machine: too many open files (EMFILE)",
        "99 | driver's machine: cannot assign requested address (EADDRNOTAVAIL)",
        "101 | driver's machine: network is unreachable (ENETUNREACH)",
        "4711 | error 4711"
      })
  void anErrorNumberHasItsWordsAndItsName(int error, String reason) {
    assertThat(ConnectionErrors.ofError(error)).isEqualTo(reason);
  }

  @Test
  void bothLoopsHaveTheSameWordsForTheSameError() {
    assertThat(ConnectionErrors.of(new ConnectException("Connection refused")))
        .isEqualTo(ConnectionErrors.ofError(111));
    assertThat(ConnectionErrors.of(new SocketException("Connection reset")))
        .isEqualTo(ConnectionErrors.ofError(104));
    assertThat(ConnectionErrors.of(new IOException("Connection reset by peer")))
        .isEqualTo(ConnectionErrors.ofError(104));
    assertThat(ConnectionErrors.of(new ConnectException("Connection timed out")))
        .isEqualTo(ConnectionErrors.ofError(110));
    assertThat(ConnectionErrors.of(new NoRouteToHostException("No route to host")))
        .isEqualTo(ConnectionErrors.ofError(113));
    assertThat(ConnectionErrors.of(new BindException("Cannot assign requested address")))
        .isEqualTo(ConnectionErrors.ofError(99));
    assertThat(ConnectionErrors.of(new SocketException("Too many open files")))
        .isEqualTo(ConnectionErrors.ofError(24));
    assertThat(ConnectionErrors.of(new IOException("Broken pipe")))
        .isEqualTo(ConnectionErrors.ofError(32));
    assertThat(ConnectionErrors.of(new SystemCallException(32)))
        .isEqualTo(ConnectionErrors.ofError(32));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"EMFILE", "ENFILE", "EADDRNOTAVAIL", "ENOBUFS", "ENOMEM", "ENOSPC", "EADDRINUSE"})
  void whatTheMachineRanOutOfIsNotTheServersFault(Errno error) {
    String words = error.text().substring(0, error.text().indexOf(" ("));

    assertThat(ConnectionErrors.isOfThisMachine(ConnectionErrors.of(new IOException(words))))
        .isTrue();
    assertThat(error.isOfThisMachine()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "EPIPE"})
  void whatTheServerOrTheWayToItDidIsNotTheMachinesFault(Errno error) {
    String words = error.text().substring(0, error.text().indexOf(" ("));

    assertThat(ConnectionErrors.isOfThisMachine(ConnectionErrors.of(new IOException(words))))
        .isFalse();
    assertThat(error.isOfThisMachine()).isFalse();
  }

  @Test
  void aCallThatFailedIsNamed() {
    assertThat(ConnectionErrors.ofCall("epoll_ctl", 28))
        .isEqualTo("driver's machine: epoll_ctl: no space left on device (ENOSPC)");
    assertThat(ConnectionErrors.isOfThisMachine(ConnectionErrors.ofCall("epoll_ctl", 4711)))
        .isTrue();
  }

  @Test
  void aServersTextCannotBlameTheMachine() {
    assertThat(ConnectionErrors.isOfThisMachine("error: driver's machine: too many open files"))
        .isFalse();
  }

  /** Read from what the exceptions are: their words are the JVM's own, and differ between JVMs. */
  @Test
  void aCertificateThatIsNotTakenComesWithTheRemedyThatHelps() {
    SSLException unknown = failure(new CertPathBuilderException("no path"));
    SSLException expired =
        failure(new CertPathValidatorException("validity", new CertificateExpiredException("old")));
    SSLException namesake =
        failure(
            new CertPathValidatorException(
                "signature", null, null, -1, BasicReason.INVALID_SIGNATURE));
    SSLException otherHost = new SSLException("x", new CertificateException("no name matches"));

    assertThat(ConnectionErrors.of(unknown))
        .isEqualTo("tls: certificate not trusted (no path): --cacert FILE or --insecure");
    assertThat(ConnectionErrors.of(new SSLException("again", unknown)))
        .isEqualTo(ConnectionErrors.of(unknown));
    assertThat(ConnectionErrors.of(namesake))
        .isEqualTo("tls: certificate not trusted (signature): --cacert FILE or --insecure");
    assertThat(ConnectionErrors.of(expired))
        .isEqualTo("tls: certificate not trusted (old): --insecure");
    assertThat(ConnectionErrors.of(otherHost))
        .isEqualTo("tls: certificate not trusted (no name matches): --insecure");
  }

  @Test
  void anyOtherFailureOfTlsHasItsOwnWords() {
    assertThat(ConnectionErrors.of(new SSLException("certificate path", new IOException("x"))))
        .isEqualTo("tls: certificate path");
  }

  private static SSLException failure(GeneralSecurityException why) {
    return new SSLException(
        "(certificate_unknown) failed", new CertificateException("wrapped", why));
  }

  @Test
  void anExceptionWithoutWordsIsNamed() {
    assertThat(ConnectionErrors.of(new ClosedChannelException()))
        .isEqualTo("closedchannelexception");
  }
}
