package dev.longhaul.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class ActivityReferenceTest {
  private static final FullActivityId ID = FullActivityId.of("ns", "workflow", "run", "activity");

  @Test
  void digestOfToken_isTheStartOfItsSha256() {
    // The first six bytes of the SHA-256 of "abc", from FIPS 180-2.
    assertThat(TaskToken.of("abc".getBytes(UTF_8)).digest()).isEqualTo("ba7816bf8f01");
  }

  @Test
  void digestOfIds_isTheStartOfTheSha256OfThemSeparatedByNul() throws NoSuchAlgorithmException {
    assertThat(ID.digest()).isEqualTo(sha256("ns\0workflow\0run\0activity"));
    assertThat(FullActivityId.standalone("ns", "activity").digest())
        .isEqualTo(sha256("ns\0\0\0activity"));
  }

  @Test
  void tokens_areEqualByContent() {
    TaskToken token = TaskToken.of(new byte[] {1, 2, 3});
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4}, 1, 3);
    assertThat(token).isEqualTo(TaskToken.of(buffer)).hasSameHashCodeAs(TaskToken.of(buffer));
    assertThat(buffer.remaining()).isEqualTo(3);
    assertThat(token).isNotEqualTo(TaskToken.of(new byte[] {1, 2}));
  }

  @Test
  void token_isACopy_andGivesCopies() {
    byte[] bytes = {1, 2, 3};
    TaskToken token = TaskToken.of(bytes);
    bytes[0] = 9;
    token.toByteArray()[1] = 9;
    assertThat(token.toByteArray()).containsExactly(1, 2, 3);
    assertThat(token.asReadOnlyBuffer().isReadOnly()).isTrue();
  }

  @Test
  void token_printsOnlyItsDigest() {
    TaskToken token = TaskToken.of("secret-token".getBytes(UTF_8));
    assertThat(token).hasToString("TaskToken[" + token.digest() + "]");
    assertThat(HandOff.eraseDetails(token).toString())
        .contains(token.digest())
        .doesNotContain("secret");
  }

  @Test
  void emptyToken_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TaskToken.of(new byte[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> TaskToken.of(ByteBuffer.allocate(0)));
  }

  @Test
  void ids_areEqualByContent() {
    assertThat(ID).isEqualTo(FullActivityId.of("ns", "workflow", "run", "activity"));
    assertThat(ID).isNotEqualTo(ID.withRunId("other"));
    assertThat(ID.withRunId("").digest())
        .isEqualTo(FullActivityId.ofCurrentRun("ns", "workflow", "activity").digest())
        .isNotEqualTo(ID.digest());
  }

  @Test
  void ids_tellWhatTheyAddress() {
    assertThat(ID.hasRunId()).isTrue();
    assertThat(ID.isStandalone()).isFalse();
    assertThat(FullActivityId.ofCurrentRun("ns", "workflow", "activity").hasRunId()).isFalse();
    assertThat(FullActivityId.standalone("ns", "activity").isStandalone()).isTrue();
  }

  @Test
  void idsThatAddressNothing_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullActivityId.of("", "w", "r", "a"))
        .withMessageContaining("namespace is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullActivityId.of("n", "w", "r", ""))
        .withMessageContaining("activityId is empty");
  }

  @Test
  void nulInAnId_isRefused_sinceTwoActivitiesCouldShareADigest() {
    assertThatIllegalArgumentException().isThrownBy(() -> FullActivityId.of("n\0", "w", "r", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> FullActivityId.of("n", "w\0", "r", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> FullActivityId.of("n", "w", "\0r", "a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullActivityId.of("n", "w", "r", "a\0b"))
        .withMessageContaining("activityId contains a NUL");
  }

  @Test
  void halfOfASurrogatePair_isRefused_sinceUtf8CannotCarryIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullActivityId.of("n", "cut \ud83d", "r", "a"))
        .withMessageContaining("workflowId contains half of a surrogate pair");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullActivityId.of("n", "w", "r", "\ude42 cut"));
    assertThat(FullActivityId.of("n", "w", "r", "\ud83d\ude42").activityId()).isEqualTo("🙂");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, 12);
  }
}
