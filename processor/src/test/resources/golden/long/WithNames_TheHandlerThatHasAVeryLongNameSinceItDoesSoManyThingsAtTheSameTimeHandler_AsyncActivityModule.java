package com.acme.department.of.transport.and.logistics;

import dev.longhaul.api.HandlerSetting;
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
 * Binds {@link WithNames.TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "&#42;&#47; &#92;u002a&#47; " &#64;see &#60;b&#62; &#123;&#64;link Gr\u00f6\u00dfe&#125;"
 *   <li>task queue: "$&#123;department.transport.queue:a task queue with quite a long name&#125;"
 *   <li>completes an activity when anyone completes it, here or in another process
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new WithNames_TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = WithNames.TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler.class,
    name = "TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler",
    activityType = "*/ \\u002a/ \" @see <b> {@link Gr\u00f6\u00dfe}",
    taskQueue = "${department.transport.queue:a task queue with quite a long name}"
)
public final class WithNames_TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler_AsyncActivityModule
    extends AsyncActivityModule<WithNames.TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler> {
  public WithNames_TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler_AsyncActivityModule(
      ) {
    super(WithNames.TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler.class, 1);
  }

  @Override
  protected HandlerBinding<WithNames.TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler> describe(
      HandlerBinding.Builder<WithNames.TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler> binding) {
    return binding
        .activityType("*/ \\u002a/ \" @see <b> {@link Gr\u00f6\u00dfe}")
        .name("TheHandlerThatHasAVeryLongNameSinceItDoesSoManyThingsAtTheSameTimeHandler")
        .setting(HandlerSetting.TASK_QUEUE, "${department.transport.queue:a task queue with quite a long name}")
        .input("ordersOfACustomer",
            new TypeRef<List<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>() {}.type())
        .input("ordersByTheirNumber",
            new TypeRef<Map<String, Optional<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>>() {}.type())
        .input("lastOrderOfACustomer", WithNames.AReasonablyLongNameForTheOrderOfACustomer.class)
        .onHeartbeat((handler, call) -> handler.tellsHowFarTheWorkOfTheHandlerWithTheVeryLongNameHasCome(call.<Map<String, List<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>>pending()))
        .onCancel((handler, call) -> {
          handler.stopsTheWorkOfTheHandlerWithTheVeryLongName(call.stopRequest(), call.<Map<String, List<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>>pending());
          return null;
        })
        .onStart(CompletionForm.EXTERNAL, (handler, call) -> {
          handler.startsTheWorkOfTheHandlerWithTheVeryLongName(
              call.<List<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>input(0),
              call.<Map<String, Optional<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>>input(1),
              call.<WithNames.AReasonablyLongNameForTheOrderOfACustomer>input(2),
              call.<Map<String, List<WithNames.AReasonablyLongNameForTheOrderOfACustomer>>>pending());
          return null;
        });
  }
}
