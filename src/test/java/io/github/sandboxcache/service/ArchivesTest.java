package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.archives.FileArchives;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.OneWay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images are archived if the user wishes so, and come back from what was not tampered with. */
class ArchivesTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path directory;

  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(NOW), CLOCK, Duration.ZERO);
  private CachedImage image;
  private EngineImage before;

  @BeforeEach
  void chooseAnImageThatNothingUses() {
    image =
        list().cached().stream()
            .filter(each -> each.users().containers().isEmpty())
            .filter(each -> each.image().references().size() == 1)
            .findFirst()
            .orElseThrow();
    before = image.image();
  }

  private Catalog list() {
    return Catalog.of(EngineListing.of(engine));
  }

  private Archives archives(ArchiveSettings settings) {
    return archives(engine, settings);
  }

  private Archives archives(ContainerEngine way) {
    return archives(way, new ArchiveSettings(true, 14, 5));
  }

  private Archives archives(ContainerEngine way, ArchiveSettings settings) {
    return new Archives(
        way, new FileArchives(directory, CLOCK), Inspectors.of(way), () -> settings);
  }

  private Archives archives() {
    return archives(engine);
  }

  private void archiveAndRemove(ContainerEngine way) {
    archives(way)
        .keeper(this::list, ProgressListener.NONE, new Cancellation())
        .orElseThrow()
        .accept(image);
    assertThat(engine.removeReference(image.engineReference())).isTrue();
  }

  private ArchivedImage archiveAndRemove() {
    archiveAndRemove(engine);
    return archives().of(image.reference()).getFirst();
  }

  private EngineImage restore(ArchivedImage archive, ProgressListener listener) {
    return archives().restore(archive, image.reference(), listener, new Cancellation());
  }

  private static Kind kind(Runnable work) {
    try {
      work.run();
    } catch (ArchiveException e) {
      return e.trouble().kind();
    }
    throw new AssertionError("that should not have worked");
  }

  @Test
  void nothingIsArchivedUnlessTheUserWishesSo() {
    assertThat(
            archives(ArchiveSettings.DEFAULT)
                .keeper(
                    () -> {
                      throw new AssertionError("nobody need list images for it");
                    },
                    ProgressListener.NONE,
                    new Cancellation()))
        .isEmpty();
  }

  @Test
  void aRemovedImageComesBackAsItWasAndTellsHowFarItIs() {
    ArchivedImage archive = archiveAndRemove();
    assertThat(archive.subject().names()).containsExactly(image.engineReference());
    List<Double> told = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {
            if (progress.step().equals("load")) {
              told.add(progress.fraction().orElseThrow());
            }
          }

          @Override
          public void onLine(String line) {}
        };
    assertThat(restore(archive, listener)).isEqualTo(before);
    assertThat(engine.image(image.engineReference())).contains(before);
    assertThat(told).isSorted().last().isEqualTo(1.0);
  }

  /** Also what an earlier version kept, which knew engines by their addresses alone. */
  @Test
  void anArchiveIsThatOfTheEngineByWhateverWay() {
    ContainerEngine socket = OneWay.to(engine, "unix:///run/docker.sock", "a");
    archiveAndRemove(OneWay.to(engine, "unix:///run/docker.sock"));
    assertThat(archives(socket).list()).hasSize(1);
    assertThat(archives(OneWay.to(engine, "ssh://me@there", "a")).list()).isEmpty();
    engine.add(before);
    archiveAndRemove(OneWay.to(engine, "ssh://me@there", "a"));
    assertThat(archives(OneWay.to(engine, "tcp://there:2376", "a")).list()).hasSize(1);
    assertThat(archives(OneWay.to(engine, "tcp://there:2376", "b")).list()).isEmpty();
  }

  @Test
  void whatIsThereAlreadyIsLeftAlone() {
    ArchivedImage archive = archiveAndRemove();
    EngineImage _ = restore(archive, ProgressListener.NONE);
    assertThat(restore(archive, ProgressListener.NONE)).isEqualTo(before);
  }

  @Test
  void itIsArchivedOnceHoweverOftenItIsRemoved() throws IOException {
    ArchivedImage archive = archiveAndRemove();
    Path packed = packed();
    Object written = Files.getLastModifiedTime(packed);
    EngineImage _ = restore(archive, ProgressListener.NONE);
    ArchivedImage again = archiveAndRemove();
    assertThat(again).isEqualTo(archive);
    assertThat(Files.getLastModifiedTime(packed)).isEqualTo(written);
  }

  private Path packed() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".zst")).findFirst().orElseThrow();
    }
  }

  @Test
  void aDamagedArchiveIsToldAndNothingComes() throws IOException {
    ArchivedImage archive = archiveAndRemove();
    Files.write(packed(), new byte[] {1, 2, 3});
    assertThat(kind(() -> restore(archive, ProgressListener.NONE))).isEqualTo(Kind.DAMAGED);
    assertThat(engine.image(archive.subject().imageId())).isEmpty();
  }
}
