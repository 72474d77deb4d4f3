package dev.longhaul.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method that runs before each automatic heartbeat. Its result becomes the heartbeat details;
 * {@code null} or {@code void} keeps the last ones, and a {@link
 * java.util.concurrent.CompletionStage} is waited for. It may take an {@link ActivityContext} (or
 * the {@link PendingActivity} of the external form) and, beside an {@link OnBatch} method, the
 * {@link BatchItem} that it is called for.
 *
 * <p>If it throws, that heartbeat is not sent and is tried again soon: work that stopped being
 * alive stops looking alive. In the stage and external forms, heartbeats go without it until the
 * {@link OnStart} method has returned.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnHeartbeat {}
