package org.boardbench.driver.io;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXReason;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.boardbench.core.ServerText;

/** What a failure of TLS says when it was the server's certificate that was not taken. */
final class UntrustedCertificate {
  private static final int DEEPEST_CAUSE = 20;

  private UntrustedCertificate() {}

  /**
   * Why, and the remedy. Other certificates help where nobody known vouches for the server's; one
   * that has expired or names another host is only taken unchecked.
   *
   * @return empty when the failure is another
   */
  static Optional<String> words(SSLException failure) {
    boolean isCertificate = false;
    boolean isUnknown = false;
    Throwable deepest = failure;
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST_CAUSE && cause != null; i++) {
      isCertificate |= cause instanceof CertificateException;
      isUnknown |= cause instanceof CertPathBuilderException || isAnothers(cause);
      deepest = cause;
      cause = cause.getCause();
    }
    return isCertificate
        ? Optional.of(
            "certificate not trusted (%s): %s--insecure"
                .formatted(why(deepest), isUnknown ? "--cacert FILE or " : ""))
        : Optional.empty();
  }

  /** Whether one with the name of the issuer is trusted, and is not the issuer. */
  private static boolean isAnothers(Throwable cause) {
    return cause instanceof CertPathValidatorException path
        && (path.getReason() == CertPathValidatorException.BasicReason.INVALID_SIGNATURE
            || path.getReason() == PKIXReason.NO_TRUST_ANCHOR);
  }

  private static String why(Throwable cause) {
    return ServerText.line(cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }
}
