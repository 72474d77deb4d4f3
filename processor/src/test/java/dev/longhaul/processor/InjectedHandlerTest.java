package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.testing.compile.Compilation;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generated modules at work in an injector. */
final class InjectedHandlerTest {
  private static final String STAGE =
      """
      package com.acme;
      import dev.longhaul.api.*;
      import java.util.*;
      import java.util.concurrent.*;
      @AsyncActivityHandler(taskQueue = "q", heartbeatInterval = "auto", maxConcurrent = 0)
      final class JoinHandler {
        private final String separator;
        private String state = "new";
        @jakarta.inject.Inject JoinHandler(String separator) { this.separator = separator; }
        @OnStart CompletionStage<String> start(
            List<String> parts, ActivityContext context, int times, byte[] tail) {
          state = "started " + context.activityId();
          return CompletableFuture.completedFuture(
              String.join(separator, parts).repeat(times) + new String(tail));
        }
        @OnHeartbeat String progress() { return state; }
        @OnCancel void cancel(StopRequest why) { state = "stopped by " + why.kind(); }
      }
      """;
  private static final String EXTERNAL =
      """
      package com.acme;
      import dev.longhaul.api.*;
      class Outer {
        @AsyncActivityHandler
        static class AskHandler {
          private Object seen;
          @OnStart void ask(String question, PendingActivity<String> p) throws Exception {
            if (question == null) {
              throw new java.io.IOException("nothing to ask");
            }
            seen = p;
          }
          @OnHeartbeat boolean same(PendingActivity<String> p) { return seen == p; }
          @OnCancel String stop(StopRequest why, ActivityContext c) {
            return why.reason() + ", " + c.runId();
          }
        }
      }
      """;

  @Test
  void stageHandler_isCreatedAndCalled() throws Throwable {
    HandlerBinding<?> binding = onlyBinding(STAGE, "com.acme.JoinHandler_AsyncActivityModule");
    Object handler = binding.provider().get();
    FakeInvocation call = new FakeInvocation(List.of("a", "b"), 2, new byte[] {'!'});

    assertThat(invoke(binding.heartbeat().orElseThrow(), handler, call)).isEqualTo("new");
    assertThat(invoke(binding.start(), handler, call))
        .asInstanceOf(InstanceOfAssertFactories.completionStage(String.class))
        .isCompletedWithValue("a+ba+b!");
    assertThat(invoke(binding.heartbeat().orElseThrow(), handler, call))
        .isEqualTo("started attempt activityId");
    assertThat(invoke(binding.cancel().orElseThrow(), handler, call)).isNull();
    assertThat(invoke(binding.heartbeat().orElseThrow(), handler, call))
        .isEqualTo("stopped by CANCELLED");
  }

  @Test
  void binding_saysWhatTheHandlerIs() {
    HandlerBinding<?> binding = onlyBinding(STAGE, "com.acme.JoinHandler_AsyncActivityModule");

    assertThat(binding.handlerType().getName()).isEqualTo("com.acme.JoinHandler");
    assertThat(binding.form()).isEqualTo(CompletionForm.STAGE);
    assertThat(binding.activityType()).isEqualTo("Join");
    assertThat(binding.name()).isEqualTo("JoinHandler");
    assertThat(binding.sendsResult()).isTrue();
    assertThat(binding.inputs())
        .extracting(HandlerBinding.Input::name)
        .containsExactly("parts", "times", "tail");
    assertThat(binding.inputs())
        .extracting(input -> input.type().getTypeName())
        .containsExactly("java.util.List<java.lang.String>", "int", "byte[]");
  }

  @Test
  void settings_areThoseWrittenInTheAnnotation_butForNone() {
    HandlerBinding<?> binding = onlyBinding(STAGE, "com.acme.JoinHandler_AsyncActivityModule");
    assertThat(binding.settings())
        .isEqualTo(
            Map.of(HandlerSetting.TASK_QUEUE, "q", HandlerSetting.HEARTBEAT_INTERVAL, "auto"));
  }

  @Test
  void unscopedHandler_isNewForEachAttempt() {
    HandlerBinding<?> binding = onlyBinding(STAGE, "com.acme.JoinHandler_AsyncActivityModule");
    assertThat((Object) binding.provider().get()).isNotSameAs(binding.provider().get());
  }

  @Test
  void externalHandler_getsTheSamePendingActivityInItsHooks() throws Throwable {
    HandlerBinding<?> binding =
        onlyBinding(EXTERNAL, "com.acme.Outer_AskHandler_AsyncActivityModule");
    Object handler = binding.provider().get();
    FakeInvocation call = new FakeInvocation("why?");

    assertThat(invoke(binding.start(), handler, call)).isNull();
    assertThat(invoke(binding.heartbeat().orElseThrow(), handler, call)).isEqualTo(true);
    assertThat(invoke(binding.cancel().orElseThrow(), handler, call))
        .isEqualTo("test, attempt runId");
  }

  @Test
  void checkedException_passesThrough() {
    HandlerBinding<?> binding =
        onlyBinding(EXTERNAL, "com.acme.Outer_AskHandler_AsyncActivityModule");
    Object handler = binding.provider().get();
    assertThatThrownBy(() -> invoke(binding.start(), handler, new FakeInvocation((Object) null)))
        .isInstanceOf(IOException.class)
        .hasMessage("nothing to ask");
  }

  private static HandlerBinding<?> onlyBinding(String source, String moduleName) {
    Compilation compilation = Compilations.compile(Compilations.source(source));
    assertThat(compilation.diagnostics()).isEmpty();
    Module module = instance(Compilations.loader(compilation), moduleName);
    Injector injector =
        Guice.createInjector(
            module,
            module,
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(String.class).toInstance("+");
              }
            });
    Set<HandlerBinding<?>> bindings = injector.getInstance(new Key<Set<HandlerBinding<?>>>() {});
    assertThat(bindings).hasSize(1);
    return bindings.iterator().next();
  }

  private static Module instance(ClassLoader loader, String name) {
    try {
      return (Module) loader.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name + " is not public with a public constructor", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object invoke(
      HandlerMethod<?> method, Object handler, FakeInvocation call) throws Throwable {
    return ((HandlerMethod<Object>) method).invoke(handler, call);
  }
}
