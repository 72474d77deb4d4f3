package dev.longhaul.benchmarks.measure;

/** Makes one kind of call, again and again, until it is told to stop. */
public interface Load {

  /** Starts; may be called several times, one after the other. */
  Running start(Recorder recorder);

  /** Load that is under way. */
  interface Running {

    /** Starts no more calls, and returns when all were answered. */
    void stop() throws InterruptedException;
  }
}
