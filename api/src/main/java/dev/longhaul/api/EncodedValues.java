package dev.longhaul.api;

import dev.longhaul.api.payload.Payload;
import java.util.List;
import java.util.Optional;

/**
 * Values that came as payloads, each read when it is asked for, as the type that is expected.
 * Immutable and thread-safe. Not for implementation by users: methods will be added.
 */
public interface EncodedValues {

  /** The payloads in order, codecs undone. Unmodifiable. */
  List<Payload> payloads();

  /**
   * Reads a value.
   *
   * @param index from 0
   * @return empty if there are fewer values, or it is null
   * @throws PayloadConversionException if it does not fit the type
   */
  <T> Optional<T> get(int index, Class<T> type);

  /** As {@link #get(int, Class)}, for a generic type. */
  <T> Optional<T> get(int index, TypeRef<T> type);

  /** How many values there are. */
  default int size() {
    return payloads().size();
  }
}
