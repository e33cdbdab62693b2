package io.github.sandboxcache.domain.settings;

import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything the user can set. Immutable; changed as a whole.
 *
 * @param theme which colours the window uses
 * @param language which language the window speaks, from its next start
 * @param keepNewest how many images of each language prune keeps, 0 or more
 * @param prune the rule by which the window prunes
 * @param undoCountdown how long a prune or clear can be taken back before it starts, zero or more
 * @param engineUri the engine chosen in the window; empty for the usual search
 * @param install what installs use
 * @param usage what is set about hits, misses and uses
 */
public record Settings(
    Theme theme,
    WindowLanguage language,
    int keepNewest,
    PruneSetting prune,
    Duration undoCountdown,
    Optional<String> engineUri,
    InstallSettings install,
    UsageSettings usage) {
  /** Which colours the window uses. */
  public enum Theme {
    /** Those of the system, also when it changes. */
    SYSTEM,
    LIGHT,
    DARK
  }

  /** Which language the window speaks. */
  public enum WindowLanguage {
    /** That of the system; English where the app does not speak it. */
    SYSTEM,
    ENGLISH,
    GERMAN
  }

  public static final Settings DEFAULT =
      new Settings(
          Theme.SYSTEM,
          WindowLanguage.SYSTEM,
          3,
          PruneSetting.DEFAULT,
          Duration.ofSeconds(5),
          Optional.empty(),
          InstallSettings.DEFAULT,
          UsageSettings.DEFAULT);

  /**
   * What serves in place of values that are not legible: nothing is removed or forgotten because of
   * it, and what is asked for can be taken back for long.
   */
  public static final Settings CAUTIOUS =
      DEFAULT
          .withKeepNewest(RemovalPolicy.KeepNewest.UNKNOWN_COUNT)
          .withPrune(PruneSetting.UNKNOWN)
          .withUndoCountdown(Duration.ofMinutes(1))
          .withUsage(new UsageSettings(List.of(), UsageSettings.MAX_DAYS));

  /** Refuses values that make no sense. */
  public Settings {
    if (keepNewest < 0 || undoCountdown.isNegative()) {
      throw new IllegalArgumentException(
          "negative setting: keep %d, countdown %s".formatted(keepNewest, undoCountdown));
    }
  }

  /** The same with that number of images kept per language. */
  public Settings withKeepNewest(int count) {
    return new Settings(theme, language, count, prune, undoCountdown, engineUri, install, usage);
  }

  /** The same with the window pruning by that rule. */
  public Settings withPrune(PruneSetting other) {
    return new Settings(
        theme, language, keepNewest, other, undoCountdown, engineUri, install, usage);
  }

  /** The rule by which the window prunes. */
  public RemovalPolicy.Rule pruneRule() {
    return prune.rule(keepNewest);
  }

  /** The same with that theme. */
  public Settings withTheme(Theme other) {
    return new Settings(
        other, language, keepNewest, prune, undoCountdown, engineUri, install, usage);
  }

  /** The same with that engine. */
  public Settings withEngineUri(Optional<String> uri) {
    return new Settings(theme, language, keepNewest, prune, undoCountdown, uri, install, usage);
  }

  /** The same with a countdown of that length. */
  public Settings withUndoCountdown(Duration countdown) {
    return new Settings(theme, language, keepNewest, prune, countdown, engineUri, install, usage);
  }

  /** The same with those about usage. */
  public Settings withUsage(UsageSettings other) {
    return new Settings(
        theme, language, keepNewest, prune, undoCountdown, engineUri, install, other);
  }
}
