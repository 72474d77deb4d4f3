package dev.longhaul.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method that ends the work, called at most once for each attempt, exactly when the attempt
 * will end without this work's result. It may take a {@link StopRequest}, which tells why, and an
 * {@link ActivityContext} (or the {@link PendingActivity} of the external form) and, beside an
 * {@link OnBatch} method, the {@link BatchItem} that it is called for, in any order.
 *
 * <p>Its non-void result becomes the cancellation details; a {@link
 * java.util.concurrent.CompletionStage} is waited for, within the handler's grace period. If it
 * throws, that is logged once, and the attempt ends without details.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnCancel {}
