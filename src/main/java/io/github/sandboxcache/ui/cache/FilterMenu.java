package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The filters that can be chosen without a chart. FX thread only. */
final class FilterMenu {
  private final FilterModel filter;
  private final Supplier<Collection<Language>> languages;
  private final BooleanSupplier hasRegistry;
  private final Runnable askRegistry;
  private final UiTexts texts;

  private FilterMenu(
      FilterModel filter,
      Supplier<Collection<Language>> languages,
      BooleanSupplier hasRegistry,
      Runnable askRegistry,
      UiTexts texts) {
    this.filter = filter;
    this.languages = languages;
    this.hasRegistry = hasRegistry;
    this.askRegistry = askRegistry;
    this.texts = texts;
  }

  /**
   * Fills that button's menu, anew each time it opens.
   *
   * @param languages those of which there are images
   * @param hasRegistry whether the team has a registry
   * @param askRegistry asks it what it has
   */
  static void install(
      MenuButton button,
      FilterModel filter,
      Supplier<Collection<Language>> languages,
      BooleanSupplier hasRegistry,
      Runnable askRegistry,
      UiTexts texts) {
    FilterMenu menu = new FilterMenu(filter, languages, hasRegistry, askRegistry, texts);
    button.getItems().setAll(menu.items());
    button.setOnShowing(_ -> button.getItems().setAll(menu.items()));
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item(texts.text("filter.menu.unused"), new CacheFilter.Unused()));
    if (hasRegistry.getAsBoolean()) {
      items.add(item(texts.text("filter.menu.registry"), new CacheFilter.InRegistry()));
    }
    items.add(new SeparatorMenuItem());
    for (Language language : languages.get()) {
      String name = LanguageLook.displayName(language);
      items.add(
          item(texts.text("filter.only.language", name), new CacheFilter.OfLanguage(language)));
    }
    if (hasRegistry.getAsBoolean()) {
      MenuItem ask = new MenuItem(texts.text("filter.menu.ask"));
      ask.setOnAction(_ -> askRegistry.run());
      items.add(new SeparatorMenuItem());
      items.add(ask);
    }
    return items;
  }

  private MenuItem item(String text, CacheFilter choice) {
    CheckMenuItem item = new CheckMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(filter.isChosen(choice));
    item.setOnAction(_ -> filter.toggle(choice));
    return item;
  }
}
