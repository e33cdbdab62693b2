package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.usage.UsageExport.ChartPart;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The menu of a chart: by the pointer, by Shift F10 or by the menu key. FX thread only. */
public final class ExportMenu {
  private static final KeyCombination SHIFT_F10 =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

  private final UsageExport export;
  private final ContextMenu menu = new ContextMenu();

  /** Of what that takes out. */
  public ExportMenu(UsageExport export) {
    this.export = export;
  }

  /** Gives a chart the menu, and what is in it as far as it has none of its own. */
  public void install(Node chart, Supplier<ChartPart> part) {
    chart.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          fill(part.get());
          menu.show(chart, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    chart.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SHIFT_F10.match(event) || event.getCode() == KeyCode.CONTEXT_MENU) {
            show(chart, part.get());
            event.consume();
          }
        });
  }

  /** Opens it beneath that. */
  void show(Node place, ChartPart part) {
    fill(part);
    menu.show(place, Side.BOTTOM, 0, 0);
  }

  private void fill(ChartPart part) {
    menu.getItems().setAll(export.items(part));
  }
}
