package dev.longhaul.testing.junit5;

import com.google.inject.AbstractModule;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;

/** Binds a handler as its generated module does, and notes each call of its methods. */
final class TracedModule<H> extends AbstractModule {
  private final AsyncActivityModule<H> module;
  private final HandlerBinding<H> described;
  private final RunLog<H> log;

  TracedModule(AsyncActivityModule<H> module, HandlerBinding<H> described, RunLog<H> log) {
    this.module = module;
    this.described = described;
    this.log = log;
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
    bind(module.key()).toInstance(traced.onStart(described.form(), started(described.start())));
    install(module.setHalf());
  }

  private HandlerMethod<H> noted(Kind kind, HandlerMethod<H> method) {
    return (handler, call) -> {
      log.add(kind, "");
      return method.invoke(handler, call);
    };
  }

  private HandlerMethod<H> started(HandlerMethod<H> method) {
    return (handler, call) -> {
      log.started(handler);
      try {
        Object result = method.invoke(handler, call);
        log.add(Kind.START_RETURNED, "");
        return result;
      } catch (Throwable e) {
        log.add(Kind.START_THREW, e.getClass().getSimpleName());
        throw e;
      }
    };
  }
}
