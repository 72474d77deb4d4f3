package dev.longhaul.processor;

import com.google.auto.service.AutoService;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.processor.check.AnnotationParser;
import dev.longhaul.processor.check.HandlerParser;
import dev.longhaul.processor.check.LocalCheck;
import dev.longhaul.processor.check.PlacementCheck;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.model.HandlerModel;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Checks each class annotated with {@link AsyncActivityHandler} and generates {@code
 * <Class>_AsyncActivityModule} for it. Each module depends on its handler alone, so that an
 * incremental build repeats only what changed. For use by the compiler.
 */
@AutoService(Processor.class)
public final class AsyncActivityHandlerProcessor extends RoundProcessor {
  private final DuplicateCheck duplicates = new DuplicateCheck();
  private HandlerParser parser;
  private ModuleGenerator generator;
  private ApiCheck apiCheck;
  private Optional<LocalCheck> localCheck;

  /** For the compiler. */
  public AsyncActivityHandlerProcessor() {
    super(annotations());
  }

  // Any: a file whose only handlers are local classes, which no compiler tells of, is to be looked
  // at as well.
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    parser = new HandlerParser(environment);
    generator = new ModuleGenerator(environment);
    apiCheck = new ApiCheck(environment.getElementUtils());
    localCheck = LocalCheck.of(environment);
  }

  @Override
  void look(TypeElement type, Report report) {
    if (!isHandler(type)) {
      PlacementCheck.check(type, report);
      return;
    }
    apiCheck.check(type, report);
    Report own = new Report();
    Optional<HandlerModel> model = parser.parse(type, own);
    checkDuplicate(type, own);
    report.addAll(own);
    if (!own.hasErrors()) {
      model.ifPresent(handler -> generator.generate(handler, report));
    }
  }

  @Override
  void lookAtUndefined(TypeElement type, Report report) {
    if (!isHandler(type)) {
      PlacementCheck.check(type, report);
      return;
    }
    parser.checkUndefined(type, report);
    checkDuplicate(type, report);
  }

  @Override
  void roundEnded(RoundEnvironment round, Report report) {
    localCheck.ifPresent(check -> round.getRootElements().forEach(check::check));
  }

  // Only among what is compiled now; the index compares with what was compiled before.
  private void checkDuplicate(TypeElement handler, Report report) {
    // What is wrong with the annotation itself is in the report already.
    duplicates.add(Claim.of(AnnotationParser.parse(handler, new Report())), report);
  }

  private static List<Class<? extends Annotation>> annotations() {
    return Stream.concat(
            Stream.<Class<? extends Annotation>>of(AsyncActivityHandler.class),
            PlacementCheck.annotations().stream())
        .toList();
  }
}
