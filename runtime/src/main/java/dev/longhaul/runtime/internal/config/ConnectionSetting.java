package dev.longhaul.runtime.internal.config;

import java.util.Arrays;
import java.util.List;

/**
 * What Temporal's tools read about a connection: each by a key of a profile in {@code
 * temporal.toml} and by a variable of the environment.
 */
public enum ConnectionSetting {
  ADDRESS("address", "TEMPORAL_ADDRESS"),
  NAMESPACE("namespace", "TEMPORAL_NAMESPACE"),
  API_KEY("api_key", "TEMPORAL_API_KEY"),
  /** A flag that says the opposite in the environment: there it turns TLS on. */
  TLS_DISABLED("tls.disabled", "TEMPORAL_TLS"),
  TLS_CLIENT_CERT_PATH("tls.client_cert_path", "TEMPORAL_TLS_CLIENT_CERT_PATH"),
  TLS_CLIENT_CERT_DATA("tls.client_cert_data", "TEMPORAL_TLS_CLIENT_CERT_DATA"),
  TLS_CLIENT_KEY_PATH("tls.client_key_path", "TEMPORAL_TLS_CLIENT_KEY_PATH"),
  TLS_CLIENT_KEY_DATA("tls.client_key_data", "TEMPORAL_TLS_CLIENT_KEY_DATA"),
  TLS_SERVER_CA_CERT_PATH("tls.server_ca_cert_path", "TEMPORAL_TLS_SERVER_CA_CERT_PATH"),
  TLS_SERVER_CA_CERT_DATA("tls.server_ca_cert_data", "TEMPORAL_TLS_SERVER_CA_CERT_DATA"),
  TLS_SERVER_NAME("tls.server_name", "TEMPORAL_TLS_SERVER_NAME"),
  TLS_DISABLE_HOST_VERIFICATION(
      "tls.disable_host_verification", "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION");

  private final String key;
  private final String variable;

  ConnectionSetting(String key, String variable) {
    this.key = key;
    this.variable = variable;
  }

  /** The key, below {@code profile.<name>}. */
  public String key() {
    return key;
  }

  /** The variable of the environment. */
  public String variable() {
    return variable;
  }

  boolean isFlag() {
    return this == TLS_DISABLED || this == TLS_DISABLE_HOST_VERIFICATION;
  }

  boolean isAboutTls() {
    return key.startsWith("tls.");
  }

  /** Those that say the same in another way, of which a source may set one. */
  List<ConnectionSetting> alternatives() {
    String what = key.replaceFirst("_(path|data)$", "");
    return Arrays.stream(values())
        .filter(other -> other.key.equals(what + "_path") || other.key.equals(what + "_data"))
        .toList();
  }
}
