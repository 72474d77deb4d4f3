package dev.longhaul.api;

import java.time.Duration;
import java.util.Optional;

/**
 * How the polls of one task queue do. Immutable.
 *
 * @param taskQueue the queue
 * @param openPolls polls that wait for a task right now
 * @param atLimit whether none is open because as many activities run as may run: it is polled again
 *     when one of them ends
 * @param sinceAnswer since the server last answered a poll, with a task or without; empty if it
 *     never did
 * @param failingFor since the first of the polls that have failed with no answer in between; empty
 *     if the last one did not fail
 * @param failure why the last poll failed, if it did; without secrets
 * @param quietFor since anything happened at all: a poll began, was answered, or failed
 */
public record PollHealth(
    String taskQueue,
    int openPolls,
    boolean atLimit,
    Optional<Duration> sinceAnswer,
    Optional<Duration> failingFor,
    Optional<String> failure,
    Duration quietFor) {}
