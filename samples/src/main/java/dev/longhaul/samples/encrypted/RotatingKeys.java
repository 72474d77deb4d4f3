package dev.longhaul.samples.encrypted;

import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGenerator;

/** Keys that change while processes run; a real one fetches them from a vault. Thread-safe. */
final class RotatingKeys implements EncryptionKeys {
  private static final int BITS = 256;

  private final Map<String, EncryptionKey> keys = new ConcurrentHashMap<>();
  private volatile EncryptionKey current;

  /** With one key, of this id. */
  RotatingKeys(String id) {
    current = add(id);
  }

  /** First of all each process learns a new key, which decrypts from now on. */
  EncryptionKey add(String id) {
    EncryptionKey key = new EncryptionKey(id, generator().generateKey());
    keys.put(id, key);
    return key;
  }

  /** Only then one of them may encrypt with it; what older keys encrypted stays readable. */
  void use(EncryptionKey key) {
    current = key;
  }

  @Override
  public EncryptionKey current() {
    return current;
  }

  @Override
  public Optional<EncryptionKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private static KeyGenerator generator() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(BITS);
      return generator;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }
}
