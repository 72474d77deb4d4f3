package dev.longhaul.processor.diagnostic;

import com.google.errorprone.annotations.Immutable;
import javax.tools.Diagnostic;

/**
 * The words of a rule, in which {@code %1$s} and so on stand for names of the user's.
 *
 * @param what what is wrong, without a full stop
 * @param why why that is wrong, without a full stop
 * @param fix what to write instead
 */
@Immutable
public record Wording(String id, Diagnostic.Kind kind, String what, String why, String fix) {

  static Wording error(String id, String what, String why, String fix) {
    return new Wording(id, Diagnostic.Kind.ERROR, what, why, fix);
  }

  static Wording warning(String id, String what, String why, String fix) {
    return new Wording(id, Diagnostic.Kind.WARNING, what, why, fix);
  }

  /** The whole message. */
  public String text(Object... names) {
    return ("[" + id + "] " + what + ". " + why + ". Fix: " + fix).formatted(names);
  }
}
