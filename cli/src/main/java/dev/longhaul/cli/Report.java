package dev.longhaul.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told in the end. Not thread-safe. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Outcome outcome;
  private final String command;
  private final Map<String, Object> more = new LinkedHashMap<>();
  private @Nullable String hint;

  Report(Outcome outcome, String command) {
    this.outcome = outcome;
    this.command = command;
  }

  Report activity(String digest) {
    more.put("activity", digest);
    return this;
  }

  Report message(@Nullable String message) {
    if (message != null) {
      more.put("message", message);
    }
    return this;
  }

  Report code(String rpcCode) {
    more.put("code", rpcCode);
    return this;
  }

  /** For people alone. */
  Report hint(String text) {
    hint = text;
    return this;
  }

  void print(Console console, Format format) {
    if (format == Format.JSON) {
      console.out().println(json());
    } else if (outcome.isRecorded()) {
      console.out().println(text());
    } else {
      console.err().println(text());
    }
  }

  private String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("outcome", outcome.word());
    all.put("exitCode", outcome.exitCode());
    all.put("command", command);
    all.putAll(more);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and a number that cannot be written as JSON", e);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder(command).append(": ").append(outcome.word());
    if (more.containsKey("activity")) {
      text.append(", activity ").append(more.get("activity"));
    }
    if (more.containsKey("message")) {
      text.append(": ").append(more.get("message"));
    }
    return hint == null ? text.toString() : text + " (" + hint + ")";
  }
}
