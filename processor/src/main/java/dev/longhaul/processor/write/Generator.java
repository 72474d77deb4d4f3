package dev.longhaul.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Who generates code, and where.
 *
 * @param name the class of the processor
 */
public record Generator(String name, ProcessingEnvironment environment) {

  /**
   * Adds {@code @Generated}, unless the code would not compile with it: a named module need not
   * read {@code java.compiler}, where the annotation is.
   */
  void sign(TypeSpec.Builder type, Element origin) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(origin);
    String annotation = Generated.class.getCanonicalName();
    TypeElement visible =
        module == null
            ? elements.getTypeElement(annotation)
            : elements.getTypeElement(module, annotation);
    if (visible != null) {
      type.addAnnotation(
          AnnotationSpec.builder(Generated.class).addMember("value", "$S", name).build());
    }
  }

  /**
   * Adds {@code @SuppressWarnings} for these warnings; in a named module, also for that of types
   * which those who require it cannot use, as they need not.
   */
  void suppress(SortedSet<String> lintNames, TypeSpec.Builder type, Element origin) {
    SortedSet<String> all = new TreeSet<>(lintNames);
    ModuleElement module = environment.getElementUtils().getModuleOf(origin);
    if (module != null && !module.isUnnamed()) {
      all.add("exports");
    }
    if (!all.isEmpty()) {
      AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
      all.forEach(lint -> annotation.addMember("value", "$S", lint));
      type.addAnnotation(annotation.build());
    }
  }
}
