package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts payloads in the convention of Temporal's samples, which the codecs of other languages
 * share: AES-GCM, the data is a nonce and the ciphertext with its tag. Thread-safe.
 */
public final class EncryptionCodec extends PerPayloadCodec {
  private static final String ENCODING = "binary/encrypted";
  private static final String CIPHER_KEY = "encryption-cipher";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String KEY_ID_KEY = "encryption-key-id";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionKeys keys;
  private final SecureRandom random = new SecureRandom();

  public EncryptionCodec(EncryptionKeys keys) {
    super(ENCODING);
    this.keys = keys;
  }

  @Override
  Payload wrap(Payload payload, byte[] serialized) throws PayloadException {
    EncryptionKey key = currentKey();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return new Payload(
        Map.of(
            Payload.ENCODING_KEY,
            Bytes.utf8(ENCODING),
            CIPHER_KEY,
            Bytes.utf8(CIPHER),
            KEY_ID_KEY,
            Bytes.utf8(key.id())),
        Bytes.unsafeWrap(encrypt(key, nonce, serialized)),
        List.of());
  }

  private static byte[] encrypt(EncryptionKey key, byte[] nonce, byte[] plain)
      throws PayloadException {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
      byte[] encrypted = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, encrypted, 0, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, encrypted, NONCE_BYTES);
      return encrypted;
    } catch (GeneralSecurityException e) {
      throw new PayloadException(
          named(key.id()) + " cannot encrypt (" + e.getClass().getSimpleName() + ")");
    }
  }

  @Override
  ByteBuffer unwrap(Payload payload) throws PayloadException {
    Optional<String> cipher = payload.metadataText(CIPHER_KEY);
    if (cipher.isPresent() && !cipher.get().equals(CIPHER)) {
      throw new PayloadException(
          "a payload is encrypted with "
              + Texts.cut(cipher.get())
              + ", but only "
              + CIPHER
              + " is decrypted here");
    }
    String keyId =
        payload
            .metadataText(KEY_ID_KEY)
            .orElseThrow(() -> new PayloadException("an encrypted payload does not name its key"));
    return ByteBuffer.wrap(decrypt(key(keyId), payload.data().toByteArray()));
  }

  private static byte[] decrypt(EncryptionKey key, byte[] data) throws PayloadException {
    if (data.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new PayloadException(
          "an encrypted payload has " + data.length + " bytes, too few for a nonce and a tag");
    }
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.DECRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, data, 0, NONCE_BYTES));
      return cipher.doFinal(data, NONCE_BYTES, data.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new PayloadException(
          named(key.id())
              + " does not decrypt a payload: it was encrypted with another key of that id, or it"
              + " was changed on its way");
    } catch (GeneralSecurityException e) {
      throw new PayloadException(
          named(key.id()) + " cannot decrypt (" + e.getClass().getSimpleName() + ")");
    }
  }

  private EncryptionKey currentKey() throws PayloadException {
    try {
      return keys.current();
    } catch (Exception e) {
      throw keysFailed(e);
    }
  }

  private EncryptionKey key(String id) throws PayloadException {
    Optional<EncryptionKey> key;
    try {
      key = keys.find(id);
    } catch (Exception e) {
      throw keysFailed(e);
    }
    return key.orElseThrow(
        () ->
            new PayloadException(
                "there is no "
                    + named(id)
                    + ", with which a payload is encrypted; keep older keys as long as there are"
                    + " histories that they encrypted"));
  }

  private static PayloadException keysFailed(Exception e) {
    return e instanceof PayloadException shown
        ? shown
        : new PayloadException(
            "the encryption keys could not be had (" + e.getClass().getSimpleName() + ")");
  }

  private static String named(String keyId) {
    return "encryption key \"" + Texts.cut(keyId) + "\"";
  }
}
