package dev.longhaul.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceTextTest {
  private static final String SECRET = "a-secret-token-with-some-length";
  private static final TaskToken TOKEN = TaskToken.of(SECRET.getBytes(UTF_8));
  private static final FullActivityId ID =
      FullActivityId.of("default", "order-17", "0c6ff1ea-6b1c-4a3b-9d8e-5f2f3c1f1a2b", "5");

  static Stream<ActivityReference> hostileReferences() {
    return Stream.concat(tokens(), ids());
  }

  private static Stream<TaskToken> tokens() {
    Random random = new Random(17);
    IntStream lengths = IntStream.concat(IntStream.rangeClosed(1, 5), IntStream.of(200, 3_000));
    return Stream.concat(
            Stream.of(new byte[] {0}, new byte[] {-1, -1, -1}, "....".getBytes(UTF_8)),
            lengths.mapToObj(
                length -> {
                  byte[] bytes = new byte[length];
                  random.nextBytes(bytes);
                  return bytes;
                }))
        .map(TaskToken::of);
  }

  private static Stream<FullActivityId> ids() {
    return Stream.of(
        ID,
        FullActivityId.ofCurrentRun("default", "order-17", "5"),
        FullActivityId.standalone("default", "5"),
        new FullActivityId("name.account", "", "run", "a.b..c."),
        FullActivityId.of("ns", "a/b\\c?d&e=f#g%2F", "run", "~7E+ *!'();:@,[]\"<>|^`{}"),
        FullActivityId.of("ns", "  spaces \t and\r\nlines ", "run", " "),
        FullActivityId.of("名前空間", "żółć", "run", "\u202e𝒳🙂\u0001\u007f\u0085"),
        FullActivityId.of("ns", "longhaul-id-v1.", "longhaul-token-v1.", "...."),
        FullActivityId.of("n".repeat(1000), "ü".repeat(500), "r".repeat(36), ".".repeat(1000)));
  }

  @ParameterizedTest
  @MethodSource("hostileReferences")
  void text_isReadBack(ActivityReference reference) {
    String text = reference.toText();

    assertThat(ActivityReference.parse(text)).isEqualTo(reference);
    assertThat(ActivityReference.parse(" \n" + text + "\r\n")).isEqualTo(reference);
  }

  @ParameterizedTest
  @MethodSource("hostileReferences")
  void text_passesThroughUrlsUnchanged(ActivityReference reference) {
    String text = reference.toText();

    assertThat(text).matches("[A-Za-z0-9._~-]+");
    assertThat(URI.create("http://host/done/" + text + "?by=" + text).getPath())
        .isEqualTo("/done/" + text);
    assertThat(URLDecoder.decode(text, UTF_8)).isEqualTo(text);
    assertThat(ActivityReference.parse(URLDecoder.decode(URLEncoder.encode(text, UTF_8), UTF_8)))
        .isEqualTo(reference);
  }

  // The form is stored and sent: whatever reads it tomorrow must read today's.
  @Test
  void text_hasThisForm() {
    assertThat(TaskToken.of("abc".getBytes(UTF_8)).toText())
        .isEqualTo("longhaul-token-v1.ba7816bf8f01.YWJj");
    assertThat(FullActivityId.of("default", "order/17", "", "a.b").toText())
        .isEqualTo(
            "longhaul-id-v1."
                + FullActivityId.of("default", "order/17", "", "a.b").digest()
                + ".default.order~2F17..a~2Eb");
  }

  @Test
  void eachKind_readsItsOwnText() {
    assertThat(TaskToken.parse(TOKEN.toText())).isEqualTo(TOKEN);
    assertThat(FullActivityId.parse(ID.toText())).isEqualTo(ID);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskToken.parse(ID.toText()))
        .withMessageContaining("activity ids")
        .withMessageContaining("ActivityReference.parse");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullActivityId.parse(TOKEN.toText()))
        .withMessageContaining("task token")
        .withMessageNotContaining(SECRET);
  }

  // Cut ids would otherwise name another activity, perhaps one that exists.
  @ParameterizedTest
  @MethodSource("hostileReferences")
  void textThatWasCutOff_isRefused_wherever(ActivityReference reference) {
    String text = reference.toText();
    int step = Math.max(1, text.length() / 100);

    for (int length = 0; length < text.length(); length += step) {
      assertRefused(text.substring(0, length), reference);
    }
    assertRefused(text.substring(0, text.length() - 1), reference);
    assertRefused(text.substring(1), reference);
  }

  @Test
  void textThatWasChanged_isRefused_wherever() {
    for (ActivityReference reference : List.of(TOKEN, ID)) {
      String text = reference.toText();
      for (int i = 0; i < text.length(); i++) {
        char other = text.charAt(i) == 'Q' ? 'R' : 'Q';
        assertRefused(text.substring(0, i) + other + text.substring(i + 1), reference);
      }
    }
  }

  @Test
  void textThatWasCutOff_isSaidToBe_byItsDigest() {
    String text = TOKEN.toText();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivityReference.parse(text.substring(0, text.length() - 3)))
        .withMessageContaining("task token with digest " + TOKEN.digest())
        .withMessageContaining("cut off")
        .withNoCause();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivityReference.parse("longhaul-id-v1.0123456789"))
        .withMessageContaining("cut off");
  }

  @Test
  void textOfANewerVersion_isSaidToBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivityReference.parse(TOKEN.toText().replace("-v1.", "-v12.")))
        .withMessageContaining("newer Longhaul")
        .withMessageContaining("longhaul-token-v1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a-secret", "YS1zZWNyZXQ", "longhaul-token", "LONGHAUL-ID-V1."})
  void somethingElse_isRefused_withWhatWasExpected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivityReference.parse(text))
        .withMessageContaining(text.strip().length() + " characters")
        .withMessageContaining("TaskToken.of")
        .withMessageNotContaining("a-secret")
        .withMessageNotContaining("YS1zZWNyZXQ");
  }

  private static void assertRefused(String text, ActivityReference original) {
    IllegalArgumentException refusal =
        catchThrowableOfType(IllegalArgumentException.class, () -> ActivityReference.parse(text));
    assertThat(refusal).as("a text of %d characters", text.length()).isNotNull().hasNoCause();
    if (original instanceof TaskToken token) {
      assertThat(pieces(token)).noneMatch(piece -> refusal.toString().contains(piece));
    }
  }

  /** Of the secret part of the text, eight characters each: shorter ones occur by chance. */
  private static Stream<String> pieces(TaskToken token) {
    String text = token.toText();
    String secret = text.substring(text.lastIndexOf('.') + 1);
    return IntStream.rangeClosed(0, secret.length() - 8).mapToObj(i -> secret.substring(i, i + 8));
  }
}
