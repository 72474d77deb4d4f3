package dev.longhaul.processor;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.processor.check.HandlerSpec;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What a handler has for itself.
 *
 * @param taskQueue as it is written in the annotation; empty if only configuration knows
 */
record Claim(TypeElement handler, String name, String activityType, String taskQueue) {

  static Claim of(HandlerSpec handler) {
    return new Claim(
        handler.attributes().handler(),
        handler.name(),
        handler.activityType(),
        handler.settings().getOrDefault(HandlerSetting.TASK_QUEUE, ""));
  }

  /** As the generated module says. */
  static Claim of(TypeElement module) {
    AnnotationMirror annotation =
        MoreElements.getAnnotationMirror(module, BindsHandler.class).get();
    return new Claim(
        MoreTypes.asTypeElement((TypeMirror) value(annotation, "value")),
        value(annotation, "name").toString(),
        value(annotation, "activityType").toString(),
        value(annotation, "taskQueue").toString());
  }

  private static Object value(AnnotationMirror annotation, String attribute) {
    return AnnotationMirrors.getAnnotationValue(annotation, attribute).getValue();
  }
}
