package io.github.sandboxcache.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.orphans.OrphansModel;
import io.github.sandboxcache.ui.orphans.OrphansView;
import io.github.sandboxcache.ui.orphans.OrphansView.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/** What a failed save leaves on a real engine is told on the page and can be named from there. */
@EngineTest
class EmptyPageOnEngineTest {
  private final Clock clock = Clock.systemUTC();
  private final UsageLedger ledger = Ledgers.empty();
  private final List<Orphan> toName = new ArrayList<>();

  @Test
  void anImageOfAFailedSaveIsListedProvenAndNamed(ContainerEngine engine, TestImages images)
      throws IOException {
    String name = "left-" + images.language().name();
    String left = images.left(images.load(), python(name));
    CacheReference sought =
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of(name)));
    images.removeLater(sought);
    tell(FactKind.MISS, sought, 1);
    tell(FactKind.UNSAVED, sought, 2);
    EngineModel engines = engines(engine);
    CacheModel cache =
        new CacheModel(
            engines,
            new SimpleObjectProperty<>(Settings.DEFAULT),
            TestThreads.direct(),
            new Ticker(clock));
    OrphansModel model =
        new OrphansModel(engines, cache, TestThreads.direct(), clock, _ -> {}, toName::addAll);
    engines.connect(Optional.empty());

    Subscription looking = model.look();
    OrphansView view = model.viewProperty().get();
    assertThat(view.rows())
        .filteredOn(row -> row.orphan().id().equals(left))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.proof()).isInstanceOf(Proof.Proven.class);
              assertThat(row.own()).isPresent();
            });
    EmptyModel page =
        EmptyModel.of(cache.view(), InstallSettings.DEFAULT, view, model.readingProperty().get());
    assertThat(page.trouble().orElseThrow())
        .satisfies(
            trouble -> {
              assertThat(trouble.images()).isEqualTo(view.rows().size());
              assertThat(trouble.nameable()).isEqualTo(1);
              assertThat(trouble.lasting()).isTrue();
              assertThat(trouble.saves().isNameRefused()).isTrue();
            });

    model.name();
    assertThat(toName).extracting(Orphan::id).containsExactly(left);
    engines
        .ready()
        .orElseThrow()
        .service()
        .orphanNaming()
        .name(
            toName,
            cache.view().state().catalog(),
            Origin.WINDOW,
            ProgressListener.NONE,
            new Cancellation());
    looking.unsubscribe();
    assertThat(engine.image(sought.toString()).map(EngineImage::id)).contains(left);
  }

  private EngineModel engines(ContainerEngine engine) {
    return new EngineModel(
        new EngineOpener(
            _ -> new EngineConnector.Outcome.Connected(engine),
            () -> engine,
            opened -> new FakeSession(opened, opened.description(), ledger, clock.instant())),
        TestThreads.direct(),
        clock);
  }

  private void tell(FactKind kind, CacheReference image, long identity) {
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(clock.instant(), kind, image, FactSource.log("x"), identity)
                    .withReason("(HTTP code 500) server error - invalid tag format ")));
  }

  /** What pip leaves of a package that was asked for. */
  private static Map<String, byte[]> python(String name) {
    String info =
        "usr/local/lib/python3.11/site-packages/%s-1.0.dist-info/"
            .formatted(name.replace('-', '_'));
    return Map.of(
        info + "METADATA",
        bytes("Metadata-Version: 2.1\nName: %s\nVersion: 1.0\n".formatted(name)),
        info + "RECORD",
        bytes(info.substring(info.indexOf("site-packages/") + 14) + "METADATA,,\n"),
        info + "REQUESTED",
        new byte[0]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
