package com.acme;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import javax.annotation.processing.Generated;

/**
 * Binds {@link ChargeCard} for the Longhaul runtime.
 *
 * <ul>
 *   <li>activity type: "ChargeCard"
 *   <li>task queue: "$&#123;charge.queue:cards&#125;"
 *   <li>completes an activity when the start method returns
 * </ul>
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless:
 *
 * <pre>{@code
 * Guice.createInjector(
 *     LonghaulModule.forTarget("localhost:7233"), new ChargeCard_AsyncActivityModule());
 * }</pre>
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
@BindsHandler(
    value = ChargeCard.class,
    name = "charge",
    activityType = "ChargeCard",
    taskQueue = "${charge.queue:cards}"
)
public final class ChargeCard_AsyncActivityModule extends AsyncActivityModule<ChargeCard> {
  public ChargeCard_AsyncActivityModule() {
    super(ChargeCard.class, 1);
  }

  @Override
  protected HandlerBinding<ChargeCard> describe(HandlerBinding.Builder<ChargeCard> binding) {
    return binding
        .activityType("ChargeCard")
        .name("charge")
        .setting(HandlerSetting.TASK_QUEUE, "${charge.queue:cards}")
        .setting(HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT, "1m")
        .setting(HandlerSetting.CANCELLATION_GRACE, "30s")
        .setting(HandlerSetting.ON_PAUSE, "CONTINUE")
        .setting(HandlerSetting.ON_SHUTDOWN, "BY_FORM")
        .setting(HandlerSetting.MAX_CONCURRENT, "8")
        .setting(HandlerSetting.RATE_PER_SECOND, "2.5")
        .input("test", boolean.class)
        .input("one", byte.class)
        .input("two", short.class)
        .input("three", int.class)
        .input("amount", long.class)
        .input("currency", char.class)
        .input("rate", float.class)
        .input("fee", double.class)
        .input("receipt", byte[].class)
        .input("matrix", int[][].class)
        .withoutResult()
        .onHeartbeat((handler, call) -> handler.attempts(call.context()))
        .onStart(CompletionForm.BLOCKING, (handler, call) -> {
          handler.charge(
              call.context(),
              (boolean) call.<Boolean>input(0),
              (byte) call.<Byte>input(1),
              (short) call.<Short>input(2),
              (int) call.<Integer>input(3),
              (long) call.<Long>input(4),
              (char) call.<Character>input(5),
              (float) call.<Float>input(6),
              (double) call.<Double>input(7),
              call.<byte[]>input(8),
              call.<int[][]>input(9));
          return null;
        });
  }
}
