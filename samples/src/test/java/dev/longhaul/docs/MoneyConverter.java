package dev.longhaul.docs;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MoneyConverter implements PayloadConverter {
  private static final String ENCODING = "acme/money";

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) {
    return value instanceof Money money
        ? Optional.of(Payload.of(ENCODING, Bytes.utf8(money.currency() + " " + money.amount())))
        : Optional.empty();
  }

  @Override
  public Object fromPayload(Payload payload, Type type) throws PayloadException {
    if (type != Money.class) {
      throw new PayloadException("only Money can take money");
    }
    String[] parts = payload.data().toUtf8().split(" ", 2);
    return new Money(parts[0], new BigDecimal(parts[1]));
  }
}
