package dev.longhaul.api.payload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where encryption takes its keys from. Must be thread-safe.
 *
 * <p>Both methods are asked once for each payload, so what has to be fetched should be kept. To
 * rotate keys while a process runs, let {@link #find} know a new key everywhere first, and only
 * then let {@link #current} answer it anywhere: what it encrypts is read by every process. An old
 * key is needed as long as there are histories that it encrypted.
 */
public interface EncryptionKeys {

  /**
   * The key that encrypts now.
   *
   * @throws Exception if it cannot be had; the message is kept back unless it is a {@link
   *     PayloadException}
   */
  EncryptionKey current() throws Exception;

  /**
   * The key with this id, which may be any text: it comes with the payload.
   *
   * @return empty if there is none
   * @throws Exception as {@link #current}
   */
  Optional<EncryptionKey> find(String id) throws Exception;

  /**
   * Keys that do not change.
   *
   * @param current encrypts
   * @param older only decrypt
   * @throws IllegalArgumentException if two have the same id
   */
  static EncryptionKeys of(EncryptionKey current, EncryptionKey... older) {
    Map<String, EncryptionKey> byId = new HashMap<>();
    byId.put(current.id(), current);
    for (EncryptionKey key : older) {
      if (byId.put(key.id(), key) != null) {
        throw new IllegalArgumentException(
            "two encryption keys have the id \"" + key.id() + "\"; give each an id of its own");
      }
    }
    return new EncryptionKeys() {
      @Override
      public EncryptionKey current() {
        return current;
      }

      @Override
      public Optional<EncryptionKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
      }
    };
  }
}
