package com.acme;

import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Binds {@link ApprovalHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Approval"
 *   <li>task queue: from configuration
 *   <li>completes an activity when anyone completes it, here or in another process
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new ApprovalHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = ApprovalHandler.class,
    name = "ApprovalHandler",
    activityType = "Approval"
)
public final class ApprovalHandler_AsyncActivityModule
    extends AsyncActivityModule<ApprovalHandler> {
  public ApprovalHandler_AsyncActivityModule() {
    super(ApprovalHandler.class, 1);
  }

  @Override
  protected HandlerBinding<ApprovalHandler> describe(
      HandlerBinding.Builder<ApprovalHandler> binding) {
    return binding
        .activityType("Approval")
        .name("ApprovalHandler")
        .input("question", String.class)
        .onHeartbeat((handler, call) -> {
          handler.beat(call.<List<String>>pending());
          return null;
        })
        .onCancel((handler, call) -> handler.withdraw(call.context(), call.stopRequest()))
        .onStart(CompletionForm.EXTERNAL, (handler, call) -> {
          handler.ask(call.<List<String>>pending(), call.<String>input(0));
          return null;
        });
  }
}
