package dev.longhaul.processor;

import java.util.List;

/**
 * A start method that passed its checks.
 *
 * @param inputs the parameters that receive inputs, in order
 */
record StartMethod(
    RoleMethod method, Completion completion, List<RoleMethod.Parameter> inputs, CallModel call) {}
