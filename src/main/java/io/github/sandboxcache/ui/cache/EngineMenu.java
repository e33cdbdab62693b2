package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.EnginePlaceText;
import io.github.sandboxcache.ui.base.EnginePlaces;
import io.github.sandboxcache.ui.base.EngineSwitch;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/** The engines in the header's menu: looked for each time it opens, and chosen there. */
final class EngineMenu {
  private final MenuButton button;
  private final MenuItem before;
  private final EnginePlaces engines;
  private final EngineSwitch change;
  private final MainCommands commands;
  private final UiTexts texts;
  private final List<CheckMenuItem> items = new ArrayList<>();

  private EngineMenu(
      MenuButton button,
      MenuItem before,
      EnginePlaces engines,
      EngineSwitch change,
      MainCommands commands,
      UiTexts texts) {
    this.button = button;
    this.before = before;
    this.engines = engines;
    this.change = change;
    this.commands = commands;
    this.texts = texts;
  }

  /**
   * Adds the engines to that button's menu.
   *
   * @param before the item after which they come
   */
  static void install(
      MenuButton button,
      MenuItem before,
      EnginePlaces engines,
      EngineSwitch change,
      MainCommands commands,
      UiTexts texts) {
    EngineMenu menu = new EngineMenu(button, before, engines, change, commands, texts);
    engines.rows().addListener((ListChangeListener<EnginePlaces.Row>) _ -> menu.show());
    menu.show();
    button.setOnShowing(_ -> engines.look());
  }

  /** An item stays as long as there is one for its place, so that the keyboard stays on it. */
  private void show() {
    List<EnginePlaces.Row> rows = engines.rows();
    while (items.size() > rows.size()) {
      button.getItems().remove(items.removeLast());
    }
    while (items.size() < rows.size()) {
      int at = button.getItems().indexOf(before) + 1 + items.size();
      CheckMenuItem item = newItem();
      items.add(item);
      button.getItems().add(at, item);
    }
    for (int i = 0; i < rows.size(); i++) {
      fill(items.get(i), rows.get(i));
    }
  }

  private static CheckMenuItem newItem() {
    CheckMenuItem item = new CheckMenuItem();
    item.setMnemonicParsing(false);
    item.getStyleClass().add("engine-item");
    Region dot = new Region();
    item.setGraphic(dot);
    return item;
  }

  private void fill(CheckMenuItem item, EnginePlaces.Row row) {
    EnginePlaceText words = EnginePlaceText.of(row);
    item.setText(texts.text("header.menu.engine", words.name(), words.brief(), words.place()));
    item.getGraphic().getStyleClass().setAll("dot", words.dotClass());
    item.setSelected(row.current());
    item.setOnAction(
        _ -> {
          // A click on it would take the mark away.
          item.setSelected(row.current());
          if (!row.current()) {
            use(row);
          }
        });
  }

  private void use(EnginePlaces.Row row) {
    String shown = PlainText.line(row.place().place());
    change.use(
        row.place().address(), _ -> commands.tell(texts.text("header.menu.engine.failed", shown)));
  }
}
