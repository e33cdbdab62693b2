package io.github.sandboxcache.ui.commands;

import io.github.sandboxcache.settings.SettingsTrouble;
import io.github.sandboxcache.settings.SettingsTroubleText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.activity.ToastController;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.main.WindowContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says once what became of the user's files: which settings are not legible, and that a damaged or
 * foreign ledger was set aside.
 */
final class FileNotices {
  /** More would cover the window; each verb tells all. */
  private static final int MAX_TOLD = 3;

  private final WindowContext window;
  private final UiTexts texts;
  private Optional<Path> told = Optional.empty();

  FileNotices(WindowContext window, UiTexts texts) {
    this.window = window;
    this.texts = texts;
  }

  /** Looks every second: the ledger is opened in the background, and damage may show later. */
  void start() {
    window.ticker().nowProperty().subscribe(_ -> look());
    List<SettingsTrouble> troubles = window.settings().store().troubles();
    troubles.stream().limit(MAX_TOLD).map(SettingsTroubleText::what).forEach(this::show);
    if (troubles.stream().anyMatch(SettingsTrouble::isAboutKeepNewest)) {
      show(texts.text("settings.keep-unknown"));
    }
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
