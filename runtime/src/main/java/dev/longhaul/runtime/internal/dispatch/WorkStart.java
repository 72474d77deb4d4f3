package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Calls the start method of a handler, on a thread that fits its form. Not kept any longer than
 * that: it has the inputs.
 */
record WorkStart<H>(HandlerWork<H> work, AttemptContext context, ActivityTask task) {

  void run() {
    switch (binding().form()) {
      case BLOCKING -> work.runInterruptibly(this::blocking);
      case STAGE -> work.serial().execute(this::stage);
      case EXTERNAL -> work.serial().execute(this::external);
    }
  }

  private HandlerBinding<H> binding() {
    return work.binding();
  }

  // Hooks may be called as soon as there is an instance.
  private void blocking() {
    Object result;
    try {
      HandlerCall call = call();
      H handler = binding().provider().get();
      work.ready(handler);
      result = binding().start().invoke(handler, call);
    } catch (Throwable e) {
      work.neverReady(e);
      work.end().threw(e);
      return;
    }
    work.end().returned(result);
  }

  private void stage() {
    CompletionStage<?> result;
    try {
      result = (CompletionStage<?>) startBeforeHooks();
      Objects.requireNonNull(
          result,
          () -> "the start method of " + binding().handlerType().getName() + " returned null");
    } catch (Throwable e) {
      work.neverReady(e);
      work.end().threw(e);
      return;
    }
    work.running(result);
    WorkEnd end = work.end();
    result.whenCompleteAsync(
        (value, failure) -> {
          if (failure == null) {
            end.returned(value);
          } else {
            end.threw(failure);
          }
        },
        work.tools().callbacks());
  }

  private void external() {
    try {
      startBeforeHooks();
    } catch (Throwable e) {
      work.neverReady(e);
      work.end().threw(e);
    } finally {
      work.startedOutside();
    }
  }

  private @Nullable Object startBeforeHooks() throws Throwable {
    HandlerCall call = call();
    H handler = binding().provider().get();
    Object result = binding().start().invoke(handler, call);
    work.ready(handler);
    return result;
  }

  private HandlerCall call() {
    return HandlerCall.start(context, work.readInputs(task));
  }
}
