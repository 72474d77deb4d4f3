package dev.longhaul.simulation;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.ActivityState;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.StopRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What one process was given, and what has been seen of it. */
final class Book {
  private final World world;
  private final Rules rules;
  private final WorkerProcess process;
  private final Verdict verdict;
  private final IdentityHashMap<ActivityReference, Entry> byReference = new IdentityHashMap<>();
  private final Map<ActivityReference, Entry> latest = new HashMap<>();
  private final Map<Integer, Entry> byNumber = new LinkedHashMap<>();
  private final List<Entry> unanswered = new ArrayList<>();

  Book(World world, Rules rules, WorkerProcess process) {
    this.world = world;
    this.rules = rules;
    this.process = process;
    this.verdict = new Verdict(world, rules, process);
  }

  /** The process gets an attempt. */
  Entry open(Start start, boolean byId) {
    Execution activity = start.activity;
    FullActivityId id = activity.id.withRunId(activity.run.runId); // another object
    Entry entry = new Entry(world.nextNumber(), start, process, byId ? id : start.token(), id);
    entry.hasDetails = activity.details != null;
    start.entries.add(entry);
    byReference.put(entry.reference, entry);
    byReference.put(entry.id, entry);
    takePlace(entry.reference, entry);
    takePlace(entry.id, entry);
    byNumber.put(entry.number, entry);
    trace(entry, "is taken by " + process);
    return entry;
  }

  private void takePlace(ActivityReference reference, Entry entry) {
    Entry before = latest.put(reference, entry);
    if (before != null && before != entry) {
      before.outOfPlay = true;
    }
  }

  Entry entry(ActivityReference reference) {
    Entry entry = byReference.get(reference);
    if (entry == null) {
      throw new IllegalStateException("nobody gave " + reference + " to " + process);
    }
    return entry;
  }

  /** Which entry is meant now by the reference of this one. */
  Entry latest(Entry entry) {
    return latest.get(entry.reference);
  }

  Entry entry(int number) {
    return byNumber.get(number);
  }

  /** The work has an outcome. */
  void offers(Entry entry) {
    entry.hasSpoken = true;
    if (!process.isClosing()) {
      trace(entry, "has an outcome");
      entry.offers(world.now());
    }
  }

  /** The work is told to stop. */
  void told(Entry entry, StopRequest request) {
    StopRequest.Kind before = entry.stop;
    rules.require(
        before == null || request.kind().compareTo(before) > 0,
        Rule.STOPPED_ONCE,
        entry,
        "is told " + request.kind() + " after " + before);
    trace(entry, "is told " + request);
    entry.stop = request.kind();
    verdict.stopped(entry, request.kind());
  }

  /** A hook that ends the work is called. */
  void stopHookCalled(Entry entry) {
    trace(entry, "has its hook called");
    entry.stopHooks++;
    rules.require(
        entry.stopHooks == 1, Rule.NO_HOOK_WHILE_REPORTING, entry, "has its hook called twice");
    noResultBefore(entry);
  }

  /** The work is asked to end. If it has had a result before, that is wrong. */
  void noResultBefore(Entry entry) {
    entry.askedToEndWhileReporting |=
        process.manager().get(entry.reference).stream()
            .anyMatch(activity -> activity.state() == ActivityState.REPORTING);
    rules.require(
        entry.sent == null || Answers.isOfStop(entry.sent),
        Rule.NO_HOOK_WHILE_REPORTING,
        entry,
        "is asked to end, but its result is on its way");
  }

  /** Somebody reports an outcome, or a cancellation that may be none. */
  void reports(Entry entry, CompletableFuture<Void> acknowledged) {
    entry.hasSpoken = true;
    track(entry, acknowledged);
    trace(entry, "somebody reports");
    acknowledged.thenRun(
        () -> {
          entry.successes++;
          rules.require(
              entry.successes == 1, Rule.ONE_OUTCOME, entry, "has two outcomes acknowledged");
          rules.require(
              entry.accepted, Rule.ONE_OUTCOME, entry, "has an outcome that the server has not");
        });
  }

  /** Somebody waits for it. */
  void track(Entry entry, CompletableFuture<Void> future) {
    unanswered.add(entry);
    future.whenComplete(
        (done, failure) -> {
          unanswered.remove(entry);
          trace(entry, "a future completes with " + failure);
        });
  }

  List<Entry> unanswered() {
    return List.copyOf(unanswered);
  }

  Collection<Entry> entries() {
    return byNumber.values();
  }

  /** Nothing more is to be expected. */
  void close() {
    byNumber.values().forEach(entry -> entry.outOfPlay = true);
  }

  /** What nobody looks after any more, though the server waits for it. */
  List<Start> left() {
    return entries().stream()
        .map(entry -> entry.start)
        .filter(start -> start.isCurrent() && start.activity.kind.form().isOutside())
        .distinct()
        .toList();
  }

  /** Writes down what happened to all of them. */
  void trace(String what) {
    byNumber.values().forEach(entry -> trace(entry, what));
  }

  private void trace(Entry entry, String what) {
    world.trace(entry.start.activity, () -> "entry " + entry.number + ": " + what);
  }

  Verdict verdict() {
    return verdict;
  }
}
