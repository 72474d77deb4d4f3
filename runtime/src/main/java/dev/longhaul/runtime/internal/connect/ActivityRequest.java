package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request of one of the {@link ActivityMethod}s, as its fields go out. All of them are texts,
 * bytes or encoded messages, which look alike on the wire, and their numbers depend only on how the
 * activity is addressed; so this stands for eight messages, and what is encoded already stays as it
 * is. Immutable.
 */
final class ActivityRequest {

  /** Writes requests; servers read them, as the generated messages. */
  static final Marshaller<ActivityRequest> MARSHALLER =
      new Marshaller<>() {
        @Override
        public InputStream stream(ActivityRequest request) {
          return new Sent(request.toByteArray());
        }

        @Override
        public ActivityRequest parse(InputStream stream) {
          throw new UnsupportedOperationException("requests are only sent");
        }
      };

  private final @Nullable ByteString[] fields;

  /**
   * With these fields, numbered from 1.
   *
   * @param fields null where there is none
   */
  ActivityRequest(@Nullable ByteString... fields) {
    this.fields = fields;
  }

  /** With one more field, behind the others. */
  ActivityRequest with(int number, ByteString value) {
    @Nullable ByteString[] more = Arrays.copyOf(fields, number);
    more[number - 1] = value;
    return new ActivityRequest(more);
  }

  byte[] toByteArray() {
    byte[] bytes = new byte[size()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      for (int i = 0; i < fields.length; i++) {
        if (fields[i] != null) {
          out.writeBytes(i + 1, fields[i]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a request does not have the size that was computed", e);
    }
    return bytes;
  }

  private int size() {
    int size = 0;
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] != null) {
        size += CodedOutputStream.computeBytesSize(i + 1, fields[i]);
      }
    }
    return size;
  }

  /** The size alone: there are tokens and payloads in it. */
  @Override
  public String toString() {
    return "ActivityRequest[" + size() + " bytes]";
  }

  /** Handed to gRPC's buffers in one piece, without a buffer in between. */
  private static final class Sent extends ByteArrayInputStream implements Drainable, KnownLength {
    Sent(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int drainTo(OutputStream target) throws IOException {
      int length = available();
      target.write(buf, pos, length);
      pos = count;
      return length;
    }
  }
}
