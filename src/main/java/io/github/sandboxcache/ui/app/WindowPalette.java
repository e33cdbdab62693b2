package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.base.EnginePlaceText;
import io.github.sandboxcache.ui.base.EnginePlaces;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.ChosenImageModel.ChosenImage;
import io.github.sandboxcache.ui.cache.HeaderModel.HeaderState;
import io.github.sandboxcache.ui.palette.PaletteController;
import io.github.sandboxcache.ui.palette.PaletteItem;
import io.github.sandboxcache.ui.palette.PaletteItem.Kind;
import io.github.sandboxcache.ui.palette.PaletteModel;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** Opens the palette over the window, with what can be done there now. FX thread only. */
final class WindowPalette {
  private final WindowModels models;
  private final AreaModels areas;
  private final MainWindowController window;
  private final MainCommands commands;
  private final Shell shell;
  private final UiThreads threads;
  private final UiTexts texts = UiTexts.load("dialogs");

  /** A palette of that window; engines are reached by those services. */
  WindowPalette(
      AppServices services,
      WindowModels models,
      AreaModels areas,
      MainWindowController window,
      MainCommands commands,
      Shell shell,
      UiThreads threads) {
    this.models = models;
    this.areas = areas;
    this.window = window;
    this.commands = commands;
    this.shell = shell;
    this.threads = threads;
  }

  void show() {
    List<PaletteItem> first = Stream.concat(commands().stream(), ofImage().stream()).toList();
    Supplier<List<EnginePlaces.Row>> engines = models.engines().listing();
    // Who answers is told the next time: no engine has to be asked before anything can be found.
    models.engines().look();
    Catalog catalog = models.cache().view().state().catalog();
    PaletteModel model =
        new PaletteModel(
            () ->
                Stream.of(first.stream(), engines.get().stream().map(this::engine), images(catalog))
                    .flatMap(items -> items)
                    .toList(),
            threads,
            this::take);
    shell.overlays().showAtTop(FxmlViews.view(new PaletteController(model, texts), texts));
  }

  /** The palette is closed first, so that the keyboard goes on from where it was. */
  private void take(PaletteItem item) {
    shell.overlays().closeDialog();
    item.action().run();
  }

  private List<PaletteItem> commands() {
    HeaderState header = header();
    String blocked = header.blocked();
    return List.of(
        command("install", blocked, commands::install, Shortcuts.INSTALL),
        command(
            "prune",
            blocked,
            () -> commands.previewPrune(window.header().pruneAnchor()),
            Shortcuts.PRUNE),
        command("clear", header.clearBlocked(), commands::clear),
        command(
            "undo",
            models.tasks().counting().isEmpty() ? texts.text("palette.undo.blocked") : "",
            commands::undo,
            Shortcuts.UNDO),
        command("refresh", "", commands::refresh, Shortcuts.REFRESH),
        command("find", "", window.header()::focusSearch, Shortcuts.SEARCH),
        command("activity", "", commands::toggleActivity, Shortcuts.ACTIVITY),
        command("usage", "", areas.layout()::toggleUsage, Shortcuts.USAGE),
        command("export", "", () -> window.usage().showExport(), Shortcuts.EXPORT),
        command("engine", "", commands::chooseEngine),
        command("settings", "", commands::openSettings, Shortcuts.SETTINGS),
        command("keys", "", commands::showKeys, Shortcuts.KEYS),
        command("help", "", commands::showHelp),
        command("about", "", commands::showAbout));
  }

  private HeaderState header() {
    return areas.header().stateProperty().get();
  }

  private List<PaletteItem> ofImage() {
    ChosenImage chosen = areas.chosen().chosenProperty().get();
    String none = chosen.reference().isEmpty() ? texts.text("palette.image.none") : "";
    return List.of(
        command("pin", first(chosen.pinBlocked(), none), areas.chosen()::togglePin, Shortcuts.PIN),
        command("copy", none, areas.chosen()::copyName, Shortcuts.COPY),
        command(
            "shell", first(chosen.runBlocked(), none), areas.chosen()::openShell, Shortcuts.SHELL),
        command(
            "push",
            areas.several().isChosen() ? "" : first(header().blocked(), none),
            areas.several().isChosen() ? areas.several()::push : areas.chosen()::push),
        command("pull", header().blocked(), commands::pullAll),
        command("ask", header().blocked(), commands::askRegistry),
        command("again", first(chosen.installBlocked(), none), areas.chosen()::installAgain),
        command(
            "remove",
            first(chosen.removeBlocked(), none),
            areas.chosen()::remove,
            Shortcuts.REMOVE),
        command(
            "compare",
            areas.several().canCompare() ? "" : texts.text("palette.compare.blocked"),
            areas.several()::compare,
            Shortcuts.COMPARE));
  }

  private static String first(String why, String otherwise) {
    return why.isEmpty() ? otherwise : why;
  }

  private PaletteItem command(
      String name, String blocked, Runnable action, KeyCombination... keys) {
    return new PaletteItem(
        Kind.COMMAND,
        texts.text("palette." + name),
        "",
        Stream.of(keys).map(Shortcuts::written).findFirst().orElse(""),
        blocked,
        action);
  }

  private PaletteItem engine(EnginePlaces.Row row) {
    EnginePlaceText words = EnginePlaceText.of(row);
    return new PaletteItem(
        Kind.ENGINE,
        texts.text("palette.engine.use", words.name()),
        texts.text("palette.engine.detail", words.brief(), words.place()),
        "",
        row.current() ? texts.text("palette.engine.current") : "",
        () ->
            models
                .engineSwitch()
                .use(
                    row.place().address(),
                    _ -> commands.tell(texts.text("palette.engine.failed", words.place()))));
  }

  private Stream<PaletteItem> images(Catalog catalog) {
    return catalog.cached().stream()
        .map(
            image ->
                new PaletteItem(
                    Kind.IMAGE,
                    image
                        .packages()
                        .map(PackageLabel::line)
                        .orElseGet(() -> texts.text("prune.packages.unknown")),
                    detail(image),
                    "",
                    "",
                    () -> areas.images().reveal(image.reference())));
  }

  private static String detail(CachedImage image) {
    return LanguageLook.displayName(image.language()) + " " + image.reference().tag();
  }
}
