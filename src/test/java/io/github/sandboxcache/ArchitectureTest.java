package io.github.sandboxcache;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
  private static final String JACKSON = "com.fasterxml..";
  private static final String SQLITE = "org.sqlite..";

  /** Each layer knows those named, and nothing else of ours. */
  @ArchTest
  static final ArchRule sevenDoors =
      layeredArchitecture()
          .consideringAllDependencies()
          .layer("domain")
          .definedBy(ROOT + "domain..")
          .layer("service")
          .definedBy(ROOT + "service..")
          .layer("adapter")
          .definedBy(ROOT + "adapter..")
          .layer("text")
          .definedBy(ROOT + "text..")
          .layer("cli")
          .definedBy(ROOT + "cli..")
          .layer("ui")
          .definedBy(ROOT + "ui..")
          .layer("launch")
          .definedBy(ROOT + "launch..")
          .whereLayer("launch")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("launch")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("launch")
          .whereLayer("adapter")
          .mayOnlyBeAccessedByLayers("launch")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("cli", "ui", "launch")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("text", "cli", "ui", "launch");

  @ArchTest
  static final ArchRule domainAndServiceAreDataAndRulesAlone =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "domain..", ROOT + "service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              JAVAFX, "org.controlsfx..", DOCKER_JAVA, PICOCLI, JACKSON, SQLITE, "java.sql..");

  /**
   * One for each dialect: own files, engines, verbs, logs, packages, what servers and registries
   * send.
   */
  @ArchTest
  static final ArchRule mappersAreMadeInSevenPlaces =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.files.JsonFile$Mapper")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.docker.EngineJson")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "cli.JsonText")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.sandboxlog.LogText")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.contents.MetadataJson")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.mcp.JsonRpcLine")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.registry.RegistryJson")
          .should()
          .callConstructor(ObjectMapper.class)
          .orShould()
          .callMethod(JsonMapper.class, "builder")
          .orShould()
          .callConstructor(JsonFactory.class)
          .orShould()
          .callMethod(JsonFactory.class, "builder")
          .orShould()
          .callConstructor(JsonFactoryBuilder.class);

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsDockerJava = onlyIn("adapter.docker", DOCKER_JAVA);

  @ArchTest
  static final ArchRule onlyTheLedgerKnowsSql = onlyIn("adapter.sqlite", "java.sql..", SQLITE);

  @ArchTest static final ArchRule onlyVerbsKnowPicocli = onlyIn("cli", PICOCLI);

  @ArchTest
  static final ArchRule onlyTheServerForAgentsKnowsTheMcpSdk =
      onlyIn("cli.mcp", "io.modelcontextprotocol..", "reactor..", "com.networknt..");

  @ArchTest
  static final ArchRule onlyTheStartKnowsTheServerForAgents =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "cli.mcp..", ROOT + "launch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "cli.mcp..");

  @ArchTest
  static final ArchRule onlyTheWindowKnowsTheToolkit =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "ui..", ROOT + "launch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAVAFX, "org.controlsfx..");

  @ArchTest
  static final ArchRule theWindowKnowsNoJson =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "ui..", ROOT + "text..", ROOT + "launch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JACKSON);

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("io.github.sandboxcache.(*).(*)..").should().beFreeOfCycles();

  private static ArchRule onlyIn(String room, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

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
