package dev.longhaul.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of references: kind and version, digest, content, with dots between. The digest is
 * the checksum: a text that was cut off or changed on its way does not become another reference. No
 * message repeats any of the text but a digest, since it may be a token's.
 */
final class ReferenceText {
  private static final String TOKEN = "longhaul-token-v1.";
  private static final String IDS = "longhaul-id-v1.";
  private static final Pattern OF_ANOTHER_VERSION =
      Pattern.compile("longhaul-(token|id)-v\\d+\\..*");
  private static final Pattern AFTER_PREFIX = Pattern.compile("([0-9a-f]{12})\\.(.*)");

  private ReferenceText() {}

  static String of(TaskToken token) {
    String content = Base64.getUrlEncoder().withoutPadding().encodeToString(token.toByteArray());
    return TOKEN + token.digest() + "." + content;
  }

  static String of(FullActivityId id) {
    String content =
        String.join(
            ".",
            encoded(id.namespace()),
            encoded(id.workflowId()),
            encoded(id.runId()),
            encoded(id.activityId()));
    return IDS + id.digest() + "." + content;
  }

  static ActivityReference parse(String text) {
    String stripped = text.strip();
    if (stripped.startsWith(TOKEN)) {
      return read("task token", stripped.substring(TOKEN.length()), ReferenceText::token);
    }
    if (stripped.startsWith(IDS)) {
      return read("activity ids", stripped.substring(IDS.length()), ReferenceText::ids);
    }
    throw unknown(stripped);
  }

  private static ActivityReference read(
      String what, String afterPrefix, Function<String, ? extends ActivityReference> content) {
    Matcher parts = AFTER_PREFIX.matcher(afterPrefix);
    if (!parts.matches()) {
      throw damaged("the text of a reference (" + what + ")", afterPrefix.length());
    }
    String digest = parts.group(1);
    try {
      ActivityReference reference = content.apply(parts.group(2));
      if (reference.digest().equals(digest)) {
        return reference;
      }
    } catch (IllegalArgumentException e) {
      // Its message may quote a part of the text.
    }
    throw damaged("the text of the " + what + " with digest " + digest, afterPrefix.length());
  }

  private static TaskToken token(String content) {
    return TaskToken.of(Base64.getUrlDecoder().decode(content));
  }

  private static FullActivityId ids(String content) {
    String[] parts = content.split("\\.", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(parts.length + " ids instead of four");
    }
    return new FullActivityId(
        decoded(parts[0]), decoded(parts[1]), decoded(parts[2]), decoded(parts[3]));
  }

  // Ids stay readable, and what is special in URLs is escaped with a character that is not: a
  // percent sign would be decoded on the way.
  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace(".", "%2E")
        .replace('%', '~');
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace('~', '%'), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException damaged(String what, int length) {
    return new IllegalArgumentException(
        what
            + " is damaged: the "
            + length
            + " characters after its prefix do not match its checksum, so it was cut off, wrapped or"
            + " changed; copy it again as a whole");
  }

  private static IllegalArgumentException unknown(String text) {
    if (OF_ANOTHER_VERSION.matcher(text).matches()) {
      return new IllegalArgumentException(
          "the text of the reference is of a version that is not known here, where \""
              + TOKEN
              + "\" and \""
              + IDS
              + "\" are; it was written by a newer Longhaul, so update this one");
    }
    return new IllegalArgumentException(
        "a text of "
            + text.length()
            + " characters is not a reference to an activity, which begins with \""
            + TOKEN
            + "\" or \""
            + IDS
            + "\"; a token or ids that were stored in another form are for TaskToken.of and"
            + " FullActivityId.of");
  }
}
