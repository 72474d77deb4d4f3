package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What a task token of the fake service says. Like the real one it names an attempt by its number
 * only, so that an attempt with the same number after a reset has the same token.
 */
record TokenContent(
    String namespaceId, String workflowId, String runId, long scheduledEventId, int attempt) {
  private static final int MAGIC = 0x4c6f6e67;

  /** Whether it is of an attempt of this activity. */
  boolean names(ActivityExecution activity) {
    return runId.equals(activity.run.runId()) && scheduledEventId == activity.scheduledEventId();
  }

  ByteString encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(namespaceId);
      out.writeUTF(workflowId);
      out.writeUTF(runId);
      out.writeLong(scheduledEventId);
      out.writeInt(attempt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteString.copyFrom(bytes.toByteArray());
  }

  /** Null, if these bytes are not a token of ours. */
  static @Nullable TokenContent decode(ByteString token) {
    try (DataInputStream in = new DataInputStream(token.newInput())) {
      if (in.readInt() != MAGIC) {
        return null;
      }
      TokenContent content =
          new TokenContent(in.readUTF(), in.readUTF(), in.readUTF(), in.readLong(), in.readInt());
      return in.read() == -1 ? content : null;
    } catch (IOException e) {
      return null;
    }
  }
}
