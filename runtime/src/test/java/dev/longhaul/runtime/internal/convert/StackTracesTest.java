package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackTracesTest {

  @Test
  void stackTrace_isTheSameAfterwards() {
    Throwable thrown = new IllegalStateException();

    assertThat(StackTraces.parse(StackTraces.text(thrown)))
        .extracting(StackTraceElement::toString)
        .isEqualTo(List.of(thrown.getStackTrace()).stream().map(Object::toString).toList());
  }

  @Test
  void framesBelowTheCallOfTheHandler_areLeftOut() {
    Throwable thrown = new IllegalStateException();
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("acme.Handler", "start", "Handler.java", 7),
          new StackTraceElement(
              "dev.longhaul.runtime.internal.dispatch.HandlerWork", "run", "HandlerWork.java", 1),
          new StackTraceElement("java.lang.Thread", "run", "Thread.java", 2)
        });

    assertThat(StackTraces.text(thrown))
        .isEqualTo(
            "acme.Handler.start(Handler.java:7)\n"
                + "dev.longhaul.runtime.internal.dispatch.HandlerWork.run(HandlerWork.java:1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B.c(B.java:7)",
        "a.B.c(B.java)",
        "a.B.<init>(Native Method)",
        "a.B$1.lambda$x$0(Unknown Source)",
        "java.base/java.lang.Thread.run(Thread.java:840)",
        "app//a.B.c(B.java:1)"
      })
  void line_isTheSameAfterwards(String line) {
    assertThat(StackTraces.parse("\t" + line + "\r\n"))
        .extracting(StackTraceElement::toString)
        .containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "at", "(", ")", ".(", "a(b)", ".a(b)", "main.go:12", "x.y)", "a.b("})
  void lineThatIsNone_isLeftOut(String line) {
    assertThat(StackTraces.parse(line)).isEmpty();
  }
}
