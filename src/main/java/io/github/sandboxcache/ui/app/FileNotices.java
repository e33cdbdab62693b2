package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.SettingsTroubleText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.ToastController;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * Says once what became of the user's files: the setting that is not legible and matters most, and
 * that a damaged or foreign ledger was set aside.
 */
final class FileNotices {
  private final WindowContext window;
  private final UiTexts texts;
  private Optional<Path> told = Optional.empty();

  FileNotices(WindowContext window, UiTexts texts) {
    this.window = window;
    this.texts = texts;
  }

  /** Looks when the cache is counted anew: only who reads the ledger finds it damaged. */
  void start() {
    window.cache().viewProperty().subscribe(_ -> look());
    // One toast takes the place of the other, so the one that matters most is told.
    window.settings().store().troubles().stream()
        .min(Comparator.comparing(trouble -> !trouble.isAboutKeepNewest()))
        .map(SettingsTroubleText::what)
        .ifPresent(this::show);
  }

  private void look() {
    Optional<Path> aside = window.services().ledgerSetAside().get();
    if (aside.isPresent() && !aside.equals(told)) {
      told = aside;
      show(texts.text("ledger.set-aside", PlainText.line(aside.get().toString())));
    }
  }

  private void show(String words) {
    ToastController.showUntilClosed(window.shell().overlays(), "alert", words, texts);
  }
}
