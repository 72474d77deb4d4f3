package dev.longhaul.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;

/**
 * Checks each class annotated with {@link dev.longhaul.api.AsyncActivityHandler} and generates
 * {@code <Class>_AsyncActivityModule} for it. Each module depends on its handler alone, so that an
 * incremental build repeats only what changed. For use by the compiler.
 */
@AutoService(Processor.class)
public final class AsyncActivityHandlerProcessor extends BasicAnnotationProcessor {

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  protected Iterable<? extends Step> steps() {
    return List.of(new HandlerStep(processingEnv), new PlacementStep(processingEnv));
  }
}
