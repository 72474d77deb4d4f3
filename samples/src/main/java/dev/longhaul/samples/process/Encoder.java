package dev.longhaul.samples.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.TimeUnit;

/** The process that the program starts: it takes a frame, and its time. */
final class Encoder {
  private static final long MILLIS = 150;

  private Encoder() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    try (BufferedReader frames =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
      String frame;
      while ((frame = frames.readLine()) != null) {
        TimeUnit.MILLISECONDS.sleep(MILLIS);
        System.out.println(frame);
      }
    }
  }
}
