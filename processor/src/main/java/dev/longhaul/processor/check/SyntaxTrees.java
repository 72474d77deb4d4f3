package dev.longhaul.processor.check;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * What only javac shows. Other compilers do not, nor do build tools that stand before it; there,
 * the checks that need it say nothing.
 */
public final class SyntaxTrees {
  private SyntaxTrees() {}

  /** Empty if they are not shown. */
  public static Optional<Trees> of(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return Optional.empty();
    }
  }
}
