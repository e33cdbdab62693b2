package io.github.sandboxcache.ui.commands;

import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.activity.ToastController;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.main.WindowContext;
import java.nio.file.Path;
import java.util.Optional;

/** Says once that a damaged or foreign ledger was set aside, and where it is now. */
final class LedgerNotice {
  private final WindowContext window;
  private final UiTexts texts;
  private Optional<Path> told = Optional.empty();

  LedgerNotice(WindowContext window, UiTexts texts) {
    this.window = window;
    this.texts = texts;
  }

  /** Looks every second: the ledger is opened in the background, and damage may show later. */
  void start() {
    window.ticker().nowProperty().subscribe(_ -> look());
  }

  private void look() {
    Optional<Path> aside = window.services().ledgerSetAside().get();
    if (aside.isPresent() && !aside.equals(told)) {
      told = aside;
      ToastController.showUntilClosed(
          window.shell().overlays(),
          "alert",
          texts.text("ledger.set-aside", PlainText.line(aside.get().toString())),
          texts);
    }
  }
}
