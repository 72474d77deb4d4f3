package dev.longhaul.samples.modular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import dev.longhaul.samples.SampleRun;
import dev.longhaul.samples.modular.mail.MailParts;
import dev.longhaul.samples.modular.print.PrintParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;

@Timeout(100)
@Execution(CONCURRENT)
class ModularTest {

  @Test
  void handlersOfBothJars_serve_eachWithItsOwnParts() {
    SampleRun run = SampleRun.of("modular").assertEndedWell().assertShown("modular");

    assertThat(run.out())
        .contains("dev.longhaul.samples.modular.mail: CheckAddressHandler, SendMailHandler")
        .contains("dev.longhaul.samples.modular.print: FoldLetterHandler, PrintLetterHandler")
        .contains("one within each jar's parts, none outside")
        .contains("\"Hello\" mailed to ann@example.org through smtp://mail.example.org")
        .contains("\"Hello\" printed by ipp://printer.example.org, folded");
  }

  // Were they not isolated, there would be no injector at all.
  @Test
  void partsOfTheJars_bindTheSameType() {
    assertThatThrownBy(() -> Guice.createInjector(new MailParts(), new PrintParts()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("URI");
  }

  @Test
  void addressThatIsNone_failsInTheOtherJar_andSaysSo() {
    SampleRun run = SampleRun.of("modular", "ann");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "The sample modular failed: \"ann\" is no address: there is no @ in it");
  }

  @Test
  void secondAddress_isRefused() {
    SampleRun.of("modular", "ann@example.org", "bob@example.org").assertRefused("bob@example.org");
  }
}
