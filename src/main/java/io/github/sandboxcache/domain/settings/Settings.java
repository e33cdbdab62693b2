package io.github.sandboxcache.domain.settings;

import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything the user can set, in parts that belong together. Immutable; changed as a whole.
 *
 * @param window what is set about the window itself
 * @param removal what is set about the removal of images
 * @param engineUri the engine chosen in the window; empty for the usual search
 * @param install what installs use
 * @param usage what is set about hits, misses and uses
 * @param archives what is set about archives of removed images
 * @param registry what is set about the team's registry
 */
public record Settings(
    WindowSettings window,
    RemovalSettings removal,
    Optional<String> engineUri,
    InstallSettings install,
    UsageSettings usage,
    ArchiveSettings archives,
    RegistrySettings registry) {
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
          WindowSettings.DEFAULT,
          RemovalSettings.DEFAULT,
          Optional.empty(),
          InstallSettings.DEFAULT,
          UsageSettings.DEFAULT,
          ArchiveSettings.DEFAULT,
          RegistrySettings.NONE);

  /**
   * What serves in place of values that are not legible: nothing is removed or forgotten because of
   * it, and what is asked for can be taken back for long.
   */
  public static final Settings CAUTIOUS =
      DEFAULT
          .withKeepNewest(RemovalPolicy.KeepNewest.UNKNOWN_COUNT)
          .withPrune(Optional.of(PruneSetting.UNKNOWN))
          .withUndoCountdown(Duration.ofMinutes(1))
          .withUsage(new UsageSettings(List.of(), UsageSettings.MAX_DAYS))
          .withArchives(ArchiveSettings.CAUTIOUS);

  /** Which colours the window uses. */
  public Theme theme() {
    return window.theme();
  }

  /** Which language the window speaks, from its next start. */
  public WindowLanguage language() {
    return window.language();
  }

  /** How many images of each language prune keeps, 0 or more. */
  public int keepNewest() {
    return removal.keepNewest();
  }

  /** The rule that was chosen to prune by; empty for the usual one. */
  public Optional<PruneSetting> prune() {
    return removal.rule();
  }

  /** When it is pruned by itself. */
  public AutomaticSetting automatic() {
    return removal.automatic();
  }

  /** How long a prune or clear can be taken back before it starts, zero or more. */
  public Duration undoCountdown() {
    return removal.undoCountdown();
  }

  /**
   * The rule by which the window prunes: the chosen one, else the usual one. While it is not known
   * how many of the newest are to stay, the usual one keeps all: who wrote that number wants it.
   *
   * @param uses what is known of uses; empty when that cannot be read
   */
  public PruneSetting pruneBy(Optional<RecentUses> uses) {
    boolean keepUnknown = keepNewest() == RemovalPolicy.KeepNewest.UNKNOWN_COUNT;
    return prune().orElseGet(() -> keepUnknown ? PruneSetting.NEWEST : PruneSetting.usual(uses));
  }

  /** The same with its number. */
  public RemovalPolicy.Rule pruneRule(Optional<RecentUses> uses) {
    return pruneBy(uses).rule(keepNewest());
  }

  /**
   * The rule by which the cache may be pruned without being asked: the approved one, while it is
   * the chosen one. Another one has to be seen first, the usual one included, which changes by
   * itself.
   */
  public Optional<RemovalPolicy.Rule> approvedRule() {
    Optional<RemovalPolicy.Rule> chosen = prune().map(rule -> rule.rule(keepNewest()));
    return automatic().approved().filter(rule -> chosen.equals(Optional.of(rule)));
  }

  /** The same with that theme. */
  public Settings withTheme(Theme theme) {
    return new Settings(window.with(theme), removal, engineUri, install, usage, archives, registry);
  }

  /** The same with that number of images kept per language. */
  public Settings withKeepNewest(int count) {
    return with(removal.withKeepNewest(count));
  }

  /** The same with that rule chosen to prune by. */
  public Settings withPrune(Optional<PruneSetting> rule) {
    return with(removal.withRule(rule));
  }

  /** The same pruned by itself at those times. */
  public Settings withAutomatic(AutomaticSetting automatic) {
    return with(removal.withAutomatic(automatic));
  }

  /** The same with a countdown of that length. */
  public Settings withUndoCountdown(Duration countdown) {
    return with(removal.withUndoCountdown(countdown));
  }

  /** The same with that engine. */
  public Settings withEngineUri(Optional<String> uri) {
    return new Settings(window, removal, uri, install, usage, archives, registry);
  }

  /** The same with those about usage. */
  public Settings withUsage(UsageSettings other) {
    return new Settings(window, removal, engineUri, install, other, archives, registry);
  }

  /** The same with those about archives. */
  public Settings withArchives(ArchiveSettings other) {
    return new Settings(window, removal, engineUri, install, usage, other, registry);
  }

  /** The same with those about the team's registry. */
  public Settings withRegistry(RegistrySettings other) {
    return new Settings(window, removal, engineUri, install, usage, archives, other);
  }

  private Settings with(RemovalSettings other) {
    return new Settings(window, other, engineUri, install, usage, archives, registry);
  }
}
