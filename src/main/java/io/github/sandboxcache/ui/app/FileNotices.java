package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.SettingsTroubleText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.UiTexts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says once what became of the user's files: the setting that is not legible and matters most, and
 * that a damaged or foreign ledger was set aside.
 */
final class FileNotices {
  private final CacheModel cache;
  private final SettingsModel settings;
  private final Supplier<Optional<Path>> ledgerSetAside;
  private final Consumer<String> tell;
  private final UiTexts texts;
  private Optional<Path> told = Optional.empty();

  /**
   * Notices in that window.
   *
   * @param ledgerSetAside where a damaged or foreign ledger went, once that has happened
   * @param tell says it to the user
   */
  FileNotices(
      CacheModel cache,
      SettingsModel settings,
      Supplier<Optional<Path>> ledgerSetAside,
      Consumer<String> tell,
      UiTexts texts) {
    this.cache = cache;
    this.settings = settings;
    this.ledgerSetAside = ledgerSetAside;
    this.tell = tell;
    this.texts = texts;
  }

  /** Looks when the cache is counted anew: only who reads the ledger finds it damaged. */
  void start() {
    cache.viewProperty().subscribe(_ -> look());
    // One toast takes the place of the other, so the one that matters most is told.
    settings.troubles().stream()
        .min(Comparator.comparing(trouble -> !trouble.isAboutKeepNewest()))
        .map(SettingsTroubleText::what)
        .ifPresent(tell);
  }

  private void look() {
    Optional<Path> aside = ledgerSetAside.get();
    if (aside.isPresent() && !aside.equals(told)) {
      told = aside;
      tell.accept(texts.text("ledger.set-aside", PlainText.line(aside.get().toString())));
    }
  }
}
