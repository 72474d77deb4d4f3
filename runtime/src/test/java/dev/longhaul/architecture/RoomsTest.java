package dev.longhaul.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may know whom: every package sees itself, the JDK, annotations for checkers, and what its row
 * names.
 */
class RoomsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.longhaul");

  private static final String API = "dev.longhaul.api";
  private static final String PAYLOAD = "dev.longhaul.api.payload";
  private static final String OPTIONS = "dev.longhaul.api.options";
  private static final String INTERCEPT = "dev.longhaul.api.intercept";
  private static final String SPI = "dev.longhaul.api.spi";
  private static final String PROTO = "dev.longhaul.proto..";
  private static final String INTERNAL = "dev.longhaul.runtime.internal.";
  private static final String TIME = INTERNAL + "time";
  private static final String TLS = INTERNAL + "tls";
  private static final String MANAGE = INTERNAL + "manage";
  private static final String CONVERT = INTERNAL + "convert";
  private static final String CONNECT = INTERNAL + "connect";
  private static final String DISPATCH = INTERNAL + "dispatch";
  private static final String PROTOBUF = "com.google.protobuf..";
  private static final String GRPC = "io.grpc..";
  private static final String GUICE = "com.google.inject..";
  private static final String INJECT = "jakarta.inject..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String SLF4J = "org.slf4j..";
  private static final String[] EVERYWHERE = {
    "java..", "javax..", "jdk..", "org.jspecify..", "com.google.errorprone.annotations.."
  };

  static Stream<Arguments> rooms() {
    return Stream.of(
        room(PROTO, PROTOBUF, GRPC, "com.google.common.."),
        room(PAYLOAD),
        room(API, PAYLOAD),
        room(INTERCEPT, API),
        room("dev.longhaul.api.external", API),
        room(OPTIONS, API, PAYLOAD, INTERCEPT),
        room(SPI, API, PAYLOAD, GUICE, INJECT),
        room(
            "dev.longhaul.processor..",
            API,
            SPI,
            "com.google.auto..",
            "com.google.common..",
            // To recognise the two annotations that make a constructor injectable.
            GUICE,
            INJECT,
            "com.palantir.javapoet..",
            // What only javac shows.
            "com.sun.source.."),
        room(
            "dev.longhaul.testing..",
            API,
            PAYLOAD,
            PROTO,
            PROTOBUF,
            GRPC,
            "com.google.rpc..",
            "io.temporal.."),
        room(TIME, SLF4J),
        room(TLS, OPTIONS, GRPC, SLF4J),
        room(MANAGE, API, PAYLOAD, OPTIONS, TIME, SLF4J),
        room(CONVERT, API, PAYLOAD, OPTIONS, PROTO, PROTOBUF, JACKSON, SLF4J),
        room(
            CONNECT,
            API,
            PAYLOAD,
            OPTIONS,
            INTERCEPT,
            PROTO,
            PROTOBUF,
            GRPC,
            "com.google.rpc..",
            CONVERT,
            MANAGE,
            TIME,
            TLS,
            SLF4J),
        room(DISPATCH, API, PAYLOAD, OPTIONS, SPI, MANAGE, CONVERT, TIME, INJECT, SLF4J),
        room(INTERNAL + "batch", API, SPI, DISPATCH, MANAGE, TIME, INJECT),
        room(INTERNAL + "poll", API, PAYLOAD, OPTIONS, CONNECT, DISPATCH, MANAGE, TIME, SLF4J),
        room(INTERNAL + "config", API, OPTIONS, JACKSON, "org.yaml.snakeyaml..", SLF4J));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rooms")
  void room_seesOnlyWhatItsRowNames(String room, List<String> visible) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(visible.toArray(String[]::new)))
        .check(CLASSES);
  }

  @Test
  void everyPackage_isARoom() {
    String[] rooms =
        Stream.concat(rooms().map(row -> (String) row.get()[0]), Stream.of("dev.longhaul.runtime"))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(rooms).check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices()
        .matching("dev.longhaul.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES.that(resideInAnyPackage("dev.longhaul..")));
  }

  @Test
  void officialSdk_isNeededByNothingThatUsersRun() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.longhaul.testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.temporal..")
        .check(CLASSES);
  }

  private static Arguments room(String room, String... others) {
    List<String> visible = new ArrayList<>(List.of(EVERYWHERE));
    visible.add(room);
    visible.addAll(List.of(others));
    return Arguments.of(room, visible);
  }
}
