package com.acme;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Binds {@link ApprovalHandler} for the Longhaul runtime.
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless.
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
public final class ApprovalHandler_AsyncActivityModule extends AsyncActivityModule<ApprovalHandler> {
  public ApprovalHandler_AsyncActivityModule() {
    super(ApprovalHandler.class);
  }

  @Override
  protected HandlerBinding<ApprovalHandler> binding(Provider<ApprovalHandler> provider) {
    return HandlerBinding.builder(ApprovalHandler.class, provider, CompletionForm.EXTERNAL)
        .activityType("Approval")
        .name("ApprovalHandler")
        .input("question", String.class)
        .onHeartbeat((handler, call) -> {
          handler.beat(call.<List<String>>pending());
          return null;
        })
        .onCancel((handler, call) -> handler.withdraw(call.context(), call.stopRequest()))
        .onStart((handler, call) -> {
          handler.ask(call.<List<String>>pending(), call.<String>input(0));
          return null;
        });
  }
}
