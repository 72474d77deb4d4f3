package dev.longhaul.official;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A codec of the official SDK in the convention of its samples: the other side of encryption.
 *
 * @param current the id of the key that encrypts
 * @param keys by id
 */
public record EncryptingCodec(String current, Map<String, SecretKey> keys) implements PayloadCodec {
  private static final int NONCE = 12;

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::encrypted).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream()
        .map(
            payload ->
                text(payload, "encoding").equals("binary/encrypted") ? decrypted(payload) : payload)
        .toList();
  }

  private Payload encrypted(Payload payload) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    ByteString data =
        ByteString.copyFrom(nonce)
            .concat(crypt(Cipher.ENCRYPT_MODE, current, nonce, payload.toByteArray()));
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("binary/encrypted"))
        .putMetadata("encryption-cipher", ByteString.copyFromUtf8("AES/GCM/NoPadding"))
        .putMetadata("encryption-key-id", ByteString.copyFromUtf8(current))
        .setData(data)
        .build();
  }

  private Payload decrypted(Payload payload) {
    ByteString data = payload.getData();
    try {
      return Payload.parseFrom(
          crypt(
              Cipher.DECRYPT_MODE,
              text(payload, "encryption-key-id"),
              data.substring(0, NONCE).toByteArray(),
              data.substring(NONCE).toByteArray()));
    } catch (IOException e) {
      throw new PayloadCodecException(e);
    }
  }

  private ByteString crypt(int mode, String key, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.get(key), new GCMParameterSpec(128, nonce));
      return ByteString.copyFrom(cipher.doFinal(input));
    } catch (GeneralSecurityException e) {
      throw new PayloadCodecException(e);
    }
  }

  private static String text(Payload payload, String key) {
    return payload.getMetadataOrDefault(key, ByteString.EMPTY).toStringUtf8();
  }
}
