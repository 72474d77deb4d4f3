package dev.longhaul.runtime.internal.manage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The managed attempts by token and by ids. Thread-safe: both indexes change together, so that no
 * reader finds an attempt by one and not by the other.
 */
final class Registry {
  @GuardedBy("this")
  private final Map<TaskToken, Attempt> byToken = new HashMap<>();

  @GuardedBy("this")
  private final Map<FullActivityId, Attempt> byId = new HashMap<>();

  // Those whose place was taken by others, until they have ended: an outcome may be on its way.
  @GuardedBy("this")
  private final Set<Attempt> replaced = new LinkedHashSet<>();

  /** Adds an attempt and answers the ones whose place it took. */
  synchronized Collection<Attempt> add(Attempt attempt) {
    Set<Attempt> others = new LinkedHashSet<>();
    if (attempt.task().reference() instanceof TaskToken token) {
      addIfPresent(others, byToken.put(token, attempt));
    }
    if (attempt.task().id() != null) {
      addIfPresent(others, byId.put(attempt.task().id(), attempt));
    }
    others.forEach(this::unlink);
    replaced.addAll(others);
    return others;
  }

  /** Forgets an attempt. */
  synchronized void remove(Attempt attempt) {
    unlink(attempt);
    replaced.remove(attempt);
  }

  synchronized Optional<Attempt> find(ActivityReference reference) {
    if (reference instanceof TaskToken token) {
      return Optional.ofNullable(byToken.get(token));
    }
    FullActivityId id = (FullActivityId) reference;
    Attempt exact = byId.get(id);
    return exact != null || id.hasRunId() ? Optional.ofNullable(exact) : findInAnyRun(id);
  }

  /** All that can be found. */
  synchronized List<Attempt> all() {
    List<Attempt> all = new ArrayList<>(byId.values());
    byToken.values().stream().filter(attempt -> attempt.task().id() == null).forEach(all::add);
    return all;
  }

  /** All that have not ended, those whose place was taken included. */
  synchronized List<Attempt> unfinished() {
    List<Attempt> all = all();
    all.addAll(replaced);
    return all;
  }

  /** Whether all have ended. */
  synchronized boolean isEmpty() {
    return byToken.isEmpty() && byId.isEmpty() && replaced.isEmpty();
  }

  @GuardedBy("this")
  private Optional<Attempt> findInAnyRun(FullActivityId id) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getKey().withRunId("").equals(id))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  // Only its own entries: another attempt may have taken its place.
  @GuardedBy("this")
  private void unlink(Attempt attempt) {
    if (attempt.task().reference() instanceof TaskToken token) {
      byToken.remove(token, attempt);
    }
    FullActivityId id = attempt.task().id();
    if (id != null) {
      byId.remove(id, attempt);
    }
  }

  private static void addIfPresent(Set<Attempt> attempts, @Nullable Attempt attempt) {
    if (attempt != null) {
      attempts.add(attempt);
    }
  }
}
