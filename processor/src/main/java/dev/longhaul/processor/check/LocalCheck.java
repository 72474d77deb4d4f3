package dev.longhaul.processor.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.processor.diagnostic.ClassRule;
import dev.longhaul.processor.diagnostic.Wording;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Finds handlers that are declared inside methods, where annotation processing does not look. */
public final class LocalCheck {
  private static final String ANNOTATION = AsyncActivityHandler.class.getSimpleName();
  private static final String PACKAGE = AsyncActivityHandler.class.getPackageName();
  private static final String QUALIFIED = AsyncActivityHandler.class.getName();

  private final Trees trees;
  private final Set<CompilationUnitTree> seen = new HashSet<>();

  private LocalCheck(Trees trees) {
    this.trees = trees;
  }

  /** Empty if the compiler does not show its syntax trees. */
  public static Optional<LocalCheck> of(ProcessingEnvironment environment) {
    return SyntaxTrees.of(environment).map(LocalCheck::new);
  }

  /** Looks through the file of the class. */
  public void check(Element root) {
    TreePath path = trees.getPath(root);
    if (path != null && seen.add(path.getCompilationUnit())) {
      CompilationUnitTree file = path.getCompilationUnit();
      Set<String> names = names(file);
      if (!names.isEmpty()) {
        new Scanner(file, names).scan(file, null);
      }
    }
  }

  /** How the file may name the annotation; a scan of each file would cost more. */
  private static Set<String> names(CompilationUnitTree file) {
    Set<String> names = new HashSet<>();
    if (file.getImports().stream().anyMatch(LocalCheck::isOurs)) {
      names.add(ANNOTATION);
    }
    if (text(file).contains("@" + QUALIFIED)) {
      names.add(QUALIFIED);
    }
    return names;
  }

  private static String text(CompilationUnitTree file) {
    try {
      return file.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      return ""; // which the compiler, who read it before, would have told
    }
  }

  private static boolean isOurs(ImportTree tree) {
    String name = tree.getQualifiedIdentifier().toString();
    return name.equals(QUALIFIED) || name.equals(PACKAGE + ".*");
  }

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree file;
    private final Set<String> names;

    Scanner(CompilationUnitTree file, Set<String> names) {
      this.file = file;
      this.names = names;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      if (isInCode(getCurrentPath())) {
        type.getModifiers().getAnnotations().stream()
            .filter(annotation -> names.contains(annotation.getAnnotationType().toString()))
            .forEach(annotation -> print(annotation, type.getSimpleName()));
      }
      return super.visitClass(type, null);
    }

    /** Whether there is anything else than classes around it. */
    private static boolean isInCode(TreePath path) {
      for (Tree tree : path) {
        if (!(tree instanceof ClassTree || tree instanceof CompilationUnitTree)) {
          return true;
        }
      }
      return false;
    }

    private void print(AnnotationTree annotation, Name handler) {
      Wording wording = ClassRule.LOCAL.wording();
      trees.printMessage(wording.kind(), wording.text(handler), annotation, file);
    }
  }
}
