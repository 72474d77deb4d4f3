package com.acme;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import java.lang.Override;
import javax.annotation.processing.Generated;

/**
 * Binds {@link TranscodeHandler} for the Longhaul runtime.
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless.
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
public final class TranscodeHandler_AsyncActivityModule extends AsyncActivityModule<TranscodeHandler> {
  public TranscodeHandler_AsyncActivityModule() {
    super(TranscodeHandler.class);
  }

  @Override
  protected HandlerBinding<TranscodeHandler> binding(Provider<TranscodeHandler> provider) {
    return HandlerBinding.builder(TranscodeHandler.class, provider, CompletionForm.STAGE)
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
        .onStart((handler, call) -> handler.start(call.<TranscodeHandler.Request>input(0), call.context()));
  }
}
