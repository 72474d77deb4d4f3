package dev.longhaul.processor;

import com.google.auto.service.AutoService;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.processor.diagnostic.Report;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Lists the generated modules of a compilation in a {@link dev.longhaul.api.spi.HandlerIndex}, by
 * which {@code AsyncActivities.discover()} finds them. The index stands beside the first handler;
 * the option {@value #INDEX_OPTION} gives it another name. For use by the compiler.
 *
 * <p>A source file must not be written in the last round, which nobody can foresee. But a round
 * with handlers is never the last one, since their modules are generated in it: so the index is
 * written in the first round without handlers. Handlers that come later than that, from code that
 * another processor generates late, get an index of their own. The service file may be written in
 * the last round, and names all indexes.
 */
@AutoService(Processor.class)
public final class HandlerIndexProcessor extends RoundProcessor {
  /** The option with the fully qualified name of the index. */
  static final String INDEX_OPTION = "longhaul.index";

  private final DuplicateCheck duplicates = new DuplicateCheck();
  private IndexGenerator generator;

  /** For the compiler. */
  public HandlerIndexProcessor() {
    super(List.of(BindsHandler.class));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(BindsHandler.class.getCanonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(INDEX_OPTION);
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    generator = new IndexGenerator(environment);
  }

  @Override
  void look(TypeElement module, Report report) {
    Claim claim = Claim.of(module);
    generator.add(claim.handler(), module);
    duplicates.add(claim, report);
  }

  // The handler is undefined, which is told elsewhere.
  @Override
  void lookAtUndefined(TypeElement module, Report report) {}

  @Override
  void roundEnded(RoundEnvironment round, Report report) {
    if (round.processingOver()) {
      generator.finish(report);
    } else if (!hasHandlers(round)) {
      generator.writeIndex(report);
    }
  }

  private boolean hasHandlers(RoundEnvironment round) {
    TypeElement annotation =
        processingEnv
            .getElementUtils()
            .getTypeElement(AsyncActivityHandler.class.getCanonicalName());
    return annotation != null && !round.getElementsAnnotatedWith(annotation).isEmpty();
  }
}
