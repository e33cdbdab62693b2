package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Activity opens in every state of the window. */
class ActivityScreensTest {
  @Test
  void itOpensOverAnEmptyCache() {
    try (CommandWindow window =
        CommandWindow.open(new SampleCache(List.of(), List.of()), Setup.USUAL)) {
      window.await(".empty-page");
      Toolkit.run(() -> ((Button) window.find(".activity-button")).fire());
      window.await(".activity");
      window.photograph("activity-empty-cache");
      Region a = (Region) window.find(".activity");
      System.out.println("E " + a.getLayoutBounds() + a.localToScene(a.getLayoutBounds()));
    }
  }

  @Test
  void itOpensWithoutAnEngine() {
    EngineConnector none = _ -> new EngineConnector.Outcome.NoEngine(List.of());
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(none))) {
      window.await(".no-engine");
      Toolkit.run(() -> ((Button) window.find(".activity-button")).fire());
      window.await(".activity");
      window.photograph("activity-no-engine");
      Region a = (Region) window.find(".activity");
      System.out.println("N " + a.getLayoutBounds() + a.localToScene(a.getLayoutBounds()));
    }
  }
}
