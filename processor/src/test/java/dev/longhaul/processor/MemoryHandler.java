package dev.longhaul.processor;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Serves one URL from memory. */
final class MemoryHandler extends URLStreamHandler {
  private final byte[] content;

  MemoryHandler(byte[] content) {
    this.content = content;
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
      }
    };
  }
}
