package dev.longhaul.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.metadata.POJOActivityInterfaceMetadata;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of a contract's methods are those that Temporal's Java SDK gives them. */
public final class ContractNamesTest {

  @ActivityInterface
  public interface Plain {
    String transcode(String source);

    void x();

    void URLCheck();
  }

  @ActivityInterface(namePrefix = "Media_")
  public interface Prefixed {
    String transcode(String source);

    @ActivityMethod(name = "probe-all")
    void probe();

    @ActivityMethod
    void purge();
  }

  public interface Unannotated {
    void inherited();
  }

  @ActivityInterface(namePrefix = "Below_")
  public interface BelowUnannotated extends Unannotated {
    void own();
  }

  @ActivityInterface(namePrefix = "Above_")
  public interface AboveAnnotated extends BelowUnannotated {
    void last();
  }

  public interface Generic<I, O> {
    O convert(I input);
  }

  @ActivityInterface
  public interface OfAGeneric extends Generic<String, Integer> {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Plain.class,
        Prefixed.class,
        BelowUnannotated.class,
        AboveAnnotated.class,
        OfAGeneric.class
      })
  void methods_haveTheNamesThatTheSdkGivesThem(Class<?> contract) {
    List<String> expected =
        POJOActivityInterfaceMetadata.newInstance(contract).getMethodsMetadata().stream()
            .map(POJOActivityMethodMetadata::getActivityTypeName)
            .toList();

    assertThat(read(contract)).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void plainInterface_hasCapitalisedNames() {
    assertThat(read(Unannotated.class)).containsExactly("Inherited");
  }

  private static List<String> read(Class<?> contract) {
    Reading reading = new Reading(contract);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(reading)
            .compile(JavaFileObjects.forSourceString("Any", "class Any {}"));
    assertThat(compilation.errors()).isEmpty();
    return reading.names;
  }

  @SupportedAnnotationTypes("*")
  private static final class Reading extends AbstractProcessor {
    private final Class<?> contract;
    private List<String> names = List.of();

    Reading(Class<?> contract) {
      this.contract = contract;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      TypeElement type =
          processingEnv.getElementUtils().getTypeElement(contract.getCanonicalName());
      names =
          ContractReader.read(type, new TypeTool(processingEnv)).stream()
              .map(ContractMethod::activityType)
              .toList();
      return false;
    }
  }
}
