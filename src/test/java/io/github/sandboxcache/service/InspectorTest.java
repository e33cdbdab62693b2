package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read of an image, and how far it is told to be. */
class InspectorTest {
  private static final EngineImage IMAGE = Images.image("300", "mcp-sandbox-python:0123456789ab");
  private static final EngineImage SISTER = Images.image("7", "mcp-sandbox-python:0123456789ac");

  private final ScriptedEngine engine = new ScriptedEngine(IMAGE, SISTER);
  private final List<LayerStack> read = new ArrayList<>();
  private final List<Progress> told = new ArrayList<>();

  private final Inspector inspector =
      new Inspector(
          engine,
          (_, stack, bytesRead, cancellation) -> {
            cancellation.throwIfCancelled();
            bytesRead.accept(100);
            bytesRead.accept(1_000);
            read.add(stack);
            return Contents.NOTHING;
          });

  private static Catalog catalog() {
    return Catalog.of(
        new EngineSnapshot(List.of(IMAGE, SISTER), List.of(), ReferenceNaming.DOCKER));
  }

  private final ProgressListener listener =
      new ProgressListener() {
        @Override
        public void onProgress(Progress progress) {
          told.add(progress);
        }

        @Override
        public void onLine(String line) {}
      };

  @Test
  void whatIsAboveTheBaseIsRead() {
    assertThat(inspector.read(IMAGE, catalog(), listener, new Cancellation()))
        .isEqualTo(Contents.NOTHING);
    assertThat(read)
        .containsExactly(new LayerStack(List.of("common", "layer of 300"), Set.of("layer of 300")));
  }

  @Test
  void itTellsHowMuchOfTheImageIsRead() {
    var _ = inspector.read(IMAGE, catalog(), listener, new Cancellation());
    assertThat(told)
        .containsExactly(
            Progress.of("read", "", 0), Progress.of("read", "", 0.25), Progress.of("read", "", 1));
  }

  @Test
  void anImageThatIsGoneIsSaidToBeGone() {
    EngineImage gone = Images.image("gone", "mcp-sandbox-python:0123456789ad");
    assertThatThrownBy(() -> inspector.read(gone, catalog(), listener, new Cancellation()))
        .isInstanceOf(ImageNotFoundException.class);
  }
}
