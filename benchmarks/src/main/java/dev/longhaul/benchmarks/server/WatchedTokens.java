package dev.longhaul.benchmarks.server;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Task tokens, of the size that Temporal's have, of activities that are numbered from 0. */
public final class WatchedTokens {
  static final int NONE = -1;

  private static final int TOKEN_BYTES = 160;
  private static final int TOKEN_TAG = WireFormat.FieldType.BYTES.getWireType() | 1 << 3;
  private static final byte[] REST = rest();

  /** What is read of a request at once: little more than its beginning. */
  private static final int BUFFER_BYTES = 64;

  private WatchedTokens() {}

  /** The token of this activity. */
  public static byte[] token(int activity) {
    return ByteBuffer.allocate(TOKEN_BYTES).putInt(activity).put(REST).array();
  }

  /** Changes the token that begins there into that of another activity. */
  static void putActivity(byte[] bytes, int tokenAt, int activity) {
    ByteBuffer.wrap(bytes).putInt(tokenAt, activity);
  }

  /**
   * The activity that a request is about, whichever kind it is: all have the token in field 1.
   * {@link #NONE} if it does not begin with such a token.
   */
  static int activity(InputStream request) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(request, BUFFER_BYTES);
    return in.readTag() == TOKEN_TAG && in.readRawVarint32() == TOKEN_BYTES
        ? Integer.reverseBytes(in.readRawLittleEndian32())
        : NONE;
  }

  private static byte[] rest() {
    byte[] rest = new byte[TOKEN_BYTES - Integer.BYTES];
    new Random(1).nextBytes(rest);
    return rest;
  }
}
