package dev.longhaul.runtime;

import static org.awaitility.Awaitility.await;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Refusals;
import dev.longhaul.testing.Rpc;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A limit that is everybody's holds the calls of managed activities, whoever met it. */
class SharedLimitTest {
  private final FakeTemporalService service = FakeTemporalService.start();
  private final LonghaulModule module = LonghaulModule.forChannel(service.newChannel());
  private final Core core = module.core(module.setup(Set.of()));

  @AfterEach
  void close() {
    core.close();
    service.close();
  }

  @Test
  void limitThatACallOfTheClientMet_holdsManagedActivities() {
    limit(Rpc.COMPLETE);
    core.client().complete(TaskToken.of(new byte[] {1}), "result");

    awaitPause();
  }

  @Test
  void limitThatAPollMet_holdsManagedActivities() {
    limit(Rpc.POLL);
    HandlerBinding<Object> binding =
        HandlerBinding.builder(getClass(), Object.class, Object::new)
            .setting(HandlerSetting.TASK_QUEUE, "queue")
            .onStart(CompletionForm.EXTERNAL, (handler, call) -> null);
    try (LonghaulRuntime runtime = new LonghaulRuntime(core, Set.of(binding))) {
      runtime.start();
      awaitPause();
    }
  }

  private void limit(Rpc rpc) {
    service
        .faults()
        .during(() -> true, rpc)
        .refuse(
            Refusals.resourceExhausted(
                ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
                ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE));
  }

  private void awaitPause() {
    await().until(() -> core.manager().gate().pauseNanos() > 0);
  }
}
