package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.longhaul.api.RpcCode;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.errordetails.v1.ResourceExhaustedFailure;
import dev.longhaul.runtime.internal.convert.Texts;
import dev.longhaul.runtime.internal.manage.Limit;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that failed: gRPC's code, Temporal's error detail, and texts, which are
 * no contract and only decide where nothing else does. Immutable.
 */
final class RpcFailure {
  private static final int LONGEST_TEXT = 1024;

  /** Netty's own parts, which tell users nothing. */
  private static final String PIPELINE = "(?s)\\s*Channel Pipeline: .*";

  /** Why there is no connection; their messages tell more than the status does. */
  private static final List<Class<? extends Exception>> NOT_CONNECTED =
      List.of(
          ConnectException.class,
          NoRouteToHostException.class,
          UnknownHostException.class,
          SSLHandshakeException.class);

  /** Of INTERNAL answers that gRPC itself gives when a connection breaks. */
  private static final List<String> TRANSPORT_TEXTS =
      List.of("RST_STREAM", "HTTP/2", "http2", "unexpected EOS", "end-of-stream");

  /** Of RESOURCE_EXHAUSTED answers by gRPC's own limits, in Go and in Java. */
  private static final List<String> SIZE_TEXTS = List.of("larger than max", "exceeds maximum size");

  private final Throwable failure;
  private final Status status;

  private RpcFailure(Throwable failure) {
    this.failure = failure;
    this.status = Status.fromThrowable(failure);
  }

  /** What the future of a call failed with. */
  static RpcFailure of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return new RpcFailure(cause == null ? failure : cause);
  }

  RpcCode code() {
    return status.isOk() ? RpcCode.UNKNOWN : RpcCode.valueOf(status.getCode().name());
  }

  /** The detail, if it is one of this type. */
  <D extends Message> Optional<D> detail(Class<D> type) {
    com.google.rpc.Status details = StatusProto.fromThrowable(failure);
    if (details == null) {
      return Optional.empty();
    }
    for (Any detail : details.getDetailsList()) {
      if (detail.is(type)) {
        return unpacked(detail, type);
      }
    }
    return Optional.empty();
  }

  /** Which of the server's limits was hit. */
  Limit limit() {
    return detail(ResourceExhaustedFailure.class)
        .map(exhausted -> limit(exhausted.getCause()))
        .orElse(Limit.NONE);
  }

  // Of the others, some concern polls and updates, and some a single call.
  private static Limit limit(ResourceExhaustedCause cause) {
    return switch (cause) {
      case RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW -> Limit.RUN;
      case RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_APS_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_OPS_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_SYSTEM_OVERLOADED,
          RESOURCE_EXHAUSTED_CAUSE_CIRCUIT_BREAKER_OPEN,
          RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_LIMIT,
          RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_STORAGE_LIMIT ->
          Limit.ALL;
      default -> Limit.NONE;
    };
  }

  /** Whether the description contains the text, in any case. */
  boolean says(String text) {
    return description().toLowerCase(Locale.ROOT).contains(text);
  }

  /** Whether the whole description is of this pattern. */
  boolean says(Pattern pattern) {
    return pattern.matcher(description()).matches();
  }

  /** Whether the request certainly never left this process. */
  boolean wasNeverSent() {
    return failure instanceof NeverSentException;
  }

  /** Whether a connection broke, rather than the server refused. */
  boolean isAboutTransport() {
    return containsAny(TRANSPORT_TEXTS);
  }

  /** Whether a limit of gRPC itself was hit, which sends no detail. */
  boolean isAboutSize() {
    return containsAny(SIZE_TEXTS);
  }

  /**
   * Code and text for a message. Servers that break may put their inputs into the texts of INTERNAL
   * and UNKNOWN, which are therefore left out; other texts are cut to what a log can bear.
   */
  String told() {
    RpcCode code = code();
    if (code == RpcCode.INTERNAL || code == RpcCode.UNKNOWN || description().isEmpty()) {
      return code.toString();
    }
    return code + " (" + Texts.cut(description() + transportReason(), LONGEST_TEXT) + ")";
  }

  // gRPC only says that there was an exception. What is wrong with a certificate is at the bottom,
  // which address refused is not.
  private String transportReason() {
    Throwable tls = causeOf(SSLException.class);
    Throwable cause = tls == null ? connectFailure() : bottom(tls);
    return cause == null ? "" : ": " + cause.getMessage();
  }

  private static Throwable bottom(Throwable top) {
    Throwable cause = top;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private String description() {
    String description = status.getDescription();
    return description == null ? "" : description.replaceFirst(PIPELINE, "");
  }

  private @Nullable Throwable connectFailure() {
    return NOT_CONNECTED.stream()
        .map(this::causeOf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Throwable causeOf(Class<? extends Exception> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return cause;
      }
    }
    return null;
  }

  private boolean containsAny(List<String> texts) {
    return texts.stream().anyMatch(description()::contains);
  }

  private static <D extends Message> Optional<D> unpacked(Any detail, Class<D> type) {
    try {
      return Optional.of(detail.unpack(type));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty(); // as good as none; the code still tells enough
    }
  }
}
