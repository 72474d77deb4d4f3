package com.acme;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.TypeRef;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Binds {@link Invoices.PrintHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Print"
 *   <li>task queue: "billing"
 *   <li>completes each activity of a batch when the batch method returns
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new Invoices_PrintHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = Invoices.PrintHandler.class,
    name = "PrintHandler",
    activityType = "Print",
    taskQueue = "billing"
)
public final class Invoices_PrintHandler_AsyncActivityModule
    extends AsyncActivityModule<Invoices.PrintHandler> {
  public Invoices_PrintHandler_AsyncActivityModule() {
    super(Invoices.PrintHandler.class, 1);
  }

  @Override
  protected HandlerBinding<Invoices.PrintHandler> describe(
      HandlerBinding.Builder<Invoices.PrintHandler> binding) {
    return binding
        .activityType("Print")
        .name("PrintHandler")
        .setting(HandlerSetting.TASK_QUEUE, "billing")
        .setting(HandlerSetting.MAX_CONCURRENT, "200")
        .setting(HandlerSetting.BATCH_MAX_SIZE, "100")
        .setting(HandlerSetting.BATCH_MAX_WAIT, "30s")
        .setting(HandlerSetting.PARALLEL_BATCHES, "2")
        .input("items", new TypeRef<Map<String, List<String>>>() {}.type())
        .onBatch(CompletionForm.BLOCKING,
            (handler, call) -> handler.print(call.<BatchItem<Map<String, List<String>>>>items()));
  }
}
