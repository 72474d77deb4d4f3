package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

class TokenContentTest {
  private static final TokenContent CONTENT = new TokenContent("ns", "workflow", "run", 5, 2);

  @Test
  void token_isReadBack() {
    assertThat(TokenContent.decode(CONTENT.encode())).isEqualTo(CONTENT);
  }

  @Test
  void tokensOfTwoAttempts_differ() {
    assertThat(new TokenContent("ns", "workflow", "run", 5, 1).encode())
        .isNotEqualTo(CONTENT.encode());
  }

  @Test
  void anythingElse_isUnreadable() {
    ByteString token = CONTENT.encode();
    assertThat(TokenContent.decode(ByteString.EMPTY)).isNull();
    assertThat(TokenContent.decode(ByteString.copyFromUtf8("no token at all"))).isNull();
    assertThat(TokenContent.decode(token.substring(0, token.size() - 1))).isNull();
    assertThat(TokenContent.decode(token.concat(ByteString.copyFromUtf8("x")))).isNull();
  }
}
