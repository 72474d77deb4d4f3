package dev.longhaul.functional.connection;

import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server on the loopback address that acknowledges completions, and keeps their headers. */
final class AcceptingServer implements AutoCloseable {
  private final List<Metadata> calls = new CopyOnWriteArrayList<>();
  private final Server server;
  private final int port;

  private AcceptingServer(ServerCredentials credentials, int wantedPort) {
    server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort), credentials)
            .addService(new Accepting())
            .intercept(new Recording())
            .build();
    try {
      server.start();
      this.port = server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AcceptingServer plaintext() {
    return new AcceptingServer(InsecureServerCredentials.create(), 0);
  }

  static AcceptingServer tls(Authority.Issued identity) {
    return new AcceptingServer(credentials(identity).build(), 0);
  }

  /** It lets in only clients whose certificate is of this authority. */
  static AcceptingServer mutualTls(Authority.Issued identity, Authority clients) {
    return mutualTls(identity, clients, 0);
  }

  static AcceptingServer mutualTls(Authority.Issued identity, Authority clients, int port) {
    try {
      return new AcceptingServer(
          credentials(identity)
              .trustManager(stream(clients.certificate()))
              .clientAuth(ClientAuth.REQUIRE)
              .build(),
          port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TlsServerCredentials.Builder credentials(Authority.Issued identity) {
    try {
      return TlsServerCredentials.newBuilder()
          .keyManager(stream(identity.certificate()), stream(identity.key()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  int port() {
    return port;
  }

  /** The header of each completion so far, null where it had none. */
  List<@Nullable String> headers(String name) {
    Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    return calls.stream().map(call -> call.get(key)).toList();
  }

  /** The header of the last completion. */
  @Nullable String lastHeader(String name) {
    return Objects.requireNonNull(calls.get(calls.size() - 1))
        .get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Accepting extends WorkflowServiceGrpc.WorkflowServiceImplBase {
    @Override
    public void respondActivityTaskCompleted(
        RespondActivityTaskCompletedRequest request,
        StreamObserver<RespondActivityTaskCompletedResponse> answer) {
      answer.onNext(RespondActivityTaskCompletedResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }

  private final class Recording implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      if (call.getMethodDescriptor()
          .getFullMethodName()
          .equals(
              WorkflowServiceGrpc.getRespondActivityTaskCompletedMethod().getFullMethodName())) {
        calls.add(headers);
      }
      return next.startCall(call, headers);
    }
  }
}
