package dev.longhaul.testing;

import com.google.protobuf.Message;
import io.grpc.Metadata;

/**
 * A call that reached the fake service, whatever became of it. Immutable, but for the metadata,
 * which is not to be changed.
 *
 * @param request the request message of our own generated classes
 * @param metadata the headers of the request
 */
public record RecordedCall(Rpc rpc, Message request, Metadata metadata) {
  /** The value of an ASCII header, or an empty text. */
  public String header(String name) {
    String value = metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    return value == null ? "" : value;
  }

  /** The request as the type that the test knows it to be. */
  public <T extends Message> T request(Class<T> type) {
    return type.cast(request);
  }

  @Override
  public String toString() {
    return "RecordedCall[" + rpc + "]";
  }
}
