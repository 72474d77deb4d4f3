package dev.longhaul.api.options;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the targets of connections say; no name is ever resolved here. */
final class Targets {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.%]+]|[^\\s:/\\[\\]]+):(?<port>\\d{1,5})");
  private static final Pattern SCHEME = Pattern.compile("(?i)(?<scheme>[a-z][a-z0-9+.-]*):/.*");
  private static final Pattern DNS = Pattern.compile("(?i)dns:(//[^/]*/)?(?<rest>.*)");
  private static final Pattern LOOPBACK =
      Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::1|0:0:0:0:0:0:0:1)]");
  private static final int LAST_PORT = 65_535;

  private Targets() {}

  /**
   * Lets {@code host:port} pass, and gRPC targets with a scheme, which gRPC checks.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void check(String target) {
    Matcher scheme = SCHEME.matcher(target);
    if (scheme.matches()) {
      String name = scheme.group("scheme").toLowerCase(Locale.ROOT);
      Checks.that(
          !name.equals("http") && !name.equals("https"),
          "the target \"" + target + "\" is a URL, and gRPC has none; write it as host:port");
      return;
    }
    Matcher parts = HOST_AND_PORT.matcher(target);
    Checks.that(
        isUnix(target) || (parts.matches() && isPort(parts.group("port"))),
        "the target \""
            + target
            + "\" is not host:port, such as localhost:7233 or [::1]:7233, and has no scheme, such"
            + " as dns:///temporal.example.com:7233");
  }

  /** Whether it certainly is this machine; a name that only resolves to it does not count. */
  static boolean isLoopback(String target) {
    if (isUnix(target)) {
      return true;
    }
    Matcher dns = DNS.matcher(target);
    Matcher parts = HOST_AND_PORT.matcher(dns.matches() ? dns.group("rest") : target);
    if (!parts.matches()) {
      return false;
    }
    String host = parts.group("host").toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || LOOPBACK.matcher(host).matches();
  }

  private static boolean isUnix(String target) {
    return target.startsWith("unix:");
  }

  private static boolean isPort(String digits) {
    int port = Integer.parseInt(digits);
    return port > 0 && port <= LAST_PORT;
  }
}
