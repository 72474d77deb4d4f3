package dev.longhaul.functional.connection;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A name service that knows one name, which has several addresses. */
final class FixedAddresses extends NameResolverProvider {
  private final List<EquivalentAddressGroup> addresses;

  FixedAddresses(int... ports) {
    addresses =
        IntStream.of(ports)
            .mapToObj(
                port ->
                    new EquivalentAddressGroup(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
            .toList();
  }

  static String target() {
    return "fixed:///temporal";
  }

  @Override
  public String getDefaultScheme() {
    return "fixed";
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return 5;
  }

  @Override
  public NameResolver newNameResolver(URI target, NameResolver.Args arguments) {
    return new NameResolver() {
      @Override
      public String getServiceAuthority() {
        return "localhost";
      }

      @Override
      public void start(Listener2 listener) {
        listener.onResult(
            ResolutionResult.newBuilder()
                .setAddressesOrError(StatusOr.fromValue(addresses))
                .build());
      }

      @Override
      public void shutdown() {}
    };
  }
}
