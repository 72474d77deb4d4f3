package dev.longhaul.runtime.internal.config;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A setting that is an option of a runtime or a connection.
 *
 * @param <O> the options
 * @param <B> what builds them
 * @param get the option's value, if it has one
 * @param set sets it
 */
record OptionSetting<O, B, T>(
    Setting<T> setting, Function<O, Optional<T>> get, BiConsumer<B, T> set) {

  /** The options of one kind, on the way from the built-in ones to those in effect. */
  record Stages<O>(O builtIn, O configured, O effective) {}

  /** Sets what the sources say, if they say anything; wrong values are theirs to tell. */
  void apply(Values values, B builder) {
    values
        .find(setting.key())
        .flatMap(found -> found.read(setting))
        .ifPresent(value -> set.accept(builder, value));
  }

  /** What is in effect, and where it comes from. */
  Explained explain(Values values, Stages<O> stages) {
    Optional<T> effective = get.apply(stages.effective());
    return new Explained(
        setting.key(),
        effective.map(setting.kind().format()).orElse(Explained.NONE),
        source(values, stages, effective));
  }

  private String source(Values values, Stages<O> stages, Optional<T> effective) {
    if (!effective.equals(get.apply(stages.configured()))) {
      return Explained.CODE;
    }
    return values
        .find(setting.key())
        .map(Found::place)
        .orElse(
            effective.equals(get.apply(stages.builtIn())) ? Explained.BUILT_IN : Explained.IMPLIED);
  }
}
