package com.acme.department.of.transport.and.logistics;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class WithNames {
  record AReasonablyLongNameForTheOrderOfACustomer(String id) {}

  // What is in the texts must not end a comment or a literal of the generated code.
  @AsyncActivityHandler(
      activityType = "*/ \\u002a/ \" @see <b> {@link Größe}",
      taskQueue = "${department.transport.queue:a task queue with quite a long name}")
  static final class TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler {
    @OnStart
    void startsTheWorkOfTheHandlerWithTheVeryLongName(
        List<AReasonablyLongNameForTheOrderOfACustomer> ordersOfACustomer,
        Map<String, Optional<AReasonablyLongNameForTheOrderOfACustomer>> ordersByTheirNumber,
        @Nullable AReasonablyLongNameForTheOrderOfACustomer lastOrderOfACustomer,
        PendingActivity<Map<String, List<AReasonablyLongNameForTheOrderOfACustomer>>> pending) {}

    @OnHeartbeat
    String tellsHowFarTheWorkOfTheHandlerWithTheVeryLongNameHasCome(
        PendingActivity<Map<String, List<AReasonablyLongNameForTheOrderOfACustomer>>> pending) {
      return "";
    }

    @OnCancel
    void stopsTheWorkOfTheHandlerWithTheVeryLongName(
        StopRequest why,
        PendingActivity<Map<String, List<AReasonablyLongNameForTheOrderOfACustomer>>> pending) {}
  }
}
