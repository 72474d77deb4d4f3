/**
 * Tests of handlers: {@link dev.longhaul.testing.junit5.HandlerHarness} runs one without a server
 * and moves time, {@link dev.longhaul.testing.junit5.LonghaulExtension} runs them with workflows.
 */
@NullMarked
package dev.longhaul.testing.junit5;

import org.jspecify.annotations.NullMarked;
