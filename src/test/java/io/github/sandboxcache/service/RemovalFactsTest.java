package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** History and engine agree, also after a process that died in the middle of a removal. */
class RemovalFactsTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final CachedImage IMAGE = catalog(image("1", A)).cached().getFirst();

  private final ListedEngine engine = new ListedEngine();
  private final SqliteLedger ledger = Ledgers.empty();
  private final RemovalFacts facts = facts();

  private RemovalFacts facts() {
    return new RemovalFacts(engine, ledger, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private List<UsageFact> known() {
    List<UsageFact> known = new ArrayList<>();
    ledger.facts(FactQuery.ALL, known::add);
    return known;
  }

  @Test
  void whatIsAboutToGoIsNoFactYet() {
    facts.asking(IMAGE);
    assertThat(known()).isEmpty();
    assertThat(ledger.pending()).hasSize(1);
  }

  @Test
  void whatWentIsAFactAndNoLongerPending() {
    facts.asking(IMAGE);
    facts.removed(IMAGE);
    assertThat(known())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.kind()).isEqualTo(FactKind.REMOVED);
              assertThat(fact.reference()).isEqualTo(IMAGE.reference());
              assertThat(fact.imageId()).hasValue("1");
              assertThat(fact.bytes()).hasValue(100);
              assertThat(fact.time()).isEqualTo(NOON);
            });
    assertThat(ledger.pending()).isEmpty();
  }

  @Test
  void whatStayedIsForgotten() {
    facts.asking(IMAGE);
    facts.stayed(IMAGE);
    assertThat(known()).isEmpty();
    assertThat(ledger.pending()).isEmpty();
  }

  @Test
  void whatADeadProcessRemovedIsFoundByTheNextOne() {
    facts.asking(IMAGE);
    facts().settleEarlier();
    assertThat(known()).extracting(UsageFact::kind).containsExactly(FactKind.REMOVED);
    assertThat(ledger.pending()).isEmpty();
  }

  @Test
  void whatADeadProcessDidNotGetToRemoveIsNoFact() {
    engine.put(image("1", A));
    facts.asking(IMAGE);
    facts().settleEarlier();
    assertThat(known()).isEmpty();
    assertThat(ledger.pending()).isEmpty();
  }

  @Test
  void anotherImageUnderTheSameNameMeansThatItWent() {
    engine.put(image("2", A));
    facts.asking(IMAGE);
    facts().settleEarlier();
    assertThat(known()).hasSize(1);
  }

  @Test
  void whatTheEngineDoesNotSayStaysPending() {
    facts.asking(IMAGE);
    engine.refuseLooks(true);
    facts().settleEarlier();
    assertThat(known()).isEmpty();
    assertThat(ledger.pending()).hasSize(1);
  }

  @Test
  void removalsFromOtherEnginesAreNotThisOnesToSettle() {
    ledger.announce(
        UsageFact.of(
            NOON,
            FactKind.REMOVED,
            IMAGE.reference(),
            FactSource.app("unix:///another"),
            FactIdentity.random()));
    facts.settleEarlier();
    assertThat(known()).isEmpty();
    assertThat(ledger.pending()).hasSize(1);
  }

  @Test
  void aProcessThatSettlesLateAddsNothing() {
    facts.asking(IMAGE);
    facts().settleEarlier();
    facts.removed(IMAGE);
    assertThat(known()).hasSize(1);
  }
}
