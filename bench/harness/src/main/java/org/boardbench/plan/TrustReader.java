package org.boardbench.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boardbench.core.RedactedUrl;
import org.boardbench.core.ServerText;
import org.boardbench.input.Problems;
import org.boardbench.plan.model.TrustSpec;

/** Reads {@code --cacert} and {@code --insecure}, and the file that the former names. */
final class TrustReader {
  /** The bundles of systems and browsers have a quarter of a MiB. */
  private static final int LARGEST_FILE_BYTES = 16 << 20;

  private static final Pattern PEM_BEGIN = Pattern.compile("-----BEGIN CERTIFICATE-----");
  private static final Pattern PEM = Pattern.compile(PEM_BEGIN + "[^-]*-----END CERTIFICATE-----");

  /** Causes are quoted with their types. */
  private static final Pattern EXCEPTION = Pattern.compile("[\\w.]+Exception: ");

  private final Problems problems;

  TrustReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param url of the server, where it is one
   */
  TrustSpec read(TrustOptions options, Optional<URI> url) {
    Optional<URI> plain = url.filter(uri -> !uri.getScheme().equalsIgnoreCase("wss"));
    if (options.isInsecure()) {
      plain.ifPresent(uri -> problems.add(TrustOptions.INSECURE, needsTls(uri)));
      options
          .cacert()
          .ifPresent(file ->
              problems.add(
                  TrustOptions.INSECURE,
                  "cannot go with %s, was %s".formatted(TrustOptions.CACERT, shown(file))));
    }
    if (options.cacert().isPresent()) {
      plain.ifPresent(uri -> problems.add(TrustOptions.CACERT, needsTls(uri)));
      return certificates(options.cacert().get());
    }
    return options.isInsecure() ? new TrustSpec.Unchecked() : new TrustSpec.AsTheJvm();
  }

  private static String needsTls(URI url) {
    return "needs a wss:// address, was " + ServerText.line(RedactedUrl.of(url.toString()));
  }

  private static String shown(Path file) {
    return ServerText.line(file.toString());
  }

  private TrustSpec certificates(Path file) {
    String obstacle;
    try {
      List<X509Certificate> certificates = parsed(file);
      if (!certificates.isEmpty()) {
        return new TrustSpec.Certificates(file.getFileName().toString(), certificates);
      }
      obstacle = "it has no certificate";
    } catch (NoSuchFileException e) {
      obstacle = "it does not exist";
    } catch (AccessDeniedException e) {
      obstacle = "permission denied";
    } catch (IOException e) {
      obstacle = e.getMessage();
    } catch (CertificateException e) {
      obstacle = "it cannot be parsed: " + withoutTypes(e.getMessage());
    }
    problems.add(
        TrustOptions.CACERT,
        "must be a file of certificates, in PEM or DER, was %s (%s)"
            .formatted(shown(file), ServerText.line(obstacle)));
    return new TrustSpec.AsTheJvm();
  }

  private static List<X509Certificate> parsed(Path file) throws IOException, CertificateException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE_BYTES + 1);
      if (bytes.length > LARGEST_FILE_BYTES) {
        throw new IOException("it is larger than " + (LARGEST_FILE_BYTES >> 20) + " MiB");
      }
      return certificates(bytes);
    }
  }

  /** What else is between the certificates of a PEM file, be it a key, is none of our business. */
  private static List<X509Certificate> certificates(byte[] bytes) throws CertificateException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    long begun = PEM_BEGIN.matcher(text).results().count();
    if (begun == 0) {
      return generated(bytes);
    }
    String blocks =
        PEM.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"));
    List<X509Certificate> certificates = generated(blocks.getBytes(StandardCharsets.ISO_8859_1));
    if (certificates.size() < begun) {
      throw new CertificateException("a certificate has no end");
    }
    return certificates;
  }

  private static String withoutTypes(String message) {
    return EXCEPTION.matcher(message).replaceAll("");
  }

  private static List<X509Certificate> generated(byte[] bytes) throws CertificateException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(bytes))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }
}
