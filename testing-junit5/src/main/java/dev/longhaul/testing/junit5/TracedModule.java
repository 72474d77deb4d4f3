package dev.longhaul.testing.junit5;

import com.google.inject.AbstractModule;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.api.spi.Invocation;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.util.List;

/** Binds a handler as its generated module does, and notes each call of its methods. */
final class TracedModule<H> extends AbstractModule {
  private final AsyncActivityModule<H> module;
  private final HandlerBinding<H> described;
  private final RunLogs<H> logs;

  TracedModule(AsyncActivityModule<H> module, HandlerBinding<H> described, RunLogs<H> logs) {
    this.module = module;
    this.described = described;
    this.logs = logs;
  }

  @Override
  protected void configure() {
    HandlerBinding.Builder<H> traced =
        HandlerBinding.builder(
                module.getClass(),
                described.handlerType(),
                binder().getProvider(described.handlerType()))
            .activityType(described.activityType())
            .name(described.name());
    described.settings().forEach(traced::setting);
    described.inputs().forEach(input -> traced.input(input.name(), input.type()));
    if (!described.sendsResult()) {
      traced.withoutResult();
    }
    described.heartbeat().ifPresent(hook -> traced.onHeartbeat(noted(Kind.HEARTBEAT_HOOK, hook)));
    described.cancel().ifPresent(hook -> traced.onCancel(noted(Kind.CANCEL_HOOK, hook)));
    HandlerMethod<H> start = started(described.start());
    bind(module.key())
        .toInstance(
            described.isBatch()
                ? traced.onBatch(described.form(), start)
                : traced.onStart(described.form(), start));
    install(module.setHalf());
  }

  private HandlerMethod<H> noted(Kind kind, HandlerMethod<H> method) {
    return (handler, call) -> {
      logs.of(call.context()).add(kind, "");
      return method.invoke(handler, call);
    };
  }

  private HandlerMethod<H> started(HandlerMethod<H> method) {
    return (handler, call) -> {
      List<RunLog<H>> called = called(call);
      called.forEach(log -> log.started(handler));
      try {
        Object result = method.invoke(handler, call);
        called.forEach(log -> log.add(Kind.START_RETURNED, ""));
        return result;
      } catch (Throwable e) {
        called.forEach(log -> log.add(Kind.START_THREW, e.getClass().getSimpleName()));
        throw e;
      }
    };
  }

  /** Those of the activities that a start is called for. */
  private List<RunLog<H>> called(Invocation call) {
    if (!described.isBatch()) {
      return List.of(logs.of(call.context()));
    }
    return call.<BatchItem<?>>items().stream().map(item -> logs.of(item.context())).toList();
  }
}
