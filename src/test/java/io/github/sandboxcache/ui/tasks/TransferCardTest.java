package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.registry.TransferReport.Direction;
import io.github.sandboxcache.domain.registry.TransferReport.Transfer;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A push or a pull tells of every image what became of it. */
class TransferCardTest {
  private static final RegistryAddress REGISTRY =
      new RegistryAddress("registry.example.com", "team");
  private static final CacheReference ONE = new CacheReference(Language.PYTHON, "0123456789ab");
  private static final CacheReference TWO = new CacheReference(Language.GO, "ba9876543210");

  private final TransferWords words = new TransferWords(UiTexts.load("dialogs"));

  private static TransferReport push(List<Transfer> done, CacheReference... left) {
    return new TransferReport(Direction.PUSH, REGISTRY, done, List.of(left));
  }

  @Test
  void whatWasPushedAndWhatWasThereIsTold() {
    TransferReport report =
        push(
            List.of(
                new Transfer(ONE, new TransferOutcome.AlreadyThere(false)),
                new Transfer(TWO, new TransferOutcome.Pushed("sha256:0", 1_200_000))));
    assertThat(words.title(report)).isEqualTo("Pushed 1 image");
    assertThat(words.detail(report))
        .isEqualTo("registry.example.com/team: 1 pushed, 1.2 MB sent \u00b7 1 already there");
    assertThat(words.notes(report))
        .containsExactly(
            TWO + ": pushed, 1.2 MB sent", ONE + ": another image of the same key; it stays");
  }

  @Test
  void whatFailedComesFirstInTheRegistrysOwnWords() {
    TransferReport report =
        push(
            List.of(
                new Transfer(ONE, new TransferOutcome.AlreadyThere(true)),
                new Transfer(
                    TWO,
                    new TransferOutcome.Failed(
                        new TransferProblem.Registry(Kind.FAILED, "503 \u001b[31mfull")))));
    assertThat(words.failure(report)).isEqualTo("1 of 2 images could not be pushed");
    assertThat(words.detail(report)).isEqualTo("registry.example.com/team \u00b7 1 already there");
    assertThat(words.notes(report).getFirst())
        .startsWith(TWO + ": it failed (503 ")
        .doesNotContain("\u001b");
  }

  @Test
  void whatWasNotBegunWhenItWasCancelledIsTold() {
    TransferReport report =
        push(List.of(new Transfer(ONE, new TransferOutcome.Pushed("sha256:0", 1))), TWO);
    assertThat(words.failure(report)).isEqualTo("Cancelled before 1 of 2 images");
    assertThat(words.notes(report)).contains(TWO + ": cancelled before");
  }
}
