package dev.longhaul.benchmarks.server;

import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads of a request which activity it is about. */
final class ActivityMarshaller implements MethodDescriptor.Marshaller<Integer> {

  @Override
  public InputStream stream(Integer activity) {
    throw new UnsupportedOperationException("requests are only read");
  }

  @Override
  public Integer parse(InputStream request) {
    try {
      return WatchedTokens.activity(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
