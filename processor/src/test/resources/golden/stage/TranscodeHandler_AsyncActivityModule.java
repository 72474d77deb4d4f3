package com.acme;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import javax.annotation.processing.Generated;

/**
 * Binds {@link TranscodeHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "TranscodeVideo"
 *   <li>task queue: "media"
 *   <li>completes an activity when the stage that the start method returned completes
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new TranscodeHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = TranscodeHandler.class,
    name = "TranscodeHandler",
    activityType = "TranscodeVideo",
    taskQueue = "media"
)
public final class TranscodeHandler_AsyncActivityModule
    extends AsyncActivityModule<TranscodeHandler> {
  public TranscodeHandler_AsyncActivityModule() {
    super(TranscodeHandler.class, 1);
  }

  @Override
  protected HandlerBinding<TranscodeHandler> describe(
      HandlerBinding.Builder<TranscodeHandler> binding) {
    return binding
        .activityType("TranscodeVideo")
        .name("TranscodeHandler")
        .setting(HandlerSetting.TASK_QUEUE, "media")
        .setting(HandlerSetting.HEARTBEAT_INTERVAL, "10s")
        .input("request", TranscodeHandler.Request.class)
        .onHeartbeat((handler, call) -> handler.progress())
        .onCancel((handler, call) -> {
          handler.cancel(call.stopRequest());
          return null;
        })
        .onStart(CompletionForm.STAGE,
            (handler, call) -> handler.start(call.<TranscodeHandler.Request>input(0), call.context()));
  }
}
