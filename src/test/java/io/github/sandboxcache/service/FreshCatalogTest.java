package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine has is known as of the moment it is asked for, without listing it each time. */
class FreshCatalogTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  private final ListedEngine engine = new ListedEngine();

  private FreshCatalog catalog() {
    return new FreshCatalog(engine, this::list, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Catalog list() {
    return Catalog.of(new EngineSnapshot(engine.images(), List.of(), ReferenceNaming.DOCKER));
  }

  private static List<String> ids(FreshCatalog catalog) {
    return catalog.get().snapshot().images().stream().map(EngineImage::id).sorted().toList();
  }

  @Test
  void anImageThatTheEngineAnnouncedIsThereWithoutAnotherList() {
    engine.put(image("1", A));
    try (FreshCatalog catalog = catalog()) {
      engine.put(image("2", B));
      engine.tell(new EngineEvent.ImageChanged("2"));
      assertThat(ids(catalog)).containsExactly("1", "2");
      assertThat(engine.lists()).isEqualTo(1);
    }
  }

  @Test
  void whatIsKnownIsNotLookedAtAgain() {
    engine.put(image("1", A));
    try (FreshCatalog catalog = catalog()) {
      engine.tell(new EngineEvent.ImageChanged("1"));
      assertThat(ids(catalog)).containsExactly("1");
      assertThat(engine.looks()).isEmpty();
    }
  }

  @Test
  void itListensBeforeItLists() {
    engine.put(image("1", A));
    engine.whileListing(
        () -> {
          engine.put(image("2", B));
          engine.tell(new EngineEvent.ImageChanged("2"));
        });
    try (FreshCatalog catalog = catalog()) {
      assertThat(ids(catalog)).containsExactly("1", "2");
    }
  }

  @Test
  void afterMissedEventsItListsAgain() {
    try (FreshCatalog catalog = catalog()) {
      engine.put(image("1", A));
      engine.breakOff();
      assertThat(ids(catalog)).containsExactly("1");
      assertThat(engine.lists()).isEqualTo(2);
      engine.put(image("2", B));
      engine.tell(new EngineEvent.ImageChanged("2"));
      assertThat(ids(catalog)).as("it listens again").containsExactly("1", "2");
    }
  }

  @Test
  void whereAnEventNamesNoImageItListsAgain() {
    try (FreshCatalog catalog = catalog()) {
      engine.put(image("1", A));
      engine.tell(new EngineEvent.SomeImageChanged());
      assertThat(ids(catalog)).containsExactly("1");
    }
  }

  @Test
  void aLookThatFailsIsMadeUpForByAList() {
    try (FreshCatalog catalog = catalog()) {
      engine.put(image("1", A));
      engine.tell(new EngineEvent.ImageChanged("1"));
      engine.refuseLooks(true);
      assertThatThrownBy(catalog::get).isInstanceOf(EngineUnreachableException.class);
      engine.refuseLooks(false);
      assertThat(ids(catalog)).containsExactly("1");
    }
  }

  @Test
  void anEngineThatAnnouncesNothingIsAskedForWhatWasMadeSince() {
    engine.announcesNothing();
    engine.put(image("1", A));
    try (FreshCatalog catalog = catalog()) {
      engine.put(at(1, image("2", B)));
      assertThat(ids(catalog)).containsExactly("1", "2");
      assertThat(engine.lists()).isEqualTo(1);
      assertThat(engine.isListenedTo()).isFalse();
    }
  }

  @Test
  void sinceTheNewestThatIsLeft() {
    engine.announcesNothing();
    engine.put(image("1", A));
    engine.put(at(-5, image("2", B)));
    try (FreshCatalog catalog = catalog()) {
      engine.remove("1");
      engine.put(at(1, image("3")));
      assertThat(ids(catalog)).containsExactly("2", "3");
      assertThat(engine.lists()).isEqualTo(1);
    }
  }

  @Test
  void anImageFromTheFutureHidesNoNewOne() {
    engine.announcesNothing();
    engine.put(image("1", A));
    engine.put(at(1_000_000, image("2", B)));
    try (FreshCatalog catalog = catalog()) {
      engine.put(at(1, image("3")));
      assertThat(ids(catalog)).containsExactly("1", "2", "3");
    }
  }

  @Test
  void whereNothingIsLeftItListsAgain() {
    engine.announcesNothing();
    engine.put(image("1", A));
    try (FreshCatalog catalog = catalog()) {
      engine.remove("1");
      engine.put(image("2", B));
      assertThat(ids(catalog)).containsExactly("2");
      assertThat(engine.lists()).isEqualTo(2);
    }
  }

  @Test
  void closedItListensNoMore() {
    FreshCatalog catalog = catalog();
    assertThat(engine.isListenedTo()).isTrue();
    catalog.close();
    assertThat(engine.isListenedTo()).isFalse();
  }
}
