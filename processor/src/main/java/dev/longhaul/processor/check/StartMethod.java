package dev.longhaul.processor.check;

import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.model.CallModel;
import java.util.List;

/**
 * A start method of which it is known how it completes.
 *
 * @param inputs the parameters that receive inputs, in order
 */
record StartMethod(
    RoleMethod method, Completion completion, List<RoleMethod.Parameter> inputs, CallModel call) {

  boolean isBatch() {
    return method.role() == Role.BATCH;
  }

  /** The type of the items, of a batch method. */
  String showItem() {
    String input = Show.type(inputs.get(0).type());
    return completion.form() == CompletionForm.EXTERNAL
        ? "PendingBatchItem<" + input + ", " + Show.type(completion.result()) + ">"
        : "BatchItem<" + input + ">";
  }
}
