package io.github.sandboxcache;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;

/** Guards the directions between packages that {@code docs/architecture.md} draws. */
@AnalyzeClasses(packages = "io.github.sandboxcache", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.sandboxcache.";
  private static final String JAVAFX = "javafx..";
  private static final String DOCKER_JAVA = "com.github.dockerjava..";
  private static final String PICOCLI = "picocli..";
  private static final String[] DOMAIN = {
    ROOT + "cache..",
    ROOT + "catalog..",
    ROOT + "pins..",
    ROOT + "removal..",
    ROOT + "usage..",
    ROOT + "sandboxlog..",
    ROOT + "install..",
    ROOT + "port..",
    ROOT + "task..",
    ROOT + "service..",
    ROOT + "settings..",
    ROOT + "instance..",
    ROOT + "text.."
  };

  @ArchTest
  static final ArchRule domainKnowsNoToolkitNoEngineLibraryNoParser =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAVAFX, "org.controlsfx..", DOCKER_JAVA, PICOCLI);

  @ArchTest
  static final ArchRule domainKnowsNoOuterPackage =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "engine..",
              ROOT + "ledger..",
              ROOT + "sample..",
              ROOT + "ui..",
              ROOT + "cli..",
              ROOT + "launch..");

  @ArchTest
  static final ArchRule onlyTheAdapterKnowsDockerJava =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DOCKER_JAVA);

  @ArchTest
  static final ArchRule onlyTheRootWiresTheAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "engine..", ROOT + "ledger..", ROOT + "sample..", ROOT + "launch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "engine..", ROOT + "ledger..", ROOT + "sample..");

  @ArchTest
  static final ArchRule onlyTheLedgerKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule commandLineKnowsNoWindow =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAVAFX, "org.controlsfx..", ROOT + "ui..");

  @ArchTest
  static void viewModelsNeedNoScreen(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "ui..")
        .and()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .and(not(assignableTo(javafx.scene.input.KeyCode.class))))
        .allowEmptyShould(true)
        .check(classes);
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.github.sandboxcache.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("javax.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

  @ArchTest
  static final ArchRule noStaticStateChanges =
      noFields()
          .that()
          .haveModifier(JavaModifier.STATIC)
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .notBeFinal();

  /** In a chroot and in some containers it fails, as if there were no place for a file at all. */
  @ArchTest
  static final ArchRule nothingRestsOnTheTableOfMounts =
      noClasses()
          .that()
          .doNotHaveSimpleName("LedgerFailure")
          .should()
          .callMethod(Files.class, "getFileStore", Path.class);

  @ArchTest static final ArchRule oneLoggingInterface = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static void standardStreamsBelongToTheStart(JavaClasses classes) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        classes.that(not(resideInAnyPackage(ROOT + "launch..", ROOT + "cli.."))));
  }
}
