package com.acme;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import java.lang.Boolean;
import java.lang.Byte;
import java.lang.Character;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.Short;
import javax.annotation.processing.Generated;

/**
 * Binds {@link ChargeCard} for the Longhaul runtime.
 *
 * <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
 * injector that has the {@code LonghaulModule}; installing it twice is harmless.
 */
@Generated("dev.longhaul.processor.AsyncActivityHandlerProcessor")
public final class ChargeCard_AsyncActivityModule extends AsyncActivityModule<ChargeCard> {
  public ChargeCard_AsyncActivityModule() {
    super(ChargeCard.class);
  }

  @Override
  protected HandlerBinding<ChargeCard> binding(Provider<ChargeCard> provider) {
    return HandlerBinding.builder(ChargeCard.class, provider, CompletionForm.BLOCKING)
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
        .onStart((handler, call) -> {
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
