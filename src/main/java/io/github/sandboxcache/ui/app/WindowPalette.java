package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.EngineAddresses;
import io.github.sandboxcache.ui.base.EngineStatus;
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
import io.github.sandboxcache.ui.welcome.EngineSwitch;
import java.util.List;
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
  private final EngineSwitch engines;
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
    this.engines =
        new EngineSwitch(services.engines(), models.engine(), models.settings(), threads, () -> {});
  }

  void show() {
    List<PaletteItem> first =
        Stream.of(commands().stream(), ofImage().stream(), engines())
            .flatMap(items -> items)
            .toList();
    Catalog catalog = models.cache().view().state().catalog();
    PaletteModel model =
        new PaletteModel(
            () -> Stream.concat(first.stream(), images(catalog)).toList(), threads, this::take);
    shell.overlays().showAtTop(FxmlViews.view(new PaletteController(model, texts), texts));
  }

  /** The palette is closed first, so that the keyboard goes on from where it was. */
  private void take(PaletteItem item) {
    shell.overlays().closeDialog();
    item.action().run();
  }

  private List<PaletteItem> commands() {
    HeaderState header = areas.header().stateProperty().get();
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

  private List<PaletteItem> ofImage() {
    ChosenImage chosen = areas.chosen().chosenProperty().get();
    String none = chosen.reference().isEmpty() ? texts.text("palette.image.none") : "";
    return List.of(
        command("pin", first(chosen.pinBlocked(), none), areas.chosen()::togglePin, Shortcuts.PIN),
        command("copy", none, areas.chosen()::copyName, Shortcuts.COPY),
        command(
            "shell", first(chosen.runBlocked(), none), areas.chosen()::openShell, Shortcuts.SHELL),
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

  private Stream<PaletteItem> engines() {
    EngineStatus status = models.engine().statusProperty().get();
    return EngineAddresses.known(models.settings().now().engineUri(), status).stream()
        .map(address -> engine(address, status));
  }

  private PaletteItem engine(String address, EngineStatus status) {
    boolean current =
        status instanceof EngineStatus.Ready(var answering) && answering.endpoint().equals(address);
    String shown = PlainText.line(address);
    return new PaletteItem(
        Kind.ENGINE,
        texts.text("palette.engine.use", shown),
        "",
        "",
        current ? texts.text("palette.engine.current") : "",
        () -> engines.use(address, _ -> commands.tell(texts.text("palette.engine.failed", shown))));
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
