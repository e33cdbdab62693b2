package io.github.sandboxcache.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.TeamCache.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not known of a team's cache is never told as known. */
class TeamCacheTest {
  private static final RegistryAddress TEAM =
      RegistryAddress.parse("registry.example.com/team").orElseThrow();
  private static final RegistryAddress OTHER =
      RegistryAddress.parse("registry.example.com/other").orElseThrow();
  private static final CacheReference ONE = new CacheReference(Language.PYTHON, "111111111111");
  private static final CacheReference TWO = new CacheReference(Language.PYTHON, "222222222222");
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  private static TeamCache team(Map<RemoteReference, Instant> seen, Optional<Listing> listed) {
    return TeamCache.of(List.of(), Optional.of(TEAM), seen, listed);
  }

  private static RemoteReference in(RegistryAddress registry, CacheReference image) {
    return new RemoteReference(registry, image);
  }

  private static Optional<Listing> listed(RegistryAddress registry, CacheReference... images) {
    return Optional.of(new Listing(registry, NOW, Set.of(images)));
  }

  @Test
  void whatWasMovedWasThereAndOfTheRestNobodyKnows() {
    TeamCache team = team(Map.of(in(TEAM, ONE), NOW), Optional.empty());

    assertThat(team.presence(ONE)).isEqualTo(new Presence.There(NOW));
    assertThat(team.presence(TWO)).isEqualTo(new Presence.Unknown());
  }

  @Test
  void aListingTellsOfAllImagesOfKnownLanguages() {
    TeamCache team = team(Map.of(), listed(TEAM, ONE));
    CacheReference foreign =
        new CacheReference(Language.parse("cobol").orElseThrow(), "333333333333");

    assertThat(team.presence(ONE)).isEqualTo(new Presence.There(NOW));
    assertThat(team.presence(TWO)).isEqualTo(new Presence.NotThere(NOW));
    assertThat(team.presence(foreign)).isEqualTo(new Presence.Unknown());
  }

  @Test
  void whatWasSeenLastCounts() {
    Instant before = NOW.minusSeconds(1);
    Instant after = NOW.plusSeconds(1);

    assertThat(team(Map.of(in(TEAM, ONE), before), listed(TEAM)).presence(ONE))
        .as("somebody removed it meanwhile")
        .isEqualTo(new Presence.NotThere(NOW));
    assertThat(team(Map.of(in(TEAM, ONE), after), listed(TEAM)).presence(ONE))
        .isEqualTo(new Presence.There(after));
  }

  @Test
  void whatAnotherRegistryHasSaysNothingOfTheTeams() {
    TeamCache team = team(Map.of(in(OTHER, ONE), NOW), listed(OTHER, ONE, TWO));

    assertThat(team.presence(ONE)).isEqualTo(new Presence.Unknown());
    assertThat(team.presence(TWO)).isEqualTo(new Presence.Unknown());
  }

  @Test
  void whatTurnsOutNotToBeThereIsNotThere() {
    Listing left = listed(TEAM, ONE, TWO).orElseThrow().without(ONE);

    assertThat(team(Map.of(), Optional.of(left)).presence(ONE))
        .isEqualTo(new Presence.NotThere(NOW));
    assertThat(team(Map.of(), Optional.of(left)).presence(TWO)).isEqualTo(new Presence.There(NOW));
  }
}
