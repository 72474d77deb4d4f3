package com.acme;

import dev.longhaul.api.TypeRef;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Binds {@link ReportHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "Report"
 *   <li>task queue: from configuration
 *   <li>completes an activity when the start method returns
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new ReportHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = ReportHandler.class,
    name = "ReportHandler",
    activityType = "Report"
)
public final class ReportHandler_AsyncActivityModule extends AsyncActivityModule<ReportHandler> {
  public ReportHandler_AsyncActivityModule() {
    super(ReportHandler.class, 1);
  }

  @Override
  protected HandlerBinding<ReportHandler> describe(HandlerBinding.Builder<ReportHandler> binding) {
    return binding
        .activityType("Report")
        .name("ReportHandler")
        .input("orders", new TypeRef<List<ReportHandler.Order>>() {}.type())
        .input("byCustomer",
            new TypeRef<Map<String, ? extends List<ReportHandler.Order[]>>>() {}.type())
        .input("pages", new TypeRef<List<String>[]>() {}.type())
        .input("extra", ReportHandler.Order[].class)
        .input("favourite", new TypeRef<Optional<ReportHandler.Order>>() {}.type())
        .onHeartbeat((handler, call) -> handler.progress())
        .onStart(CompletionForm.BLOCKING, (handler, call) -> handler.report(
            call.<List<ReportHandler.Order>>input(0),
            call.<Map<String, ? extends List<ReportHandler.Order[]>>>input(1),
            call.<List<String>[]>input(2),
            call.<ReportHandler.Order[]>input(3),
            call.<Optional<ReportHandler.Order>>input(4)));
  }
}
