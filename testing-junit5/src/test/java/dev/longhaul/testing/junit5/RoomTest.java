package dev.longhaul.testing.junit5;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The kit is a user of the project like others: nothing internal is open to it. */
class RoomTest {

  @Test
  void kit_seesTheApiTheFrontDoorAndTheFakes() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "org.junit.jupiter.api.extension..",
                "org.opentest4j..",
                "com.google.inject..",
                "com.google.protobuf..",
                "io.grpc..",
                "io.temporal..",
                "dev.longhaul.api..",
                "dev.longhaul.proto..",
                "dev.longhaul.runtime",
                "dev.longhaul.testing",
                "dev.longhaul.testing.junit5"))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.longhaul.testing.junit5"));
  }
}
