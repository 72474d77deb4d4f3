package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.testing.compile.Compilation;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.api.spi.HandlerMethod;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random handlers: each one either compiles and runs, or is told what is wrong with it. Which of
 * them it must be, whoever made the handler knows. A failure tells the seed that replays it.
 */
final class ShapesTest {
  private static final int HANDLERS = 120;

  static LongStream seeds() {
    return Seeds.orThese(1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyHandler_compilesAndRuns_orIsToldWhatIsWrong(long seed) {
    Seeds.replayable(seed, () -> check(new Random(seed)));
  }

  private static void check(Random random) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    IntStream.range(0, HANDLERS)
        .mapToObj(i -> Shape.random("Shape" + i, random))
        .forEach(shape -> shapes.put(shape.name(), shape));

    Set<String> blamed = new TreeSet<>();
    for (var diagnostic : compile(shapes.values()).diagnostics()) {
      String id = Shown.id(diagnostic);
      assertThat(id).as(diagnostic.toString()).isNotNull().isNotEqualTo("LH199");
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        blamed.add(nameOf(diagnostic.getSource()));
      }
    }
    assertThat(blamed)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            shapes.values().stream().filter(Shape::wrong).map(Shape::name).toList());

    List<Shape> right = shapes.values().stream().filter(shape -> !shape.wrong()).toList();
    Compilation compilation = compile(right);
    assertThat(compilation.errors()).isEmpty();
    assertThat(run(compilation)).hasSameSizeAs(right);
  }

  private static Compilation compile(Collection<Shape> shapes) {
    return Compilations.compile(
        List.of("-Xmaxerrs", "1000"),
        shapes.stream()
            .map(shape -> Compilations.source(shape.source()))
            .toArray(JavaFileObject[]::new));
  }

  // A file has the name of its first class, which may be the one around the handler.
  private static String nameOf(JavaFileObject file) {
    return file.getName().replaceFirst(".*/(Outer)?", "").replace(".java", "");
  }

  /** Creates all handlers, and calls all their methods. */
  private static List<HandlerBinding<?>> run(Compilation compilation) {
    List<AsyncActivityModule<?>> modules = new ArrayList<>();
    ServiceLoader.load(HandlerIndex.class, Compilations.loader(compilation))
        .forEach(index -> modules.addAll(index.modules()));
    List<Module> all = new ArrayList<>(modules);
    all.add(
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(String.class).toInstance("injected");
          }
        });
    Injector injector = Guice.createInjector(all);
    List<HandlerBinding<?>> bindings =
        List.copyOf(injector.getInstance(new Key<Set<HandlerBinding<?>>>() {}));
    for (HandlerBinding<?> binding : bindings) {
      assertThatCode(() -> call(binding)).as(binding.toString()).doesNotThrowAnyException();
    }
    return bindings;
  }

  @SuppressWarnings("unchecked")
  private static void call(HandlerBinding<?> binding) throws Throwable {
    Object handler = binding.provider().get();
    FakeInvocation call =
        new FakeInvocation(binding.inputs().stream().map(input -> absent(input.type())).toArray());
    ((HandlerMethod<Object>) binding.start()).invoke(handler, call);
    if (binding.heartbeat().isPresent()) {
      ((HandlerMethod<Object>) binding.heartbeat().get()).invoke(handler, call);
    }
    if (binding.cancel().isPresent()) {
      ((HandlerMethod<Object>) binding.cancel().get()).invoke(handler, call);
    }
  }

  /** What the runtime gives for an input that did not come. */
  private static @Nullable Object absent(Type type) {
    return type instanceof Class<?> c && c.isPrimitive()
        ? Array.get(Array.newInstance(c, 1), 0)
        : null;
  }
}
