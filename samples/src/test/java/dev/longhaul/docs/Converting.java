package dev.longhaul.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.runtime.PayloadCodecs;
import dev.longhaul.runtime.PayloadConverters;
import java.util.List;

/** Options that convert in other ways than the built-in one. */
final class Converting {
  private Converting() {}

  static RuntimeOptions withAnotherMapper() {
    ObjectMapper mapper =
        PayloadConverters.jsonMapper()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    return RuntimeOptions.defaults().toBuilder()
        .converters(List.of(PayloadConverters.json(mapper)))
        .build();
  }

  static RuntimeOptions withMoney() {
    return RuntimeOptions.defaults().toBuilder()
        .converters(List.of(new MoneyConverter(), new BinaryProtobuf()))
        .build();
  }

  static RuntimeOptions encrypted(EncryptionKeys keys) {
    return RuntimeOptions.defaults().toBuilder()
        .codecs(List.of(PayloadCodecs.encryption(keys), PayloadCodecs.zlib()))
        .encodeFailureAttributes(true)
        .build();
  }
}
