package dev.longhaul.runtime.internal.tls;

import static java.util.stream.Collectors.joining;

import dev.longhaul.api.options.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a PEM source holds at one moment. Immutable. Messages name the source and never quote it.
 *
 * @param what what it is for, such as "the TLS roots"
 */
record PemContent(String what, Pem source, String text) {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");
  private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

  /** What gRPC's TLS can show; with an Ed25519 key its handshakes fail. */
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC");

  /**
   * Reads the source.
   *
   * @throws IllegalArgumentException if it is a file that cannot be read
   */
  static PemContent read(String what, Pem source) {
    if (source instanceof Pem.PemText given) {
      return new PemContent(what, source, given.text());
    }
    Pem.PemFile file = (Pem.PemFile) source;
    try {
      // Not as UTF-8, which would fail on a binary file before we can say what is wrong with it.
      byte[] bytes = Files.readAllBytes(file.path());
      return new PemContent(what, source, new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          what + " cannot be read: there is no file " + file.path().toAbsolutePath(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          what + " cannot be read from " + file.path() + ": " + e.getMessage(), e);
    }
  }

  /**
   * All its certificates, in their order.
   *
   * @throws IllegalArgumentException if there is none, or one is broken
   */
  List<X509Certificate> certificates() {
    // Without what stands between them, at which the JDK's reader stops.
    String blocks =
        CERTIFICATE.matcher(text).results().map(MatchResult::group).collect(joining("\n"));
    if (blocks.isEmpty()) {
      throw wrong("has no certificate in PEM form (-----BEGIN CERTIFICATE-----)", null);
    }
    InputStream bytes = new ByteArrayInputStream(blocks.getBytes(StandardCharsets.ISO_8859_1));
    try {
      return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw wrong("has a certificate that cannot be read", e);
    }
  }

  /**
   * Its private key.
   *
   * @throws IllegalArgumentException if there is none in PKCS#8 form, or it is broken
   */
  PrivateKey privateKey() {
    Matcher key = PRIVATE_KEY.matcher(text);
    if (!key.find()) {
      throw wrong(
          "has no private key in PKCS#8 form (-----BEGIN PRIVATE KEY-----)" + foundInstead(), null);
    }
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(key.group(1));
    } catch (IllegalArgumentException e) {
      throw wrong("has a private key that is not Base64", null);
    }
    try {
      return decode(new PKCS8EncodedKeySpec(encoded));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private PrivateKey decode(PKCS8EncodedKeySpec encoded) {
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // It is a key of another algorithm, or none: the others tell.
      } catch (GeneralSecurityException e) {
        throw wrong("needs " + algorithm + ", which this JVM lacks", e);
      }
    }
    throw wrong("has a private key that is broken, or of another kind than RSA or EC", null);
  }

  private String foundInstead() {
    Matcher label = LABEL.matcher(text);
    if (!label.find()) {
      return "";
    }
    String found = "; it begins with " + label.group(1);
    return switch (label.group(1)) {
      case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
          found + ". Convert it: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW";
      case "ENCRYPTED PRIVATE KEY" ->
          found + ". Decrypt it, for this process alone: openssl pkcs8 -in OLD -out NEW";
      default -> found;
    };
  }

  private IllegalArgumentException wrong(String problem, @Nullable Throwable cause) {
    return new IllegalArgumentException(what + ", " + source + ", " + problem, cause);
  }

  /** Which source, without its content. */
  @Override
  public String toString() {
    return what + ", " + source;
  }
}
