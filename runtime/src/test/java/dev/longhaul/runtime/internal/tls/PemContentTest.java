package dev.longhaul.runtime.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhaul.api.options.Pem;
import dev.longhaul.functional.connection.Authority;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PemContentTest {
  private final Authority authority = new Authority("Test authority");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void keysOfUsualKinds_areRead(String algorithm) throws GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    Authority.Issued issued = authority.issueFor(keys, "client", "client");

    KeyAndChain read = KeyAndChain.of(text(issued.certificate()), text(issued.key()));

    assertThat(read.key()).isEqualTo(keys.getPrivate());
    assertThat(read.certificate().getPublicKey()).isEqualTo(keys.getPublic());
    assertThat(read.toString()).contains("CN=client", "valid until");
  }

  @Test
  void keyThatTlsCannotUse_isRefused() throws GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    PemContent key = text(authority.issueFor(keys, "client", "client").key());

    assertThatIllegalArgumentException()
        .isThrownBy(key::privateKey)
        .withMessageContaining("another kind than RSA or EC");
  }

  @Test
  void textAroundThePem_isLeftOut() {
    Authority.Issued issued = authority.issue("client", "client");
    String chain = "subject=client\n" + issued.certificate() + "\n" + authority.certificate();

    KeyAndChain read = KeyAndChain.of(text(chain), text("Bag Attributes\n" + issued.key() + "\n"));

    assertThat(read.chain()).hasSize(2);
  }

  @Test
  void oneFileForBoth_isRead() throws IOException {
    Authority.Issued issued = authority.issue("client", "client");
    Path both = folder.resolve("both.pem");
    Files.writeString(both, issued.key() + issued.certificate());

    assertThat(KeyAndChain.of(file(both), file(both)).chain()).hasSize(1);
  }

  @Test
  void keyOfAnotherCertificate_isRefused() {
    String chain = authority.issue("client", "client").certificate();
    String key = authority.issue("client", "client").key();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyAndChain.of(text(chain), text(key)))
        .withMessageContaining("is not the key of");
  }

  @Test
  void keyOfAnotherKind_isRefused() throws GeneralSecurityException {
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    String chain = authority.issue("client", "client").certificate();
    String key = authority.issueFor(rsa, "client", "client").key();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyAndChain.of(text(chain), text(key)))
        .withMessageContaining("is not the key of");
  }

  @Test
  void missingFile_isNamedInFull() {
    Path missing = folder.resolve("missing.pem");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> file(missing))
        .withMessageContaining("the thing cannot be read: there is no file " + missing);
  }

  @Test
  void folder_isNoFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> file(folder))
        .withMessageContaining("cannot be read")
        .withMessageContaining(folder.toString());
  }

  @Test
  void binaryFile_isToldToHaveNoPem() throws IOException {
    Path binary = folder.resolve("client.der");
    Files.write(binary, new byte[] {0x30, (byte) 0x82, (byte) 0xff, 0});
    PemContent content = file(binary);

    assertThatIllegalArgumentException()
        .isThrownBy(content::certificates)
        .withMessageContaining(binary.toString())
        .withMessageContaining("no certificate in PEM form");
    assertThatIllegalArgumentException()
        .isThrownBy(content::privateKey)
        .withMessageContaining("no private key in PKCS#8 form");
  }

  @Test
  void brokenCertificate_isRefused() {
    PemContent content = text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    assertThatIllegalArgumentException()
        .isThrownBy(content::certificates)
        .withMessageContaining("certificate that cannot be read");
  }

  @Test
  void oldKeyFormat_isRefusedWithTheCommandThatConvertsIt() throws Exception {
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    StringWriter pem = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
      writer.writeObject(rsa.getPrivate());
    }
    PemContent content = text(pem.toString());

    assertThatIllegalArgumentException()
        .isThrownBy(content::privateKey)
        .withMessageContaining("it begins with RSA PRIVATE KEY")
        .withMessageContaining("openssl pkcs8 -topk8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2VjcmV0", "c2Vj?cmV0", "=", ""})
  void brokenKey_isRefusedWithoutBeingQuoted(String content) {
    PemContent key =
        text("-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n");

    assertThatIllegalArgumentException()
        .isThrownBy(key::privateKey)
        .satisfies(
            e -> assertThat(List.of(e.toString(), "" + e.getCause())).noneMatch(this::tells));
  }

  private boolean tells(String text) {
    return text.contains("c2Vj") || text.contains("secret");
  }

  @Test
  void encryptedKey_isRefused() {
    String key =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            + Base64.getEncoder()
                .encodeToString("secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            + "\n-----END ENCRYPTED PRIVATE KEY-----\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> text(key).privateKey())
        .withMessageContaining("Decrypt it");
  }

  @Test
  void textForm_showsNoContent() {
    assertThat(text(authority.issue("client", "client").key()).toString())
        .isEqualTo("the thing, PEM text");
  }

  private static PemContent text(String text) {
    return PemContent.read("the thing", Pem.text(text));
  }

  private static PemContent file(Path path) {
    return PemContent.read("the thing", Pem.file(path));
  }
}
