package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a killed install leaves between commit and name goes where the engine can tell it. */
@EngineTest
class LeftoverImagesOnEngineTest {
  private final ContainerEngine engine;
  private final InstallRuntime runtime;
  private final TestImages images;
  private String made = "";

  LeftoverImagesOnEngineTest(ContainerEngine engine, TestImages images) {
    this.engine = engine;
    this.runtime = engine.installRuntime();
    this.images = images;
  }

  @AfterEach
  void removeWhatStayed() {
    runtime.removeNameless(made);
  }

  @Test
  @DockerOnly("keeps no account of names")
  void aDayLaterOnlyWhatNeverHadANameIsRemoved() {
    commit();
    boolean told = isTold();

    assertThat(removeLater(Duration.ZERO)).isEmpty();
    assertThat(removeLater(Duration.ofHours(25))).isEqualTo(told ? Set.of(made) : Set.of());
    assertThat(engine.image(made).isEmpty()).isEqualTo(told);
  }

  @Test
  void whatLostItsNameToAnotherImageStays() {
    commit();
    CacheReference name = images.newReference();
    runtime.tag(made, name);
    runtime.tag(id(images.load()), name);
    assertThat(engine.image(made).orElseThrow().references()).isEmpty();

    assertThat(removeLater(Duration.ofDays(9))).isEmpty();
    assertThat(engine.image(made)).isPresent();
  }

  @Test
  void whatAContainerWasMadeFromStays() {
    commit();
    String container = images.container(made);

    assertThat(removeLater(Duration.ofDays(9))).isEmpty();
    assertThat(isRefused()).as("by the engine itself").isTrue();
    assertThat(engine.image(made)).isPresent();
    runtime.removeContainer(container);
  }

  /**
   * Docker's own store keeps account of the time of the last tag; the containerd store does not.
   */
  private boolean isTold() {
    return !"overlayfs"
        .equals(Objects.requireNonNull(images.inspect(made).getGraphDriver()).getName());
  }

  private boolean isRefused() {
    try {
      return !runtime.removeNeverNamed(made);
    } catch (EngineException _) {
      return true;
    }
  }

  private void commit() {
    CacheReference base = images.load();
    ImageConfig config = runtime.imageConfig(base.toString());
    Map<String, String> labels =
        new HashMap<>(
            new InstallMark("0badcafe", ContainerOwner.self(), Clock.systemUTC().instant())
                .onImage());
    labels.putAll(
        ImageLabels.of(images.language(), List.of("x"), base.toString(), config.imageId(), "test"));
    String container = images.container(base.toString());
    made = runtime.commit(container, new CommitRequest(config, labels, "x"), new Cancellation());
    runtime.removeContainer(container);
  }

  private String id(CacheReference reference) {
    return engine.image(reference.toString()).orElseThrow().id();
  }

  /** Among the images of this test alone: the engine may have leftovers of others. */
  private Set<String> removeLater(Duration later) {
    List<EngineImage> mine =
        engine.images().stream()
            .filter(
                image -> images.language().name().equals(image.labels().get(ImageLabels.LANGUAGE)))
            .toList();
    assertThat(mine).extracting(EngineImage::id).contains(made);
    return new LeftoverImages(engine, Clock.offset(Clock.systemUTC(), later))
        .remove(mine, engine.containers());
  }
}
