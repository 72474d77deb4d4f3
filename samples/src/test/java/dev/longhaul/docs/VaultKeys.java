package dev.longhaul.docs;

import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import java.util.List;
import java.util.Optional;

/** Keys as they were last fetched; call {@link #refresh} when there are others. */
final class VaultKeys implements EncryptionKeys {
  private volatile EncryptionKeys fetched;

  VaultKeys(EncryptionKey current, List<EncryptionKey> others) {
    fetched = keys(current, others);
  }

  void refresh(EncryptionKey current, List<EncryptionKey> others) {
    fetched = keys(current, others);
  }

  private static EncryptionKeys keys(EncryptionKey current, List<EncryptionKey> others) {
    return EncryptionKeys.of(current, others.toArray(EncryptionKey[]::new));
  }

  @Override
  public EncryptionKey current() throws Exception {
    return fetched.current();
  }

  @Override
  public Optional<EncryptionKey> find(String id) throws Exception {
    return fetched.find(id);
  }
}
