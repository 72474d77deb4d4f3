package dev.longhaul.testing.junit5;

import io.temporal.workflow.WorkflowInterface;
import java.lang.reflect.Modifier;

/** Interfaces of workflows and classes that implement them. */
final class WorkflowTypes {
  private WorkflowTypes() {}

  static boolean isInterface(Class<?> type) {
    return type.isInterface() && type.isAnnotationPresent(WorkflowInterface.class);
  }

  /**
   * The class itself.
   *
   * @throws IllegalArgumentException if a worker could not run it
   */
  static Class<?> requireImplementation(Class<?> type) {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      throw new IllegalArgumentException(
          type.getName()
              + " cannot be instantiated: workflows(...) takes the classes that implement workflows,"
              + " not their interfaces");
    } else if (!implementsWorkflow(type)) {
      throw new IllegalArgumentException(
          type.getName()
              + " implements no interface with @WorkflowInterface: workflows(...) takes the classes"
              + " that implement workflows; those of handlers go to handlers(...)");
    }
    return type;
  }

  private static boolean implementsWorkflow(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        if (isInterface(implemented) || implementsWorkflow(implemented)) {
          return true;
        }
      }
    }
    return false;
  }
}
