package io.github.sandboxcache.domain.pins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.pins.PinTrouble.Kind;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what a pin is about, and that pins that are not known are never none. */
class PinsTest {
  private static final CacheReference GO = new CacheReference(Language.GO, "aaaaaaaaaaaa");

  @Test
  void aPinIsAboutItsVeryReference() {
    Pins pins = new Pins.Known(Set.of(GO));

    assertThat(pins.isMarked(GO)).isTrue();
    assertThat(pins.isMarked(new CacheReference(Language.RUST, "aaaaaaaaaaaa"))).isFalse();
    assertThat(pins.isMarked(new CacheReference(Language.GO, "aaaaaaaaaaab"))).isFalse();
    assertThat(Pins.Known.NONE.isMarked(GO)).isFalse();
  }

  @Test
  void pinsThatCannotBeReadMarkNothingAndAreNotThoseOfNobody() {
    Pins unreadable = new Pins.Unreadable(new PinTrouble(Kind.DAMAGED, "/p", "x"));

    assertThat(unreadable.isMarked(GO)).isFalse();
    assertThat(unreadable).isNotEqualTo(Pins.Known.NONE);
  }

  @Test
  void whatIsKnownDoesNotChangeWithTheSetItCameFrom() {
    Set<CacheReference> given = new HashSet<>(Set.of(GO));
    Pins pins = new Pins.Known(given);
    given.clear();

    assertThat(pins.isMarked(GO)).isTrue();
  }

  @Property
  void inMemoryPinsAreASetThatTellsWhatChanged(@ForAll("changes") List<Change> changes) {
    PinsInMemory pins = new PinsInMemory();
    Set<CacheReference> expected = new HashSet<>();
    for (Change change : changes) {
      Set<CacheReference> before = Set.copyOf(expected);
      if (change.pin()) {
        expected.addAll(change.references());
        assertThat(pins.pin(change.references()))
            .isEqualTo(those(change, reference -> !before.contains(reference)));
      } else {
        expected.removeAll(Set.copyOf(change.references()));
        assertThat(pins.unpin(change.references())).isEqualTo(those(change, before::contains));
      }
      assertThat(pins.read()).isEqualTo(new Pins.Known(expected));
    }
  }

  record Change(boolean pin, List<CacheReference> references) {}

  private static Set<CacheReference> those(Change change, Predicate<CacheReference> wanted) {
    return change.references().stream().filter(wanted).collect(Collectors.toSet());
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<CacheReference> reference =
        Combinators.combine(
                Arbitraries.of(Language.GO, Language.RUST),
                Arbitraries.of("aaaaaaaaaaaa", "aaaaaaaaaaab"))
            .as(CacheReference::new);
    return Combinators.combine(Arbitraries.of(true, false), reference.list().ofMaxSize(4))
        .as(Change::new)
        .list()
        .ofMaxSize(12);
  }

  @Test
  void whatWasReadBeforeAChangeStaysAsItWas() {
    PinsInMemory pins = new PinsInMemory();
    Pins before = pins.read();
    pins.pin(List.of(GO));

    assertThat(before).isEqualTo(Pins.Known.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DAMAGED | the pins in /p are damaged: why",
        "NOT_ALLOWED | no permission for the pins in /p",
        "BUSY | another process is changing the pins in /p",
        "FAILED | the pins in /p cannot be used: why"
      })
  void eachTroubleHasWordsOfItsOwn(Kind kind, String words) {
    PinTrouble trouble = new PinTrouble(kind, "/p", "why");

    assertThat(trouble).hasToString(words);
    assertThat(new PinsException(trouble)).hasMessage(words);
  }

  @Test
  void anErrorKeepsItsTroubleAndWhereItCameFrom() {
    PinTrouble trouble = new PinTrouble(Kind.FAILED, "/p", "disk full");
    IOException cause = new IOException("disk full");

    assertThat(new PinsException(trouble).trouble()).isEqualTo(trouble);
    assertThat(new PinsException(trouble, cause))
        .hasMessage("the pins in /p cannot be used: disk full")
        .hasCause(cause)
        .extracting(PinsException::trouble)
        .isEqualTo(trouble);
  }
}
