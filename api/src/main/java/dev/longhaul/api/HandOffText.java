package dev.longhaul.api;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a hand-off: its kind and version, a digest of its content as a checksum, and the
 * content in the URL-safe alphabet of Base64, with dots between. No message repeats any of it,
 * since it has a task token in it.
 */
final class HandOffText {
  private static final String PREFIX = "longhaul-handoff-v1.";
  private static final Pattern OF_ANOTHER_VERSION = Pattern.compile("longhaul-handoff-v\\d+\\..*");
  private static final Pattern AFTER_PREFIX = Pattern.compile("([0-9a-f]{12})\\.([\\w-]*)");

  private HandOffText() {}

  static String of(HandOff handOff) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, handOff);
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail", e);
    }
    byte[] content = bytes.toByteArray();
    return PREFIX
        + Digests.of(ByteBuffer.wrap(content))
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  static HandOff parse(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith(PREFIX)) {
      throw unknown(stripped);
    }
    Matcher parts = AFTER_PREFIX.matcher(stripped.substring(PREFIX.length()));
    if (parts.matches()) {
      try {
        byte[] content = Base64.getUrlDecoder().decode(parts.group(2));
        if (Digests.of(ByteBuffer.wrap(content)).equals(parts.group(1))) {
          return read(new DataInputStream(new ByteArrayInputStream(content)));
        }
      } catch (IOException | IllegalArgumentException e) {
        // Its message may quote a part of the text.
      }
    }
    throw new IllegalArgumentException(
        "the text of a hand-off, "
            + stripped.length()
            + " characters, is damaged: it does not match its checksum, so it was cut off, wrapped or"
            + " changed; pass on the whole text that HandOff.toText() gave");
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        OF_ANOTHER_VERSION.matcher(text).matches()
            ? "the text of the hand-off is of a version that is not known here, where \""
                + PREFIX
                + "\" is; it was written by a newer Longhaul, so update this one"
            : "a text of "
                + text.length()
                + " characters is no hand-off, which begins with \""
                + PREFIX
                + "\"; pass on what HandOff.toText() gave");
  }

  private static void write(DataOutputStream out, HandOff handOff) throws IOException {
    if (handOff.reference() instanceof TaskToken token) {
      out.writeBoolean(true);
      write(out, Bytes.copyOf(token.asReadOnlyBuffer()));
    } else {
      out.writeBoolean(false);
      write(out, (FullActivityId) handOff.reference());
    }
    out.writeBoolean(handOff.id() != null);
    if (handOff.id() != null) {
      write(out, handOff.id());
    }
    write(out, Bytes.utf8(handOff.activityType()));
    out.writeInt(handOff.attempt());
    out.writeInt(handOff.maximumAttempts());
    Instant received = handOff.received();
    write(
        out,
        received == null
            ? null
            : Duration.ofSeconds(received.getEpochSecond(), received.getNano()));
    write(out, handOff.startToClose());
    write(out, handOff.scheduleToClose());
    write(out, handOff.heartbeatTimeout());
    out.writeInt(handOff.lastHeartbeatDetails().size());
    for (Payload payload : handOff.lastHeartbeatDetails()) {
      write(out, payload);
    }
  }

  private static HandOff read(DataInputStream in) throws IOException {
    ActivityReference reference =
        in.readBoolean() ? TaskToken.of(readBytes(in).asReadOnlyBuffer()) : readId(in);
    FullActivityId id = in.readBoolean() ? readId(in) : null;
    String activityType = readBytes(in).toUtf8();
    int attempt = in.readInt();
    int maximumAttempts = in.readInt();
    Duration received = readDuration(in);
    return new HandOff(
        reference,
        id,
        activityType,
        attempt,
        maximumAttempts,
        received == null ? null : Instant.ofEpochSecond(received.getSeconds(), received.getNano()),
        readDuration(in),
        readDuration(in),
        readDuration(in),
        readPayloads(in));
  }

  private static void write(DataOutputStream out, FullActivityId id) throws IOException {
    write(out, Bytes.utf8(id.namespace()));
    write(out, Bytes.utf8(id.workflowId()));
    write(out, Bytes.utf8(id.runId()));
    write(out, Bytes.utf8(id.activityId()));
  }

  private static FullActivityId readId(DataInputStream in) throws IOException {
    return new FullActivityId(
        readBytes(in).toUtf8(),
        readBytes(in).toUtf8(),
        readBytes(in).toUtf8(),
        readBytes(in).toUtf8());
  }

  private static void write(DataOutputStream out, Payload payload) throws IOException {
    Map<String, Bytes> sorted = new TreeMap<>(payload.metadata()); // equal ones have equal texts
    out.writeInt(sorted.size());
    for (Map.Entry<String, Bytes> entry : sorted.entrySet()) {
      write(out, Bytes.utf8(entry.getKey()));
      write(out, entry.getValue());
    }
    write(out, payload.data());
    out.writeInt(payload.externalPayloadSizes().size());
    for (long size : payload.externalPayloadSizes()) {
      out.writeLong(size);
    }
  }

  private static List<Payload> readPayloads(DataInputStream in) throws IOException {
    List<Payload> payloads = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Map<String, Bytes> metadata = new HashMap<>();
      for (int entries = in.readInt(); entries > 0; entries--) {
        metadata.put(readBytes(in).toUtf8(), readBytes(in));
      }
      Bytes data = readBytes(in);
      List<Long> sizes = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        sizes.add(in.readLong());
      }
      payloads.add(new Payload(metadata, data, sizes));
    }
    return payloads;
  }

  private static void write(DataOutputStream out, @Nullable Duration duration) throws IOException {
    out.writeBoolean(duration != null);
    if (duration != null) {
      out.writeLong(duration.getSeconds());
      out.writeInt(duration.getNano());
    }
  }

  private static @Nullable Duration readDuration(DataInputStream in) throws IOException {
    return in.readBoolean() ? Duration.ofSeconds(in.readLong(), in.readInt()) : null;
  }

  private static void write(DataOutputStream out, Bytes bytes) throws IOException {
    out.writeInt(bytes.size());
    out.write(bytes.toByteArray());
  }

  private static Bytes readBytes(DataInputStream in) throws IOException {
    return Bytes.copyOf(in.readNBytes(in.readInt()));
  }
}
