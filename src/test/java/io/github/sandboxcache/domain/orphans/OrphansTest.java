package io.github.sandboxcache.domain.orphans;

import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.orphans.LeftImages.left;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which images count as left by failed saves, and what is known of them. */
class OrphansTest {
  private static EngineSnapshot snapshot(EngineImage... images) {
    return new EngineSnapshot(
        List.of(images), List.of(container("box", "used")), ReferenceNaming.DOCKER);
  }

  private static List<String> ids(EngineSnapshot snapshot) {
    return Orphans.of(snapshot).stream().map(Orphan::id).toList();
  }

  @Test
  void theNewestStandsFirst() {
    assertThat(ids(snapshot(at(1, left("old")), at(3, left("new")), at(2, left("middle")))))
        .containsExactly("new", "middle", "old");
  }

  @Test
  void aNameOfAnybodysMakesItNone() {
    EngineImage named = left("1").withReferences(List.of("team/app:1"));
    assertThat(ids(snapshot(named))).isEmpty();
  }

  @Test
  void anUntaggedImageOfOthersIsNone() {
    assertThat(ids(snapshot(image("1"), LeftImages.labelled("2", Map.of("mcp-sandbox", "false")))))
        .isEmpty();
  }

  @Test
  void whatOthersWereMadeFromIsNone() {
    assertThat(ids(snapshot(left("1"), childOf("1", image("2", "team/app:1"))))).isEmpty();
    assertThat(ids(snapshot(left("1"), childOf("1", left("2"))))).containsExactly("2");
  }

  @Test
  void anInstallOfThisAppLooksAfterItsOwn() {
    EngineImage ours =
        LeftImages.labelled(
            "1", Map.of("mcp-sandbox", "true", ImageLabels.INSTALL + "token", "0badcafe"));
    assertThat(ids(snapshot(ours))).isEmpty();
  }

  @Test
  void whoUsesItIsTold() {
    assertThat(Orphans.of(snapshot(left("used"), left("free"))))
        .extracting(orphan -> orphan.users().names())
        .containsExactly(List.of(), List.of("box"));
    assertThat(
            Orphans.of(snapshot(left("used")).withContainers(new Containers.Unknown("forbidden"))))
        .extracting(Orphan::users)
        .containsExactly(Users.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "python:3.11-slim, python",
    "docker.io/library/golang:1.24, go",
    "mcp-sandbox-typescript:base, typescript",
    "mcp-sandbox-rust:0123456789ab, rust",
    "node:20-alpine, ",
    "mcp-sandbox-tools:base, ",
    "team/pythonic:1, ",
  })
  void theLanguageIsThatOfTheImageItWasMadeFrom(String base, String language) {
    EngineImage[] images = {
      image("base", base), childOf("base", image("between")), childOf("between", left("1"))
    };
    assertThat(Orphans.of(snapshot(images)).getFirst().language())
        .isEqualTo(language == null ? Optional.empty() : Language.parse(language));
  }

  @Test
  void itsOwnLabelTellsTheLanguageBeforeAnythingElse() {
    EngineImage labelled =
        LeftImages.labelled("1", Map.of("mcp-sandbox", "true", ImageLabels.LANGUAGE, "bash"));
    EngineSnapshot listed = snapshot(image("base", "python:3"), childOf("base", labelled));
    assertThat(Orphans.of(listed).getFirst().language()).contains(Language.BASH);
  }

  @Test
  void parentsInACircleEndTheSearchForTheLanguage() {
    EngineSnapshot listed =
        snapshot(childOf("b", image("a")), childOf("a", image("b")), childOf("a", left("1")));
    assertThat(Orphans.of(listed).getFirst().language()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sha256:0123456789abcdef, true",
    "sha256:0123, true",
    "0123456789ab, true",
    "0, true",
    "sha256:, false",
    "'', false",
    "123, false",
    "sha256:0123456789abcdef0, false",
  })
  void theBeginningOfAnIdMeansAnImage(String given, boolean meant) {
    Orphan orphan = Orphans.of(snapshot(left("sha256:0123456789abcdef"))).getFirst();
    assertThat(orphan.shortId()).isEqualTo("0123456789ab");
    assertThat(orphan.isMeantBy(given)).isEqualTo(meant);
  }

  /** However tangled the engine's images are. */
  @Property(tries = 300)
  void noneEverHasANameOrAChildOrLacksTheLabel(@ForAll long seed) {
    EngineSnapshot listed = LeftImages.anySnapshot(new Random(seed));
    assertThat(Orphans.of(listed))
        .allSatisfy(
            orphan -> {
              assertThat(orphan.image().references()).isEmpty();
              assertThat(orphan.image().labels()).containsEntry("mcp-sandbox", "true");
              assertThat(listed.images())
                  .noneMatch(i -> i.parentId().filter(orphan.id()::equals).isPresent());
              assertThat(orphan.users().containers())
                  .extracting(EngineContainer::imageId)
                  .allMatch(orphan.id()::equals);
            });
    long free =
        listed.images().stream()
            .filter(i -> i.references().isEmpty() && i.labels().containsKey("mcp-sandbox"))
            .filter(
                i ->
                    listed.images().stream()
                        .noneMatch(c -> c.parentId().equals(Optional.of(i.id()))))
            .count();
    assertThat(Orphans.of(listed)).hasSize((int) free);
  }
}
