package dev.longhaul.processor.check;

import dev.longhaul.api.spi.CompletionForm;
import javax.lang.model.type.TypeMirror;

/**
 * How and with what a handler completes.
 *
 * @param result the result's type; {@code void} or {@code Void} if there is none
 */
record Completion(CompletionForm form, TypeMirror result) {}
