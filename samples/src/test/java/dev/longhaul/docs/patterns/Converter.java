package dev.longhaul.docs.patterns;

import java.util.List;

/** Which tool converts videos. */
class Converter {
  /** The command, word by word: no shell reads it, so nothing in a name is special. */
  List<String> command(String from, String to) {
    return List.of("ffmpeg", "-nostdin", "-y", "-i", from, to);
  }
}
