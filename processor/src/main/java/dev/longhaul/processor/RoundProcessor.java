package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.processor.diagnostic.Report;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * What both processors have in common: they look at each class when it can be looked at, print all
 * that is wrong at the end of a round, claim no annotations, and never throw.
 */
abstract class RoundProcessor extends AbstractProcessor {
  private final List<Class<? extends Annotation>> annotations;
  private Candidates candidates;

  RoundProcessor(List<Class<? extends Annotation>> annotations) {
    this.annotations = annotations;
  }

  @Override
  public final SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    candidates = new Candidates(environment, annotations);
  }

  @Override
  public final boolean process(Set<? extends TypeElement> found, RoundEnvironment round) {
    Report report = new Report();
    Crash.guard(
        () -> {
          for (TypeElement type : candidates.next(found, round)) {
            Crash.guard(() -> lookIfReady(type, report), type, report);
          }
          if (round.processingOver()) {
            candidates
                .waiting()
                .forEach(type -> Crash.guard(() -> lookAtUndefined(type, report), type, report));
          }
          roundEnded(round, report);
        },
        report);
    report.print(processingEnv.getMessager());
    return false;
  }

  private void lookIfReady(TypeElement type, Report report) {
    if (candidates.isReady(type)) {
      look(type, report);
    }
  }

  /** Looks at a class whose types all exist. */
  abstract void look(TypeElement type, Report report);

  /** Looks, after the last round, at a class that names types which do not exist. */
  abstract void lookAtUndefined(TypeElement type, Report report);

  /** Does what is to be done once in a round. */
  abstract void roundEnded(RoundEnvironment round, Report report);

  static boolean isHandler(TypeElement type) {
    return MoreElements.isAnnotationPresent(type, AsyncActivityHandler.class);
  }
}
