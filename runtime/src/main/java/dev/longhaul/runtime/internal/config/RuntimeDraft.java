package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a runtime one by one, some of which belong together. Not thread-safe.
 */
final class RuntimeDraft {
  private final RuntimeOptions.Builder builder;
  private @Nullable String deployment;
  private @Nullable String buildId;
  private @Nullable VersioningMode versioning;

  /** Above these options. */
  RuntimeDraft(RuntimeOptions.Builder builder) {
    this.builder = builder;
  }

  /** A setting that is an option of its own. */
  void set(Consumer<RuntimeOptions.Builder> change) {
    change.accept(builder);
  }

  void deployment(String value) {
    deployment = value;
  }

  void buildId(String value) {
    buildId = value;
  }

  void versioning(VersioningMode value) {
    versioning = value;
  }

  /**
   * The options so far, which code may change.
   *
   * @param problems takes what does not go together
   */
  RuntimeOptions.Builder builder(List<String> problems) {
    if (deployment != null && buildId != null) {
      VersioningMode mode = versioning == null ? VersioningMode.UNVERSIONED : versioning;
      builder.deployment(new WorkerDeployment(deployment, buildId, mode));
    } else if (deployment != null || buildId != null || versioning != null) {
      problems.add(
          "a version of a worker deployment needs both runtime.deployment.name and"
              + " runtime.deployment.build-id; set both, or nothing below runtime.deployment");
    }
    return builder;
  }
}
