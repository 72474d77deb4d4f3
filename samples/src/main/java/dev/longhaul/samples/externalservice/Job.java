package dev.longhaul.samples.externalservice;

/** A job as the service tells it. */
record Job(String id, String name, State state, int read, int of) {

  /** What may become of it. */
  enum State {
    RUNNING,
    DONE,
    CANCELLED
  }

  static Job started(String id, Document document) {
    return new Job(id, document.name(), State.RUNNING, 0, document.pages());
  }

  Job onePageOn() {
    return new Job(id, name, read + 1 == of ? State.DONE : State.RUNNING, read + 1, of);
  }

  Job cancelled() {
    return new Job(id, name, State.CANCELLED, read, of);
  }
}
