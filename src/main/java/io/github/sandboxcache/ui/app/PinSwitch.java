package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.ToastController;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pins and unpins images in the background, and says so when that cannot be kept. */
final class PinSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(PinSwitch.class);

  private final WindowContext window;
  private final UiTexts texts;

  PinSwitch(WindowContext window, UiTexts texts) {
    this.window = window;
    this.texts = texts;
  }

  void set(CacheReference reference, boolean pinned) {
    window
        .engine()
        .sessionProperty()
        .get()
        .map(session -> session.service().pins())
        .ifPresent(
            pins -> window.threads().background().execute(() -> change(pins, reference, pinned)));
  }

  private void change(PinStore pins, CacheReference reference, boolean pinned) {
    try {
      var _ = pinned ? pins.pin(List.of(reference)) : pins.unpin(List.of(reference));
    } catch (PinsException e) {
      LOG.warn("the pin of {} could not be changed", reference, e);
      window.threads().ui().execute(() -> tell(e.trouble()));
    }
    window.threads().ui().execute(window.cache()::recount);
  }

  private void tell(PinTrouble trouble) {
    ToastController.showUntilClosed(
        window.shell().overlays(),
        "alert",
        PinTroubleText.what(trouble) + " " + PinTroubleText.advice(trouble),
        texts);
  }
}
