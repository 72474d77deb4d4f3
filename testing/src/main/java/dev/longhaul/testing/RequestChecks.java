package dev.longhaul.testing;

import static dev.longhaul.testing.Refusals.invalidArgument;

import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityRequest.ById;
import dev.longhaul.testing.ActivityRequest.ByToken;
import dev.longhaul.testing.ActivityRequest.Target;
import dev.longhaul.testing.ActivityTable.Call;
import dev.longhaul.testing.Namespaces.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a server checks, in this order, before it looks at the activity. */
final class RequestChecks {
  private static final int MAX_ID_BYTES = 1000;
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final List<Check> IN_ORDER =
      List.of(
          byToken(token -> token.token().isEmpty(), "Task token not set on request."),
          byToken(token -> token.content() == null, "Error deserializing task token."),
          byToken(
              token -> token.readable().namespaceId().isEmpty(), "Namespace not set on request."),
          RequestChecks::namespaceIsKnown,
          RequestChecks::namespaceIsNotDeleted,
          byId(id -> id.activityId().isEmpty(), "ActivityId is not set on request."),
          refuse(RequestChecks::hasLongIdentity, "Identity length exceeds limit."),
          refuse(RequestChecks::lacksFailureInfo, "Failure must have ApplicationFailureInfo."),
          byId(id -> !isRunId(id.runId()), "RunId is not valid UUID."));

  private RequestChecks() {}

  @FunctionalInterface
  private interface Check {
    void apply(ActivityRequest request, Namespaces namespaces);
  }

  /** Throws the first refusal. */
  static void apply(ActivityRequest request, Namespaces namespaces) {
    IN_ORDER.forEach(check -> check.apply(request, namespaces));
  }

  /** The namespace of a request that names it; throws, if there is none, or not any more. */
  static Namespace usable(String name, Namespaces namespaces) {
    return notDeleted(named(name, namespaces));
  }

  /** Of a request that passed the checks. */
  static Namespace namespaceOf(ActivityRequest request, Namespaces namespaces) {
    if (request.target() instanceof ByToken token) {
      String id = token.readable().namespaceId();
      Namespace namespace = namespaces.findById(id);
      if (namespace == null) {
        throw Refusals.namespaceNotFound(id);
      }
      return namespace;
    }
    return named(request.namespace(), namespaces);
  }

  /** Deleted or not. */
  static Namespace named(String name, Namespaces namespaces) {
    if (name.isEmpty()) {
      throw invalidArgument("Namespace is empty.");
    } else if (isTooLong(name)) {
      throw invalidArgument("Namespace length exceeds limit.");
    }
    return namespaces.named(name);
  }

  static boolean isTooLong(String idOrName) {
    return idOrName.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES;
  }

  /** Empty is the current run. */
  static boolean isRunId(String runId) {
    return runId.isEmpty() || UUID_TEXT.matcher(runId).matches();
  }

  private static void namespaceIsKnown(ActivityRequest request, Namespaces namespaces) {
    Namespace namespace = namespaceOf(request, namespaces);
    if (!request.namespace().isEmpty() && !request.namespace().equals(namespace.name())) {
      throw invalidArgument("Operation requested with a token from a different namespace.");
    }
  }

  private static void namespaceIsNotDeleted(ActivityRequest request, Namespaces namespaces) {
    notDeleted(namespaceOf(request, namespaces));
  }

  private static Namespace notDeleted(Namespace namespace) {
    if (namespace.deleted()) {
      throw Refusals.deletedNamespace(namespace.name());
    }
    return namespace;
  }

  private static boolean hasLongIdentity(ActivityRequest request) {
    return request.call() != Call.HEARTBEAT && isTooLong(request.identity());
  }

  /** Only by token, and only if there is a failure at all. */
  private static boolean lacksFailureInfo(ActivityRequest request) {
    Failure failure = request.failure();
    return request.target() instanceof ByToken
        && failure != null
        && !failure.hasApplicationFailureInfo();
  }

  private static Check refuse(Predicate<ActivityRequest> broken, String text) {
    return (request, namespaces) -> {
      if (broken.test(request)) {
        throw invalidArgument(text);
      }
    };
  }

  private static Check byToken(Predicate<ByToken> broken, String text) {
    return refuse(request -> matches(request.target(), ByToken.class, broken), text);
  }

  private static Check byId(Predicate<ById> broken, String text) {
    return refuse(request -> matches(request.target(), ById.class, broken), text);
  }

  private static <T extends Target> boolean matches(
      Target target, Class<T> kind, Predicate<T> condition) {
    return kind.isInstance(target) && condition.test(kind.cast(target));
  }
}
