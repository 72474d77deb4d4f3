package dev.longhaul.testing;

import dev.longhaul.proto.failure.v1.Failure;
import java.util.List;

/**
 * What an accepted activity call answers; each response message takes the part that it has.
 *
 * @param notes failures that tell what was dropped because of its size
 */
record ActivityAnswer(boolean cancelRequested, boolean paused, boolean reset, List<Failure> notes) {
  static final ActivityAnswer PLAIN = new ActivityAnswer(false, false, false, List.of());
}
