package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;

/** What can go wrong while code is generated. */
public enum BuildRule implements Rule {
  /** File, reason. */
  NOT_WRITTEN(
      error(
          "LH100",
          "%1$s could not be written",
          "The compiler said: %2$s",
          "mend that and compile again")),
  /** Class, handler, whose it is already. */
  NAME_TAKEN(
      error(
          "LH101", "%1$s, to be generated for %2$s, exists already", "%3$s", "rename one of them")),
  /** Option. */
  INDEX_NAME(
      error(
          "LH102",
          "-Alonghaul.index=%1$s is no class name with a package",
          "The index of handlers would be generated under that name",
          "-Alonghaul.index=com.example.MyHandlers")),
  /** Module, index. */
  NO_PROVIDES(
      error(
          "LH103",
          "Module %1$s does not provide its index of handlers",
          "AsyncActivities.discover() finds the handlers of a named module only if it does",
          "provides dev.longhaul.api.spi.HandlerIndex with %2$s;")),
  /** What the processor is for, what is on the class path. */
  OTHER_API(
      error(
          "LH104",
          "This longhaul-processor generates code for version %1$s of the SPI, and the longhaul-api"
              + " that is compiled against has version %2$s",
          "What is generated would not fit",
          "the same version of longhaul-processor and longhaul-api")),
  /** Class, missing class. */
  MISSING_CLASS(
      error(
          "LH105",
          "%1$s needs the class %2$s, which is missing on the class path",
          "What it inherits and names is read from there",
          "the dependency that has %2$s")),
  /** Place, stack trace, versions. */
  CRASH(
      error(
          "LH199",
          "The annotation processor failed at %1$s: %2$s",
          "This is a defect of Longhaul, not of your code (%3$s)",
          "please report it to the maintainers of Longhaul, with this message and the source of the"
              + " class that it names; leaving that class out lets the others be compiled"));

  private final Wording wording;

  BuildRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
