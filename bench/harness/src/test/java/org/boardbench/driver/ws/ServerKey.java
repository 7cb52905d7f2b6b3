package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * A server's key and certificate, made by keytool.
 *
 * @param keys has nothing else
 * @param issuer a PEM file of the certificate that vouches for it
 */
public record ServerKey(KeyStore keys, Path issuer) {
  private static final String PASSWORD = "changeit";
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";

  /**
   * A certificate that only vouches for itself.
   *
   * @param host whom it names, as keytool spells it: {@code ip:127.0.0.1}
   */
  public static ServerKey selfSigned(Path folder, String host) throws Exception {
    Path store = Files.createTempFile(folder, "self-signed", ".p12");
    Files.delete(store);
    generate(store, SERVER, "-ext", "san=" + host);
    return of(store, SERVER);
  }

  /** A certificate that an authority of its own has signed. */
  public static ServerKey ofAnAuthority(Path folder, String host) throws Exception {
    Path store = Files.createTempFile(folder, "signed", ".p12");
    Files.delete(store);
    generate(store, AUTHORITY, "-ext", "bc:critical=ca:true");
    generate(store, SERVER, "-signer", AUTHORITY, "-ext", "san=" + host);
    return of(store, AUTHORITY);
  }

  private static void generate(Path store, String alias, String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of("-genkeypair", "-keystore", store.toString(), "-storepass", PASSWORD));
    words.addAll(List.of("-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
    words.addAll(List.of(options));
    Path log = Path.of(store + ".log");
    Process keytool =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(keytool.waitFor()).as(() -> log.toString()).isZero();
  }

  private static ServerKey of(Path store, String issuer) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    Path pem = Path.of(store + ".pem");
    Files.writeString(pem, pem(keys.getCertificate(issuer)));
    if (!issuer.equals(SERVER)) {
      keys.deleteEntry(issuer);
    }
    return new ServerKey(keys, pem);
  }

  private static String pem(Certificate certificate) throws Exception {
    byte[] lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(new String(lines, StandardCharsets.US_ASCII));
  }

  /** For the server's side; for both sides where somebody is {@code trusted}. */
  public SSLContext tls(TrustManager... trusted) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted, null);
    return context;
  }
}
