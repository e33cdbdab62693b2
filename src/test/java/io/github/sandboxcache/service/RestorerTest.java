package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.install.NewestWhereGone;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.restore.RestoredImage.Base;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.restore.RestoredImage.Versions;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried, and told, when images are made again. */
class RestorerTest {
  private static final InstallResult NOT_FOUND = failed("ERROR: No matching distribution found");

  private final ScriptedEngine engine = new ScriptedEngine();
  private final List<InstallRequest> asked = new ArrayList<>();
  private final List<InstallResult> failures = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private ImageContents inside = Contents.NOTHING;

  private final Installer installer =
      (request, _, _) -> {
        asked.add(request);
        if (!failures.isEmpty()) {
          return failures.removeFirst();
        }
        engine.put(made(request.reference(), "sha256:base"));
        return InstallResult.installed(request, Duration.ZERO);
      };

  private final List<ArchivedImage> archives = new ArrayList<>();
  private Optional<ArchiveTrouble> archiveTrouble = Optional.empty();
  private final Restorer.Loader loader =
      new Restorer.Loader() {
        @Override
        public List<ArchivedImage> of(CacheReference reference) {
          return archives;
        }

        @Override
        public void load(
            ArchivedImage archive,
            CacheReference reference,
            ProgressListener listener,
            Cancellation cancellation) {
          archiveTrouble.ifPresent(
              trouble -> {
                throw new ArchiveException(trouble);
              });
          engine.put(Images.image(archive.subject().imageId(), reference.toString()));
        }
      };

  private static ArchivedImage archive(String imageId) {
    return new ArchivedImage(
        new ArchiveSubject("unix:///engine", imageId, List.of(), List.of(), 0, Optional.empty()),
        1,
        Instant.EPOCH);
  }

  @Test
  void anImageWithAnArchiveIsLoadedAndNotInstalled() {
    archives.add(archive("another one of that name"));
    archives.add(archive("removed"));
    assertThat(outcome(recipe("numpy")))
        .isInstanceOfSatisfying(
            Outcome.Loaded.class, loaded -> assertThat(loaded.packages()).containsExactly("numpy"));
    assertThat(engine.image("removed")).isPresent();
    assertThat(asked).isEmpty();
  }

  @Test
  void anotherImageOfThatNameIsNotLoadedInItsPlace() {
    archives.add(archive("another one of that name"));
    assertThat(outcome(recipe("numpy"))).isInstanceOf(Outcome.Made.class);
  }

  @Test
  void whereTheArchiveDoesNotServeItIsInstalledAndTheReasonTold() {
    archives.add(archive("removed"));
    archiveTrouble = Optional.of(ArchiveTrouble.of(ArchiveTrouble.Kind.BASE_GONE));
    assertThat(outcome(recipe("numpy")))
        .isInstanceOfSatisfying(
            Outcome.Made.class, made -> assertThat(made.archive()).isEqualTo(archiveTrouble));
    assertThat(asked).hasSize(1);
  }

  private static EngineImage made(CacheReference reference, String baseId) {
    EngineImage image = Images.image("made " + reference, reference.toString());
    return new EngineImage(
        image.id(),
        image.references(),
        image.sizeBytes(),
        image.sharedBytes(),
        image.createdAt(),
        image.parentId(),
        Map.of(ImageLabels.BASE_IMAGE_ID, baseId));
  }

  private static InstallResult failed(String line) {
    return InstallResult.failed(
        Duration.ZERO, List.of(new InstallProblem.CommandFailed("pip", 1, List.of(line))));
  }

  private static ImageRecipe recipe(String packageName, String... installed) {
    return new ImageRecipe(
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of(packageName))),
        "removed",
        Optional.of(new AskedPackages(List.of(packageName), PackagesFrom.LABEL)),
        installed.length == 0
            ? Optional.empty()
            : Optional.of(Stream.of(installed).map(Contents::installed).toList()),
        Optional.of("python:3.11-slim"),
        Optional.of("sha256:base"),
        Map.of());
  }

  private RestoreReport restore(ImageRecipe... recipes) {
    Inspector inspector = new Inspector(engine, (_, _, _, _) -> inside, ContentsStore.NONE);
    return restore(
        new Restorer(engine, new NewestWhereGone(installer), inspector, loader), recipes);
  }

  private RestoreReport restore(Restorer restorer, ImageRecipe... recipes) {
    Map<CacheReference, ImageRecipe> known = new LinkedHashMap<>();
    Stream.of(recipes).forEach(recipe -> known.put(recipe.reference(), recipe));
    return restorer.restore(
        List.copyOf(known.keySet()), known, ProgressListener.NONE, cancellation);
  }

  private Outcome outcome(ImageRecipe recipe) {
    return restore(recipe).images().getFirst().outcome();
  }

  private Versions versions(ImageRecipe recipe) {
    return ((Outcome.Made) outcome(recipe)).versions();
  }

  @Test
  void theSameVersionsOnTheSameBaseAreToldAsTheSame() {
    inside = Contents.python("numpy 1.26.4", "six 1.16.0");
    Outcome.Made made = (Outcome.Made) outcome(recipe("numpy", "numpy 1.26.4", "six 1.16.0"));
    assertThat(made.versions()).isEqualTo(new Versions.Same());
    assertThat(made.base()).isEqualTo(Base.SAME);
    assertThat(asked).singleElement().matches(InstallRequest::asRecorded);
  }

  @Test
  void whatDiffersIsTold() {
    inside = Contents.python("numpy 1.26.4", "six 1.17.0", "idna 3.7");
    ImageRecipe recipe = recipe("numpy", "numpy 1.26.4", "six 1.16.0");
    assertThat(versions(recipe))
        .isEqualTo(
            new Versions.Other(
                PackageDifference.between(recipe.installed().orElseThrow(), inside.packages()),
                false));
  }

  @Test
  void anotherBaseIsTold() {
    ImageRecipe of = recipe("numpy");
    ImageRecipe other =
        new ImageRecipe(
            of.reference(),
            of.imageId(),
            of.asked(),
            of.installed(),
            of.baseName(),
            Optional.of("sha256:older"),
            of.labels());
    assertThat(((Outcome.Made) outcome(other)).base()).isEqualTo(Base.OTHER);
  }

  @Test
  void withoutVersionsNobodySaysTheyAreTheSame() {
    assertThat(versions(recipe("numpy"))).isEqualTo(new Versions.NotRecorded());
    assertThat(engine.count("readArchive")).isZero();
  }

  @Test
  void versionsOfOtherPackagesThanThoseAskedForAreNoProof() {
    assertThat(versions(recipe("numpy", "six 1.16.0"))).isEqualTo(new Versions.NotRecorded());
  }

  @Test
  void versionsThatAreNotToBeHadAnyMoreAreReplacedByTheNewest() {
    failures.add(NOT_FOUND);
    inside = Contents.python("numpy 2.0.0");
    assertThat(versions(recipe("numpy", "numpy 1.26.4")))
        .isInstanceOfSatisfying(Versions.Other.class, other -> assertThat(other.gone()).isTrue());
    assertThat(asked).extracting(InstallRequest::asRecorded).containsExactly(true, false);
  }

  @Test
  void otherFailuresAreNotTriedAgainAndStopNoOtherImage() {
    failures.add(failed("ERROR: no space left on device"));
    assertThat(restore(recipe("numpy", "numpy 1.26.4"), recipe("six")).images())
        .extracting(RestoredImage::isThere)
        .containsExactly(false, true);
    assertThat(asked).hasSize(2);
  }

  @Test
  void anImageThatIsThereStaysAsItIs() {
    ImageRecipe recipe = recipe("numpy");
    engine.put(made(recipe.reference(), "sha256:other"));
    assertThat(outcome(recipe)).isEqualTo(new Outcome.AlreadyThere());
    assertThat(asked).isEmpty();
  }

  @Test
  void anImageOfWhichNoRemovalIsKnownIsNotGuessed() {
    CacheReference reference = recipe("numpy").reference();
    Restorer restorer =
        new Restorer(
            engine,
            installer,
            new Inspector(engine, (_, _, _, _) -> inside, ContentsStore.NONE),
            loader);
    assertThat(
            restorer
                .restore(List.of(reference), Map.of(), ProgressListener.NONE, cancellation)
                .images())
        .containsExactly(new RestoredImage(reference, new Outcome.NotRemoved()));
  }

  @Test
  void whatWasOnlyGuessedIsNotInstalled() {
    ImageRecipe known = recipe("numpy");
    ImageRecipe guess =
        new ImageRecipe(
            known.reference(),
            known.imageId(),
            Optional.of(new AskedPackages(List.of("numpy"), PackagesFrom.GUESS)),
            known.installed(),
            known.baseName(),
            known.baseId(),
            known.labels());
    assertThat(outcome(guess)).isEqualTo(new Outcome.PackagesUnknown());
    assertThat(asked).isEmpty();
  }

  @Test
  void anImageThatCannotBeLookedIntoIsRestoredAllTheSame() {
    engine.fail("readArchive", 1);
    assertThat(versions(recipe("numpy", "numpy 1.26.4"))).isInstanceOf(Versions.NotRead.class);
  }

  @Test
  void anEngineThatIsGoneIsToldForThatImage() {
    engine.fail("image", 1);
    assertThat(outcome(recipe("numpy"))).isInstanceOf(Outcome.EngineFailed.class);
  }

  @Test
  void whatIsCancelledBeforeAnythingWasDoneSaysNothingElse() {
    cancellation.cancel();
    assertThatThrownBy(() -> restore(recipe("numpy"))).isInstanceOf(CancellationException.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatWasRestoredBeforeItWasCancelledIsTold() {
    ImageRecipe there = recipe("numpy");
    engine.put(made(there.reference(), "sha256:base"));
    Restorer restorer =
        new Restorer(
            engine,
            (_, _, _) -> {
              cancellation.cancel();
              throw new CancellationException("cancelled");
            },
            new Inspector(engine, (_, _, _, _) -> inside, ContentsStore.NONE),
            loader);
    assertThat(restore(restorer, there, recipe("six"), recipe("idna")).images())
        .extracting(RestoredImage::outcome)
        .containsExactly(
            new Outcome.AlreadyThere(), new Outcome.Cancelled(), new Outcome.Cancelled());
  }
}
