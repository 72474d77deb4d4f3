package dev.longhaul.processor.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations that do not exist, for instance since an import is missing. javac leaves them
 * out of what it shows to processors, so that a forgotten import would look like a forgotten
 * annotation.
 */
public final class UndefinedAnnotations {
  private final @Nullable Trees trees;

  public UndefinedAnnotations(ProcessingEnvironment environment) {
    this.trees = SyntaxTrees.of(environment).orElse(null);
  }

  /** Whether the class, or a member of it, has one. */
  public boolean areIn(TypeElement type) {
    Trees shown = trees;
    return shown != null
        && Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
            .anyMatch(element -> areOn(element, shown));
  }

  private static boolean areOn(Element element, Trees trees) {
    TreePath path = trees.getPath(element);
    ModifiersTree modifiers = path == null ? null : modifiers(path);
    return modifiers != null
        && modifiers.getAnnotations().stream()
            .anyMatch(annotation -> isUndefined(annotation, new TreePath(path, modifiers), trees));
  }

  private static @Nullable ModifiersTree modifiers(TreePath path) {
    if (path.getLeaf() instanceof MethodTree method) {
      return method.getModifiers();
    }
    return path.getLeaf() instanceof ClassTree type ? type.getModifiers() : null;
  }

  private static boolean isUndefined(AnnotationTree annotation, TreePath around, Trees trees) {
    TypeMirror type =
        trees.getTypeMirror(
            new TreePath(new TreePath(around, annotation), annotation.getAnnotationType()));
    return type != null && type.getKind() == TypeKind.ERROR;
  }
}
