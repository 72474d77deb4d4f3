package dev.longhaul.samples.quickstart.crash;

import java.net.URI;
import java.util.List;

/**
 * What the doomed process is told.
 *
 * @param target the Temporal server
 * @param service the archive service
 * @param callback the base of the callback URLs
 */
public record HandlerArguments(
    String target, String namespace, String taskQueue, URI service, URI callback) {

  static HandlerArguments of(String... arguments) {
    return new HandlerArguments(
        arguments[0],
        arguments[1],
        arguments[2],
        URI.create(arguments[3]),
        URI.create(arguments[4]));
  }

  List<String> toList() {
    return List.of(target, namespace, taskQueue, service.toString(), callback.toString());
  }
}
