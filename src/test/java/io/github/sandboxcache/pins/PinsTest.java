package io.github.sandboxcache.pins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.pins.PinTrouble.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of pins: which are known, which changed, and in which words they are not known. */
class PinsTest {
  private static final CacheReference A = new CacheReference(Language.GO, "aaaaaaaaaaaa");
  private static final CacheReference B = new CacheReference(Language.GO, "bbbbbbbbbbbb");
  private static final CacheReference C = new CacheReference(Language.RUST, "aaaaaaaaaaaa");
  private static final PinTrouble TROUBLE =
      new PinTrouble(Kind.DAMAGED, "/pins.json", "unexpected end");

  @Test
  void onlyAPinnedReferenceIsMarked() {
    Pins pins = new Pins.Known(Set.of(A));
    assertThat(pins.isMarked(A)).isTrue();
    assertThat(pins.isMarked(B)).isFalse();
    assertThat(pins.isMarked(C)).isFalse();
    assertThat(Pins.Known.NONE.isMarked(A)).isFalse();
  }

  @Test
  void whatCannotBeReadMarksNothing() {
    assertThat(new Pins.Unreadable(TROUBLE).isMarked(A)).isFalse();
  }

  @Test
  void whatIsKnownDoesNotChangeLater() {
    Set<CacheReference> references = new HashSet<>(Set.of(A));
    Pins.Known pins = new Pins.Known(references);
    references.add(B);
    assertThat(pins.references()).containsExactly(A);
  }

  @Test
  void aStoreTellsWhichPinsAreNewAndWhichWereThere() {
    PinStore store = new PinsInMemory();
    assertThat(store.read()).isEqualTo(Pins.Known.NONE);
    assertThat(store.pin(List.of(A, B))).containsExactly(A, B);
    assertThat(store.pin(List.of(B, C))).containsExactly(C);
    assertThat(store.read()).isEqualTo(new Pins.Known(Set.of(A, B, C)));
    assertThat(store.unpin(List.of(C, A))).containsExactly(C, A);
    assertThat(store.unpin(List.of(A, B))).containsExactly(B);
    assertThat(store.read()).isEqualTo(Pins.Known.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          DAMAGED, the pins in /pins.json are damaged: unexpected end
          NOT_ALLOWED, no permission for the pins in /pins.json
          BUSY, another process is changing the pins in /pins.json
          FAILED, the pins in /pins.json cannot be used: unexpected end
          """)
  void eachTroubleHasItsWords(Kind kind, String words) {
    PinTrouble trouble = new PinTrouble(kind, "/pins.json", "unexpected end");
    assertThat(new PinsException(trouble))
        .hasMessage(words)
        .hasNoCause()
        .returns(trouble, PinsException::trouble);
  }

  @Test
  void aTroubleKeepsTheErrorItCameFrom() {
    Exception cause = new IllegalStateException("at line 3");
    assertThat(new PinsException(TROUBLE, cause))
        .hasMessage("the pins in /pins.json are damaged: unexpected end")
        .hasCause(cause)
        .returns(TROUBLE, PinsException::trouble);
  }
}
