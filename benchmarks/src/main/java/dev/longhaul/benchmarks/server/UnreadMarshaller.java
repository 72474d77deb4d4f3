package dev.longhaul.benchmarks.server;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Writes bytes as they are, and does not look at what arrives. */
final class UnreadMarshaller implements MethodDescriptor.Marshaller<byte[]> {
  private static final byte[] UNREAD = {};

  @Override
  public InputStream stream(byte[] message) {
    return new ByteArrayInputStream(message);
  }

  @Override
  public byte[] parse(InputStream message) {
    return UNREAD;
  }
}
