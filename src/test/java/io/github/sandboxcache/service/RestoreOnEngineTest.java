package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.EngineInstaller;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.restore.RestoredImage.Base;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.restore.RestoredImage.Versions;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.text.InstallText;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Guards that a removed image comes back as it was, by real package managers, whatever has come out
 * since.
 */
@EngineTest
class RestoreOnEngineTest {
  private TestImages images;
  private Inspector inspector;
  private CacheService service;
  private String repository;
  private PackageIndex index;

  @BeforeEach
  void start(ContainerEngine engine, TestImages testImages) throws IOException {
    this.images = testImages;
    this.repository = "sandbox-cache-test/" + images.language().name();
    this.index = new PackageIndex();
    this.inspector = Inspectors.of(engine);
    InstallSettings usual = InstallSettings.DEFAULT;
    InstallSettings onHost =
        new InstallSettings(
            usual.baseImages(),
            Optional.of("host"),
            usual.caBundle(),
            usual.limits(),
            usual.timeLimit());
    this.service =
        new CacheService(
            engine,
            new EngineInstaller(
                engine,
                () -> onHost,
                new FactsInMemory(),
                TestLocks.create(),
                "test",
                Clock.systemUTC()),
            inspector,
            Ledgers.empty(),
            Ledgers.empty(),
            new PinsInMemory(),
            LayerStore.NONE,
            TestArchives.none(engine),
            TestLocks.create(),
            Clock.systemUTC());
  }

  @AfterEach
  void stopServing() {
    index.close();
  }

  /** A base image of that language's test image whose package manager knows the test's index. */
  private String base(String name, String tag) throws IOException {
    String parent = "sandbox-cache-test/" + name + ":1";
    assumeTrue(images.exists(parent), "the test's base image is missing: " + parent);
    images.derive(parent, index.settings(), repository, tag);
    return repository + ":" + tag;
  }

  private String packageName(String end) {
    return images.language().name() + end;
  }

  private InstallRequest install(Language language, String base, String... packages) {
    InstallRequest request =
        new InstallRequest(language, List.of(packages), Optional.of(base), Optional.empty());
    images.removeLater(request.reference());
    InstallResult result =
        service
            .installs()
            .install(request, Origin.COMMAND_LINE, ProgressListener.NONE, new Cancellation());
    assertThat(InstallText.errors(result)).isEmpty();
    return request;
  }

  private CachedImage image(InstallRequest request) {
    return service.withPackages(service.list()).find(request.reference()).orElseThrow();
  }

  private List<String> versions(InstallRequest request) {
    Inspection inside =
        inspector.inspect(
            image(request), service.list(), ProgressListener.NONE, new Cancellation());
    return inside.contents().packages().stream()
        .map(each -> each.name() + " " + each.version())
        .toList();
  }

  /** After a look inside: how long an engine takes to send an image decides nothing here. */
  private void remove(InstallRequest request) {
    assertThat(versions(request)).isNotEmpty();
    RemovalPlan plan =
        RemovalPlan.of(
            service.measured(service.list()),
            new RemovalPolicy.Chosen(Set.of(request.reference())),
            Pins.Known.NONE);
    RemovalReport report =
        service
            .removals()
            .remove(plan, Origin.COMMAND_LINE, ProgressListener.NONE, new Cancellation());
    assertThat(report.removed()).hasSize(1);
  }

  private Outcome restore(InstallRequest request) {
    List<RestoredImage> restored =
        service
            .installs()
            .restore(
                List.of(request.reference()),
                Origin.COMMAND_LINE,
                ProgressListener.NONE,
                new Cancellation())
            .images();
    assertThat(restored).hasSize(1);
    return restored.getFirst().outcome();
  }

  private static void assertMade(Outcome outcome, Versions versions, Base base) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Made.class,
            made -> {
              assertThat(made.versions()).isEqualTo(versions);
              assertThat(made.base()).isEqualTo(base);
            });
  }

  @Test
  void pythonPackagesComeBackInTheirVersionsAfterNewerOnesCameOut() throws IOException {
    String library = packageName("lib");
    String dependency = packageName("dep");
    index.publishWheel(library, "1.0", dependency);
    index.publishWheel(dependency, "1.0");
    InstallRequest request = install(Language.PYTHON, base("python", "python"), library);

    index.publishWheel(library, "2.0", dependency);
    index.publishWheel(dependency, "1.1");
    remove(request);

    assertMade(restore(request), new Versions.Same(), Base.SAME);
    assertThat(versions(request)).containsExactlyInAnyOrder(library + " 1.0", dependency + " 1.0");
    assertThat(image(request).packages()).contains(List.of(library));
    assertThat(restore(request)).isEqualTo(new Outcome.AlreadyThere());
  }

  @Test
  void npmPackagesComeBackInTheirVersionsAfterNewerOnesCameOut() throws IOException {
    assertComesBack(Language.JAVASCRIPT, "javascript");
  }

  @Test
  void bunPackagesComeBackInTheirVersionsAfterNewerOnesCameOut() throws IOException {
    assertComesBack(Language.TYPESCRIPT, "bun");
  }

  private void assertComesBack(Language language, String baseName) throws IOException {
    String library = packageName("lib");
    String dependency = packageName("dep");
    index.publishNpm(library, "1.0.0", dependency);
    index.publishNpm(dependency, "1.0.0");
    InstallRequest request = install(language, base(baseName, baseName), library);

    index.publishNpm(library, "2.0.0", dependency);
    index.publishNpm(dependency, "1.1.0");
    remove(request);

    assertMade(restore(request), new Versions.Same(), Base.SAME);
    assertThat(versions(request))
        .containsExactlyInAnyOrder(library + " 1.0.0", dependency + " 1.0.0");
    assertThat(image(request).packages()).contains(List.of(library));
  }

  @Test
  void theRecordedBaseIsTakenEvenIfItsNameIsAnothersByNow() throws IOException {
    String library = packageName("lib");
    index.publishWheel(library, "1.0");
    String base = base("python", "python");
    InstallRequest request = install(Language.PYTHON, base, library);
    remove(request);
    String before = images.inspect(base).getId();
    images.tag(before, repository, "kept");
    images.derive("sandbox-cache-test/python:1", index.settings(), repository, "python");
    assertThat(images.inspect(base).getId()).isNotEqualTo(before);

    assertMade(restore(request), new Versions.Same(), Base.SAME);
    assertThat(image(request).image().labels())
        .containsEntry(ImageLabels.BASE_IMAGE_ID, before)
        .containsEntry(ImageLabels.BASE_IMAGE, base);

    remove(request);
    images.untag(repository + ":kept");
    assertMade(restore(request), new Versions.Same(), Base.OTHER);
  }

  @Test
  void versionsThatAreNotToBeHadAnyMoreAreReplacedByTheNewestAndTold() throws IOException {
    String library = packageName("lib");
    index.publishWheel(library, "1.0");
    InstallRequest request = install(Language.PYTHON, base("python", "python"), library);
    remove(request);
    index.publishWheel(library, "2.0");
    index.withdraw(library, "1.0");

    assertThat(restore(request))
        .isInstanceOfSatisfying(
            Outcome.Made.class,
            made ->
                assertThat(made.versions())
                    .isInstanceOfSatisfying(
                        Versions.Other.class,
                        other -> {
                          assertThat(other.gone()).isTrue();
                          assertThat(other.difference().changed())
                              .singleElement()
                              .satisfies(
                                  change -> {
                                    InstalledPackage before = change.before();
                                    assertThat(before.version()).isEqualTo("1.0");
                                    assertThat(change.after().version()).isEqualTo("2.0");
                                  });
                        }));
  }
}
