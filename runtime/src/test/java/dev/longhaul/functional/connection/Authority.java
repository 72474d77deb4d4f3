package dev.longhaul.functional.connection;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made up for one test; its certificates are short-lived, its keys EC. */
public final class Authority {
  private static final Duration LIFE = Duration.ofDays(1);
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final X500Name name;
  private final KeyPair keys = newKeys();
  private final String certificate;

  public Authority(String name) {
    this.name = new X500Name("CN=" + name);
    X509v3CertificateBuilder builder = builder(this.name, keys, Instant.now().minus(LIFE));
    this.certificate =
        sign(
            builder,
            extended ->
                extended.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(true)));
  }

  /** A certificate and its key, both in PEM form. */
  public record Issued(String certificate, String key) {}

  /** Its own certificate, to be trusted. */
  public String certificate() {
    return certificate;
  }

  /** A valid certificate for these host names or addresses. */
  public Issued issue(String subject, String... hosts) {
    return issue(subject, newKeys(), Instant.now().minus(LIFE), hosts);
  }

  /** As {@link #issue}, of yesterday. */
  public Issued issueExpired(String subject, String... hosts) {
    return issue(subject, newKeys(), Instant.now().minus(LIFE.multipliedBy(3)), hosts);
  }

  /** As {@link #issue}, for keys that there are already. */
  public Issued issueFor(KeyPair subjectKeys, String subject, String... hosts) {
    return issue(subject, subjectKeys, Instant.now().minus(LIFE), hosts);
  }

  private Issued issue(String subject, KeyPair subjectKeys, Instant from, String... hosts) {
    X509v3CertificateBuilder builder = builder(new X500Name("CN=" + subject), subjectKeys, from);
    GeneralName[] names =
        Arrays.stream(hosts).map(Authority::generalName).toArray(GeneralName[]::new);
    String issued =
        sign(
            builder,
            extended ->
                extended.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names)));
    return new Issued(issued, pem(keyOf(subjectKeys)));
  }

  private static GeneralName generalName(String host) {
    boolean address = host.matches("[0-9.]+");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private X509v3CertificateBuilder builder(X500Name subject, KeyPair subjectKeys, Instant from) {
    return new JcaX509v3CertificateBuilder(
        name,
        BigInteger.valueOf(SERIAL.getAndIncrement()),
        Date.from(from),
        Date.from(from.plus(LIFE.multipliedBy(2))),
        subject,
        subjectKeys.getPublic());
  }

  @FunctionalInterface
  private interface Extensions {
    void addTo(X509v3CertificateBuilder builder) throws IOException;
  }

  private String sign(X509v3CertificateBuilder builder, Extensions extensions) {
    try {
      extensions.addTo(builder);
      X509CertificateHolder signed =
          builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
      return pem(signed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object keyOf(KeyPair pair) {
    try {
      return new JcaPKCS8Generator(pair.getPrivate(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String pem(Object what) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** An EC key pair. */
  public static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
