package org.boardbench.driver.ws;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.TrustSpec;

/** Which {@code wss://} servers are taken for what they say they are. */
public final class ServerTrust {
  private ServerTrust() {}

  /**
   * As the plan says; without a word of it, as the JVM's trust store does ({@code
   * -Djavax.net.ssl.trustStore}).
   */
  public static SSLContext of(ExperimentPlan plan) {
    return switch (plan.external().map(ExternalSpec::trust).orElse(new TrustSpec.AsTheJvm())) {
      case TrustSpec.AsTheJvm _ -> asTheJvm();
      case TrustSpec.Certificates own -> with(vouching(own.trusted()));
      case TrustSpec.Unchecked _ -> with(new TakesAll());
    };
  }

  public static SSLContext asTheJvm() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JVM's trust store cannot be used", e);
    }
  }

  private static SSLContext with(TrustManager... managers) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  private static TrustManager[] vouching(List<X509Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("trusted-" + i, certificates.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the given certificates cannot be used", e);
    }
  }

  /** Being extended, it is also the one who would have to compare the host's name. */
  private static final class TakesAll extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
