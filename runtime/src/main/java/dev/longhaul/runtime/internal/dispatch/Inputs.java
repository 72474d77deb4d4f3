package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of a task for the parameters of a start method. */
final class Inputs {
  private Inputs() {}

  /**
   * One value for each parameter: fewer inputs leave null or zero, more are ignored.
   *
   * @throws dev.longhaul.api.ActivityFailureException if an input does not fit: retryable, since in
   *     a rolling upgrade another process may have the right parameters
   */
  static @Nullable Object[] read(
      HandlerBinding<?> binding, ActivityTask task, PayloadMapper payloads) {
    List<Payload> received;
    try {
      received = payloads.decode(task.reference(), task.input());
    } catch (PayloadConversionException e) {
      throw mismatch("the inputs of " + binding.activityType() + " cannot be read", e);
    }
    @Nullable Object[] values = new @Nullable Object[binding.inputs().size()];
    for (int i = 0; i < values.length; i++) {
      HandlerBinding.Input input = binding.inputs().get(i);
      Object value = i < received.size() ? read(task, received.get(i), i, input, payloads) : null;
      values[i] = value == null ? zero(input.type()) : value;
    }
    return values;
  }

  private static @Nullable Object read(
      ActivityTask task,
      Payload payload,
      int index,
      HandlerBinding.Input input,
      PayloadMapper payloads) {
    try {
      return payloads.fromPayload(task.reference(), payload, input.type());
    } catch (PayloadConversionException e) {
      throw mismatch(
          "input "
              + (index + 1)
              + " of "
              + task.activityType()
              + " does not fit the parameter \""
              + input.name()
              + "\" of type "
              + input.type().getTypeName(),
          e);
    }
  }

  private static RuntimeException mismatch(String what, PayloadConversionException why) {
    return ActivityFailure.ofType("InputMismatch")
        .message(what + ": " + why.getMessage())
        .toException();
  }

  private static @Nullable Object zero(Type type) {
    return type instanceof Class<?> primitive && primitive.isPrimitive()
        ? Array.get(Array.newInstance(primitive, 1), 0)
        : null;
  }
}
