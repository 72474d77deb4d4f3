package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.runtime.DataConverter;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page on data conversion shows works as it says. */
class DataConversionTest {
  private static final EncryptionKey OLD = EncryptionKey.of("2025", new byte[32]);
  private static final EncryptionKey NEW = EncryptionKey.of("2026", new byte[32]);
  private static final Money MONEY = new Money("EUR", new BigDecimal("1.50"));

  record Order(int itemCount) {}

  @Test
  void anotherMapper_writesAndReads() {
    DataConverter converter = DataConverter.of(Converting.withAnotherMapper());

    Payloads written = converter.toPayloads(new Order(7));

    assertThat(written.getPayloads(0).getData().toStringUtf8()).isEqualTo("{\"item_count\":7}");
    assertThat(converter.fromPayloads(written).get(0, Order.class)).contains(new Order(7));
  }

  @Test
  void addedConverters_writeAndRead() {
    DataConverter converter = DataConverter.of(Converting.withMoney());
    Timestamp time = Timestamp.newBuilder().setSeconds(7).build();

    Payloads written = converter.toPayloads(MONEY, time);

    assertThat(written.getPayloadsList())
        .extracting(payload -> payload.getMetadataOrThrow("encoding").toStringUtf8())
        .containsExactly("acme/money", "binary/protobuf");
    assertThat(converter.fromPayloads(written).get(0, Money.class)).contains(MONEY);
    assertThat(converter.fromPayloads(written).get(1, Timestamp.class)).contains(time);
    Payloads json = DataConverter.of(RuntimeOptions.defaults()).toPayloads(time);
    assertThat(converter.fromPayloads(json).get(0, Timestamp.class)).contains(time);
  }

  @Test
  void keys_areRotatedWhileRunning() {
    VaultKeys keys = new VaultKeys(OLD, List.of());
    DataConverter converter = DataConverter.of(Converting.encrypted(keys));
    Payloads before = converter.toPayloads("secret");

    keys.refresh(OLD, List.of(NEW));
    keys.refresh(NEW, List.of(OLD));

    Payloads after = converter.toPayloads("secret");
    assertThat(keyId(before)).isEqualTo("2025");
    assertThat(keyId(after)).isEqualTo("2026");
    assertThat(converter.fromPayloads(before).get(0, String.class)).contains("secret");
    assertThat(converter.fromPayloads(after).get(0, String.class)).contains("secret");
  }

  @Test
  void encryptedFailure_saysItsTypeAlone() {
    DataConverter converter = DataConverter.of(Converting.encrypted(new VaultKeys(NEW, List.of())));
    Throwable thrown =
        ActivityFailure.ofType("CardDeclined").message("no funds").details(MONEY).toException();

    var written = converter.toFailure(thrown);

    assertThat(written.getMessage()).isEqualTo("Encoded failure");
    ReceivedFailureException read = converter.fromFailure(written);
    assertThat(read).hasMessage("no funds");
    assertThat(LastFailure.wasDeclined(read)).isTrue();
    assertThat(converter.toFailure(read).getApplicationFailureInfo().getType())
        .isEqualTo("CardDeclined");
  }

  @Test
  void activityOfTheFirstAttempt_hasNoLastFailure() {
    try (FakeTemporalService service = FakeTemporalService.start();
        LonghaulClient client =
            LonghaulClient.connect(LonghaulModule.forChannel(service.newChannel()))) {
      FakeActivity activity = service.schedule(ActivitySpec.of("Charge", "queue"));

      assertThat(
              LastFailure.of(
                  FullActivityId.of(
                      "default", activity.workflowId(), activity.runId(), activity.activityId()),
                  client))
          .isEmpty();
    }
  }

  private static String keyId(Payloads payloads) {
    return payloads.getPayloads(0).getMetadataOrThrow("encryption-key-id").toStringUtf8();
  }
}
