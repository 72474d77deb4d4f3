package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The managed attempts by token and by ids. Thread-safe: both indexes change together, so that no
 * reader finds an attempt by one and not by the other.
 */
final class Registry {
  private final Map<TaskToken, Attempt> byToken = new HashMap<>();
  private final Map<FullActivityId, Attempt> byId = new HashMap<>();
  private final Set<Attempt> all = new HashSet<>();

  /** Adds an attempt and answers the ones whose place it took. */
  synchronized Collection<Attempt> add(Attempt attempt) {
    Set<Attempt> replaced = new HashSet<>();
    if (attempt.task().reference() instanceof TaskToken token) {
      addIfPresent(replaced, byToken.put(token, attempt));
    }
    if (attempt.task().id() != null) {
      addIfPresent(replaced, byId.put(attempt.task().id(), attempt));
    }
    replaced.forEach(this::forget);
    all.add(attempt);
    return replaced;
  }

  synchronized void remove(Attempt attempt) {
    forget(attempt);
  }

  synchronized Optional<Attempt> find(ActivityReference reference) {
    if (reference instanceof TaskToken token) {
      return Optional.ofNullable(byToken.get(token));
    }
    FullActivityId id = (FullActivityId) reference;
    Attempt exact = byId.get(id);
    return exact != null || id.hasRunId() ? Optional.ofNullable(exact) : findInAnyRun(id);
  }

  synchronized List<Attempt> all() {
    return List.copyOf(all);
  }

  synchronized boolean isEmpty() {
    return all.isEmpty();
  }

  private Optional<Attempt> findInAnyRun(FullActivityId id) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getKey().withRunId("").equals(id))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  // Only its own entries: another attempt may have taken its place.
  private void forget(Attempt attempt) {
    all.remove(attempt);
    if (attempt.task().reference() instanceof TaskToken token) {
      byToken.remove(token, attempt);
    }
    if (attempt.task().id() != null) {
      byId.remove(Objects.requireNonNull(attempt.task().id()), attempt);
    }
  }

  private static void addIfPresent(Set<Attempt> attempts, @Nullable Attempt attempt) {
    if (attempt != null) {
      attempts.add(attempt);
    }
  }
}
