package dev.longhaul.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Lists the handlers of a compilation in a {@link dev.longhaul.api.spi.HandlerIndex}, by which
 * {@code AsyncActivities.discover()} finds them. The index stands beside the first handler; the
 * option {@value #INDEX_OPTION} gives it another name. For use by the compiler.
 */
@AutoService(Processor.class)
public final class HandlerIndexProcessor extends BasicAnnotationProcessor {
  /** The option with the fully qualified name of the index. */
  static final String INDEX_OPTION = "longhaul.index";

  private @Nullable IndexStep step;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(INDEX_OPTION);
  }

  @Override
  protected Iterable<? extends Step> steps() {
    IndexStep created = new IndexStep(processingEnv);
    step = created;
    return List.of(created);
  }

  @Override
  protected void postRound(RoundEnvironment round) {
    if (step != null) {
      step.roundEnded(round);
    }
  }
}
