package dev.longhaul.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method that starts the work. Its parameters are the activity's inputs, in order, and at any
 * position an optional {@link ActivityContext}; its signature decides how the activity completes:
 *
 * <ul>
 *   <li><b>blocking</b>: returns a value or {@code void}; completes on return, and may block;
 *   <li><b>stage</b>: returns a {@link java.util.concurrent.CompletionStage} of any subtype;
 *       completes when the stage does;
 *   <li><b>external</b>: returns {@code void} and takes a {@link PendingActivity}; completes when
 *       anyone completes it, here or in another process.
 * </ul>
 *
 * <p>Fewer inputs than parameters arrive as {@code null} or zero; more are ignored. What it throws
 * fails the activity: an {@link ActivityFailureException} as it says, anything else retryably, with
 * its class name as the type.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnStart {}
