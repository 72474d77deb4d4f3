package dev.longhaul.testing;

/** Whose activity it is; servers differ between the two more than one would think. */
enum Kind {
  WORKFLOWS("a workflow's activity"),
  STANDALONE("a standalone activity");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  ActivitySpec applyTo(ActivitySpec spec) {
    return this == STANDALONE ? spec.standalone() : spec;
  }

  @Override
  public String toString() {
    return text;
  }
}
