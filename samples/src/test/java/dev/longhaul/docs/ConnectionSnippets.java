package dev.longhaul.docs;

import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceResponse;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The code of docs/connection.md. */
final class ConnectionSnippets {
  private ConnectionSnippets() {}

  /** Whoever keeps the keys. */
  interface Vault {
    String currentKey();
  }

  static LonghaulModule fromCode(Vault vault) {
    return LonghaulModule.forConnection(
        ConnectionOptions.to("temporal.example.com:7233").toBuilder()
            .namespace("payments")
            .apiKey(vault::currentKey)
            .build());
  }

  static LonghaulModule fromAnotherFile() {
    return LonghaulModule.fromEnvironment()
        .configuration(Configuration.ofProcess().profileFile(Path.of("/etc/temporal.toml")))
        .namespace("payments");
  }

  static TlsOptions tls() {
    return TlsOptions.systemRoots().toBuilder()
        .roots(Pem.file(Path.of("/etc/temporal/ca.pem")))
        .clientCertificate(
            ClientCertificate.files(
                Path.of("/etc/temporal/tls.crt"), Path.of("/etc/temporal/tls.key")))
        .build();
  }

  static DescribeNamespaceResponse ownCall(LonghaulClient client) {
    return client
        .workflowService()
        .blocking()
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .describeNamespace(
            DescribeNamespaceRequest.newBuilder().setNamespace(client.namespace()).build());
  }
}
