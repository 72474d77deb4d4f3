package dev.longhaul.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A value to send: JSON, which goes out as it is written. */
final class Values {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @ArgGroup @Nullable Source source;

  /** Where it comes from. */
  static final class Source {
    @Option(
        names = "--json",
        required = true,
        paramLabel = "JSON",
        description = "The value, as JSON; a text needs its quotes: --json '\"done\"'.")
    @Nullable String json;

    @Option(
        names = "--file",
        required = true,
        paramLabel = "FILE",
        description = "A file with the value, as JSON; - for the standard input.")
    @Nullable String file;
  }

  Optional<Payload> read(Input input) {
    if (source == null) {
      return Optional.empty();
    }
    String json = source.json;
    String place = "--json";
    if (json == null) {
      String file = source.file == null ? "-" : source.file;
      json = input.read("the value", file);
      place = file.equals("-") ? "the standard input" : file;
    }
    check(json, place);
    return Optional.of(Payload.of("json/plain", Bytes.utf8(json)));
  }

  // Otherwise it is the workflow that finds out, when it can no longer be mended.
  private static void check(String json, String place) {
    try {
      if (JSON.readTree(json).isMissingNode()) {
        throw new Usage(place + " is empty, which is no JSON; write null for no value");
      }
    } catch (JsonProcessingException e) {
      // Not its message, which quotes the value.
      throw new Usage(
          place
              + " is no JSON, from line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + "; a text needs its quotes, as in '\"done\"'");
    }
  }
}
