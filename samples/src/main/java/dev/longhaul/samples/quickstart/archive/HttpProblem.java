package dev.longhaul.samples.quickstart.archive;

/** A request that the service answers with an error. */
final class HttpProblem extends RuntimeException {
  private final int status;

  private HttpProblem(int status, String message) {
    super(message);
    this.status = status;
  }

  static HttpProblem badRequest(String message) {
    return new HttpProblem(400, message);
  }

  static HttpProblem notFound(String message) {
    return new HttpProblem(404, message);
  }

  static HttpProblem wrongMethod(String method) {
    return new HttpProblem(405, method + " is not known here");
  }

  static HttpProblem keyInUse() {
    return new HttpProblem(409, "the idempotency key belongs to another request");
  }

  static HttpProblem busy() {
    return new HttpProblem(503, "too many jobs are waiting; try again later");
  }

  int status() {
    return status;
  }
}
