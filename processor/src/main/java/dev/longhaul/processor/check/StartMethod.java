package dev.longhaul.processor.check;

import dev.longhaul.processor.model.CallModel;
import java.util.List;

/**
 * A start method of which it is known how it completes.
 *
 * @param inputs the parameters that receive inputs, in order
 */
record StartMethod(
    RoleMethod method, Completion completion, List<RoleMethod.Parameter> inputs, CallModel call) {}
