package dev.longhaul.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Environments that stand before the compiler's own, as build tools put them. */
final class Environments {
  private Environments() {}

  /** The environment with one method that answers otherwise. */
  static ProcessingEnvironment with(
      ProcessingEnvironment environment, String name, Supplier<?> answer) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            ProcessingEnvironment.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                return answer.get();
              }
              try {
                return method.invoke(environment, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** A processor that is given another environment. */
  static final class Wrapping extends AbstractProcessor {
    private final Processor processor;
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    Wrapping(Processor processor, UnaryOperator<ProcessingEnvironment> wrapper) {
      this.processor = processor;
      this.wrapper = wrapper;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(wrapper.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false; // ours claim nothing
    }
  }
}
