package dev.longhaul.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.WorkerDeployment;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of settings agree with what they set, and with each other. */
class CatalogueTest {
  // Objects, which only code can give, and what has a section of its own.
  private static final Set<String> OPTIONS_OF_CODE =
      Set.of("interceptors", "converters", "codecs", "retry", "queues", "deployment");

  @Test
  void everyOptionOfARuntime_canBeSet() {
    assertThat(keys("runtime.", key -> !key.contains(".")))
        .containsExactlyInAnyOrderElementsOf(
            components(RuntimeOptions.class, name -> !OPTIONS_OF_CODE.contains(name)));
    assertThat(keys("runtime.deployment.", key -> true))
        .containsExactlyInAnyOrderElementsOf(components(WorkerDeployment.class, name -> true));
    assertThat(keys("runtime.retry.", key -> true))
        .containsExactlyInAnyOrderElementsOf(components(RetryOptions.class, name -> true));
  }

  @Test
  void everyOptionOfAConnection_canBeSet() {
    List<String> options =
        components(
            ConnectionOptions.class,
            name -> !Set.of("tls", "keepAlive", "headers", "plaintext").contains(name));
    assertThat(keys("connection.", key -> !key.contains(".")))
        .hasSameSizeAs(options)
        .contains("namespace", "api-key", "compression", "max-connect-backoff");
  }

  @Test
  void everyAttributeOfAnAnnotation_canBeSet_butTypeNameAndContract() {
    Set<String> attributes =
        Arrays.stream(AsyncActivityHandler.class.getDeclaredMethods())
            .map(Method::getName)
            .map(CatalogueTest::kebab)
            .collect(Collectors.toCollection(HashSet::new));
    attributes.removeAll(Set.of("activity-type", "name", "contract"));
    attributes.add(HandlerSetting.ENABLED.key());
    Arrays.stream(OnBatch.class.getDeclaredMethods())
        .map(Method::getName)
        .map(CatalogueTest::kebab)
        .map(key -> key.contains("batch") ? key : "batch-" + key)
        .forEach(attributes::add);

    assertThat(HandlerTable.all().map(Setting::key))
        .containsExactlyInAnyOrderElementsOf(attributes);
    assertThat(
            Arrays.stream(HandlerOptions.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == HandlerOptions.class)
                .map(Method::getName)
                .map(CatalogueTest::kebab))
        .containsAll(attributes);
  }

  @Test
  void builtInValues_canBeWritten() {
    Stream.concat(Catalogue.named(), HandlerTable.all())
        .filter(setting -> !Set.of("none", "", "pid@host").contains(setting.builtIn()))
        .forEach(
            setting ->
                assertThatCode(() -> setting.read(setting.builtIn()))
                    .as(setting.key())
                    .doesNotThrowAnyException());
  }

  @Test
  void variables_differ() {
    assertThat(Catalogue.named().map(Setting::variable)).doesNotHaveDuplicates();
  }

  // Otherwise a variable of a handler could be split in two ways.
  @Test
  void noSettingOfAHandler_isTheEndOfAnother() {
    for (Setting<?> one : HandlerTable.all().toList()) {
      assertThat(HandlerTable.all().filter(other -> !other.equals(one)).map(Setting::variable))
          .noneMatch(other -> other.endsWith("_" + one.variable()));
    }
  }

  private static List<String> keys(String section, Predicate<String> wanted) {
    return Catalogue.named()
        .map(Setting::key)
        .filter(key -> key.startsWith(section))
        .map(key -> key.substring(section.length()))
        .filter(wanted)
        .toList();
  }

  private static List<String> components(
      Class<? extends Record> options, Predicate<String> wanted) {
    return Arrays.stream(options.getRecordComponents())
        .map(component -> component.getName())
        .filter(wanted)
        .map(CatalogueTest::kebab)
        .toList();
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
