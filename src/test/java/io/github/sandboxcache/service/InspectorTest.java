package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.ContentsReader;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is read of an image, and how far it is told to be. */
class InspectorTest {
  private static final List<String> ASKED = List.of("numpy==1.26.4", "requests");
  private static final CacheReference PROVABLE =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, ASKED));
  private static final EngineImage IMAGE = Images.image("300", PROVABLE.toString());
  private static final EngineImage SISTER = Images.image("7", "mcp-sandbox-python:0123456789ac");

  private final ScriptedEngine engine = new ScriptedEngine(IMAGE, SISTER);
  private final KeptContents kept = new KeptContents();
  private final List<LayerStack> read = new ArrayList<>();
  private final List<Progress> told = new ArrayList<>();
  private ImageContents inside = Contents.NOTHING;

  private final ContentsReader reader =
      (_, stack, bytesRead, cancellation) -> {
        cancellation.throwIfCancelled();
        bytesRead.accept(100);
        bytesRead.accept(1_000);
        read.add(stack);
        return inside;
      };

  private final Inspector inspector = new Inspector(engine, reader, kept);

  private Inspection inspect(EngineImage image) {
    CachedImage cached =
        catalog().withPackages(Map.of(), inspector.known()).cached().stream()
            .filter(each -> each.image().equals(image))
            .findFirst()
            .orElseThrow();
    return inspector.inspect(cached, catalog(), listener, new Cancellation());
  }

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

  @Test
  void whatWasAskedForIsProvenByTheKey() {
    inside = Contents.python("numpy 1.26.4", "requests 2.32.3");
    AskedPackages proven = new AskedPackages(ASKED, PackagesFrom.KEY);

    assertThat(inspect(IMAGE).asked()).contains(proven);
    assertThat(inspector.known().get("300"))
        .isEqualTo(new KnownContents(inside.packages(), Map.of(PROVABLE, proven)));
  }

  @Test
  void whatNoListHasTheKeyOfIsAGuess() {
    inside = Contents.python("numpy 1.26.4");

    assertThat(inspect(SISTER).asked())
        .contains(new AskedPackages(List.of("numpy"), PackagesFrom.GUESS));
    assertThat(told).contains(Progress.of("prove", ""));
  }

  @Test
  void whereNothingIsMarkedNothingIsGuessed() {
    assertThat(inspect(SISTER).asked()).isEmpty();
  }

  @Test
  void aGuessIsProvenWhenItCanBe() {
    kept.saveContents(
        "scripted",
        "300",
        new KnownContents(
            List.of(), Map.of(PROVABLE, new AskedPackages(List.of("numpy"), PackagesFrom.GUESS))));
    inside = Contents.python("numpy 1.26.4", "requests 2.32.3");

    assertThat(inspect(IMAGE).asked().orElseThrow().from()).isEqualTo(PackagesFrom.KEY);
  }

  @Test
  void whatWasFoundIsThereAtTheNextStart() {
    inside = Contents.python("numpy 1.26.4", "requests 2.32.3");
    var _ = inspect(IMAGE);

    assertThat(new Inspector(engine, reader, kept).known()).isEqualTo(inspector.known());
  }

  @Test
  void itTellsThatItFoundSomething() {
    AtomicInteger changes = new AtomicInteger();
    inspector.onChange(changes::incrementAndGet);
    var _ = inspect(IMAGE);

    assertThat(changes).hasValue(1);
  }

  @Test
  void whatMayBeFoundTheNextTimeIsNotKept() {
    inside = Contents.with(ContentsProblem.LAYER_MISSING);
    var _ = inspect(IMAGE);

    assertThat(inspector.known()).isEmpty();
  }
}
