package dev.longhaul.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command is a user of the project like others: nothing internal is open to it. */
class RoomTest {

  @Test
  void command_seesTheApiAndTheFrontDoor() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "picocli..",
                "com.fasterxml.jackson..",
                "dev.longhaul.api..",
                "dev.longhaul.runtime",
                "dev.longhaul.cli"))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.longhaul.cli"));
  }
}
