package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.Ledgers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an image was asked to have is told by the most reliable of those who know it. */
class PackageJoinTest {
  private static final List<String> PACKAGES = List.of("numpy");
  private static final CacheReference NUMPY =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, PACKAGES));
  private static final AskedPackages PROVEN = new AskedPackages(PACKAGES, PackagesFrom.KEY);

  private final SqliteLedger ledger = Ledgers.empty();
  private final KeptContents kept = new KeptContents();
  private final ScriptedEngine engine = new ScriptedEngine();
  private final PackageJoin join =
      new PackageJoin(
          ledger,
          new Inspector(
              engine,
              (_, _, _, _) -> {
                throw new AssertionError("nothing is read");
              },
              kept));

  private static Catalog listed(EngineImage... images) {
    return Catalog.of(new EngineSnapshot(List.of(images), List.of(), ReferenceNaming.DOCKER));
  }

  private void tell(List<String> packages) {
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                        Images.NOON,
                        FactKind.HIT,
                        NUMPY,
                        FactSource.log("test"),
                        FactIdentity.random())
                    .withPackages(packages)));
  }

  private Optional<AskedPackages> asked(EngineImage image) {
    return join.in(listed(image)).cached().getFirst().asked();
  }

  private static EngineImage labelled() {
    return new EngineImage(
        "1",
        List.of(NUMPY.toString()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(ImageLabels.PACKAGES, "[\"numpy\"]"));
  }

  @Test
  void theLogTellsWhatNoLabelDoes() {
    EngineImage image = Images.image("1", NUMPY.toString());
    assertThat(asked(image)).isEmpty();

    tell(PACKAGES);
    assertThat(asked(image)).contains(new AskedPackages(PACKAGES, PackagesFrom.LOG));
  }

  @Test
  void aLogThatTheKeyContradictsTellsNothing() {
    tell(List.of("pandas"));
    assertThat(asked(Images.image("1", NUMPY.toString()))).isEmpty();
  }

  @Test
  void theLabelComesBeforeTheLogAndTheLogBeforeWhatIsInside() {
    kept.saveContents("", "1", new KnownContents(List.of(), Map.of(NUMPY, PROVEN)));
    EngineImage image = Images.image("1", NUMPY.toString());
    assertThat(asked(image)).contains(PROVEN);

    tell(PACKAGES);
    assertThat(asked(image)).contains(new AskedPackages(PACKAGES, PackagesFrom.LOG));
    assertThat(asked(labelled()).orElseThrow().from()).isEqualTo(PackagesFrom.LABEL);
  }

  @Test
  void whatIsInsideIsTheImagesWhateverItsName() {
    KnownContents inside = new KnownContents(List.of(Contents.installed("six 1")), Map.of());
    kept.saveContents("", "1", inside);

    CachedImage image =
        join.in(listed(Images.image("1", "mcp-sandbox-python:0123456789ab"))).cached().getFirst();
    assertThat(image.contents()).contains(inside);
    assertThat(image.asked()).isEmpty();
  }

  @Test
  void nothingIsWorkedOutTwice() {
    tell(PACKAGES);
    Catalog listed = listed(Images.image("1", NUMPY.toString()));
    Catalog joined = join.in(listed);

    assertThat(join.in(listed)).isSameAs(joined);
    tell(PACKAGES);
    assertThat(join.in(listed)).isNotSameAs(joined).isEqualTo(joined);
  }
}
