package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectImageResponse;
import io.github.sandboxcache.adapter.archives.FileArchives;
import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was removed comes back from its archive as it was: the same id, layers, labels and name. */
@EngineTest
class ArchivesOnEngineTest {
  private static final int BASE_BYTES = 3_000_000;
  private static final int OWN_BYTES = 40_000;

  @TempDir private Path directory;

  private CacheService service(ContainerEngine engine) {
    return new CacheService(
        engine,
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        },
        Inspectors.of(engine),
        Ledgers.empty(),
        Ledgers.empty(),
        new PinsInMemory(),
        LayerStore.NONE,
        new Archives(
            engine,
            new FileArchives(directory.resolve("archives"), Clock.systemUTC()),
            Inspectors.of(engine),
            () -> new ArchiveSettings(true, 1, 1)),
        TestLocks.create(),
        Clock.systemUTC());
  }

  private static byte[] incompressible(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String base(TestImages images) {
    String base = "team/" + images.language().name() + ":base";
    images.loadAs(new ImageArchive().file("base", incompressible(BASE_BYTES, 1)), base);
    return base;
  }

  private static CacheReference aboveBase(TestImages images) throws IOException {
    CacheReference name = images.newReference();
    images.saveSession(base(images), Map.of("own", incompressible(OWN_BYTES, 2)), name);
    return name;
  }

  private static RemovalReport remove(CacheService service, CacheReference... names) {
    RemovalPlan plan =
        RemovalPlan.of(
            service.measured(service.list()),
            new RemovalPolicy.Chosen(Set.copyOf(Arrays.asList(names))),
            Pins.Known.NONE);
    return service
        .removals()
        .remove(plan, Origin.WINDOW, ProgressListener.NONE, new Cancellation());
  }

  private static EngineImage restore(CacheService service, CacheReference name) {
    ArchivedImage archive = service.archives().of(name).getFirst();
    return service
        .removals()
        .restoreArchived(archive, name, Origin.WINDOW, ProgressListener.NONE, new Cancellation());
  }

  private static List<?> identity(InspectImageResponse image) {
    return List.of(
        image.getId(),
        List.copyOf(image.getRootFS().getLayers()),
        String.valueOf(image.getConfig()),
        image.getRepoTags());
  }

  @Test
  void anImageComesBackFromAnArchiveOfItsOwnLayersAlone(ContainerEngine engine, TestImages images)
      throws IOException {
    CacheReference name = aboveBase(images);
    List<?> before = identity(images.inspect(name.toString()));
    CacheService service = service(engine);

    assertThat(remove(service, name).removed()).hasSize(1);
    assertThat(images.exists(name.toString())).isFalse();
    ArchivedImage archive = service.archives().of(name).getFirst();
    assertThat(archive.bytes()).isBetween((long) OWN_BYTES, OWN_BYTES + 10_000L);

    EngineImage restored = restore(service, name);
    assertThat(restored.references()).hasSize(1);
    assertThat(identity(images.inspect(name.toString()))).isEqualTo(before);
  }

  @Test
  void whoRestoresARemovedImageGetsTheSameOne(ContainerEngine engine, TestImages images)
      throws IOException {
    CacheReference name = aboveBase(images);
    List<?> before = identity(images.inspect(name.toString()));
    CacheService service = service(engine);
    assertThat(remove(service, name).removed()).hasSize(1);

    RestoreReport report =
        service
            .installs()
            .restore(List.of(name), Origin.COMMAND_LINE, ProgressListener.NONE, new Cancellation());
    assertThat(report.images())
        .singleElement()
        .satisfies(image -> assertThat(image.outcome()).isInstanceOf(Outcome.Loaded.class));
    assertThat(identity(images.inspect(name.toString()))).isEqualTo(before);
  }

  @Test
  void anImageWithoutABaseIsArchivedAsAWhole(ContainerEngine engine, TestImages images) {
    CacheReference name =
        images.load(new ImageArchive().file("data", incompressible(OWN_BYTES, 3)));
    List<?> before = identity(images.inspect(name.toString()));
    CacheService service = service(engine);

    assertThat(remove(service, name).removed()).hasSize(1);
    EngineImage _ = restore(service, name);
    assertThat(identity(images.inspect(name.toString()))).isEqualTo(before);
  }

  @Test
  void bothNamesOfAnImageComeBackFromOneArchive(ContainerEngine engine, TestImages images)
      throws IOException {
    CacheReference one = aboveBase(images);
    CacheReference other = images.newReference();
    images.tag(one, other.repository(), other.tag());
    CacheService service = service(engine);

    assertThat(remove(service, one, other).removed()).hasSize(2);
    assertThat(service.archives().of(one)).isEqualTo(service.archives().of(other)).hasSize(1);
    EngineImage _ = restore(service, one);
    EngineImage restored = restore(service, other);
    assertThat(restored.references()).hasSize(2);
  }

  @Test
  void withoutItsBaseItIsToldAndNothingComes(ContainerEngine engine, TestImages images)
      throws IOException {
    CacheReference name = aboveBase(images);
    CacheService service = service(engine);
    assertThat(remove(service, name).removed()).hasSize(1);
    images.untag("team/" + images.language().name() + ":base");

    assertThatThrownBy(() -> restore(service, name))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.trouble().kind()).isEqualTo(Kind.BASE_GONE));
    ArchivedImage archive = service.archives().of(name).getFirst();
    assertThat(engine.image(archive.subject().imageId())).isEmpty();
  }

  @Test
  void itTakesNoNameAwayFromAnotherImage(ContainerEngine engine, TestImages images)
      throws IOException {
    CacheReference name = aboveBase(images);
    CacheService service = service(engine);
    assertThat(remove(service, name).removed()).hasSize(1);
    images.loadAs(new ImageArchive().file("newer", new byte[10]), name.toString());
    String newer = images.inspect(name.toString()).getId();

    assertThatThrownBy(() -> restore(service, name))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.trouble().kind()).isEqualTo(Kind.NAME_TAKEN));
    assertThat(images.inspect(name.toString()).getId()).isEqualTo(newer);
  }

  @Test
  void whatCannotBeArchivedStays(ContainerEngine engine, TestImages images) throws IOException {
    Files.createFile(directory.resolve("archives"));
    CacheReference name = aboveBase(images);

    RemovalReport report = remove(service(engine), name);
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept())
        .singleElement()
        .satisfies(
            kept ->
                assertThat(kept.reason())
                    .isInstanceOfSatisfying(
                        KeepReason.NotArchived.class,
                        reason ->
                            assertThat(reason.trouble())
                                .extracting(ArchiveTrouble::kind)
                                .isEqualTo(Kind.DISK)));
    assertThat(images.exists(name.toString())).isTrue();
  }
}
