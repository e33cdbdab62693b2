package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableSet;

/** What can be done with the chosen image, for buttons, menu and keys alike. FX thread only. */
public final class ChosenImageModel {
  private final ImagesModel images;
  private final CacheModel cache;
  private final ReadOnlyObjectProperty<EngineStatus> engine;
  private final ObservableSet<String> leaving;
  private final MainCommands commands;
  private final Consumer<String> copy;
  private final UiTexts texts;
  private final ReadOnlyObjectWrapper<ChosenImage> chosen;

  /**
   * Follows the table's choice.
   *
   * @param leaving engine references of images that an announced removal is about to take
   */
  public ChosenImageModel(
      ImagesModel images,
      CacheModel cache,
      ReadOnlyObjectProperty<EngineStatus> engine,
      ObservableSet<String> leaving,
      MainCommands commands,
      Consumer<String> copy,
      UiTexts texts) {
    this.images = images;
    this.cache = cache;
    this.engine = engine;
    this.leaving = leaving;
    this.commands = commands;
    this.copy = copy;
    this.texts = texts;
    this.chosen = new ReadOnlyObjectWrapper<>(work());
    InvalidationListener update = _ -> chosen.set(work());
    images.selectedProperty().addListener(update);
    cache.viewProperty().addListener(update);
    engine.addListener(update);
    leaving.addListener(update);
  }

  /** The chosen image now. */
  public ReadOnlyObjectProperty<ChosenImage> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Pins it, or unpins it; does nothing where that cannot be done. */
  public void togglePin() {
    ChosenImage now = chosen.get();
    if (now.canPin()) {
      now.reference().ifPresent(reference -> commands.setPinned(List.of(reference), !now.pinned()));
    }
  }

  /**
   * Removes it after the time to undo, with the keyboard on its row; says why not where that cannot
   * be done.
   */
  public void remove() {
    ChosenImage now = chosen.get();
    if (now.canRemove() || !leaving.isEmpty()) {
      // Beside another removal that is for the command to say, which still offers to undo that one.
      now.reference().ifPresent(reference -> commands.remove(List.of(reference)));
      images.enter();
    } else if (!now.removeBlocked().isEmpty()) {
      commands.tell(now.removeBlocked());
    }
  }

  /** Opens a shell in a container of it; does nothing where that cannot be done. */
  public void openShell() {
    if (chosen.get().canRun()) {
      images.selectedProperty().get().flatMap(TableRow::imageName).ifPresent(commands::openShell);
    }
  }

  /** Shows the task that makes the chosen image, while it is not there yet. */
  void showTask() {
    if (images.selectedProperty().get().orElse(null) instanceof InstallingRow) {
      commands.showActivity();
    }
  }

  /** Copies the command that does the same. */
  public void copyRun() {
    if (chosen.get().canRun()) {
      images.selectedProperty().get().flatMap(TableRow::imageName).ifPresent(commands::copyRun);
    }
  }

  /** Whether it can be sent to a registry. */
  boolean canPush() {
    return chosen.get().reference().isPresent() && engine.get().blocked(texts).isEmpty();
  }

  /** Sends it to the team's registry; does nothing where that cannot be done. */
  public void push() {
    if (canPush()) {
      chosen.get().reference().ifPresent(reference -> commands.push(List.of(reference)));
    }
  }

  /** Opens the dialog that installs its packages; does nothing where these are not known. */
  public void installAgain() {
    ChosenImage now = chosen.get();
    if (now.canInstall()) {
      now.reference().ifPresent(commands::installAgain);
    }
  }

  /** Copies its name. */
  public void copyName() {
    images.selectedProperty().get().flatMap(TableRow::imageName).ifPresent(copy);
  }

  private ChosenImage work() {
    TableRow row = images.selectedProperty().get().orElse(null);
    if (!(row instanceof ImageRow image)) {
      String blocked = row instanceof BaseRow ? texts.text("image.blocked.base") : "";
      return new ChosenImage(Optional.empty(), false, blocked, blocked, runBlocked(), blocked);
    }
    String unreadable =
        cache.view().pins() instanceof Pins.Unreadable(PinTrouble trouble)
            ? PinTroubleText.what(trouble) + " " + PinTroubleText.advice(trouble)
            : "";
    return new ChosenImage(
        Optional.of(image.image().reference()),
        image.pinned(),
        unreadable,
        removeBlocked(image, unreadable),
        runBlocked(),
        installBlocked(image));
  }

  private String runBlocked() {
    String blocked = engine.get().blocked(texts);
    return blocked.isEmpty() && isSample() ? texts.text("image.blocked.sample") : blocked;
  }

  private boolean isSample() {
    return engine.get() instanceof EngineStatus.Ready(EngineDescription answering)
        && answering.sample();
  }

  private String installBlocked(ImageRow image) {
    String blocked = engine.get().blocked(texts);
    return blocked.isEmpty() && image.image().packages().isEmpty()
        ? texts.text("image.blocked.packages")
        : blocked;
  }

  private String removeBlocked(ImageRow image, String unreadable) {
    String blocked = engine.get().blocked(texts);
    if (!blocked.isEmpty()) {
      return blocked;
    }
    if (!leaving.isEmpty()) {
      return texts.text("header.blocked.removing");
    }
    if (!image.image().users().known()) {
      return texts.text("image.blocked.uses-unknown");
    }
    if (!image.image().users().containers().isEmpty()) {
      return texts.text("image.blocked.use");
    }
    if (image.pinned()) {
      return texts.text("image.blocked.pinned");
    }
    return image.children() > 0 ? texts.text("image.blocked.parent") : unreadable;
  }

  /**
   * What can be done with the chosen row at one moment.
   *
   * @param reference its cached image; empty for base images, groups, and without a choice
   * @param pinned whether that is pinned
   * @param pinBlocked why it can be neither pinned nor unpinned; empty when it can
   * @param removeBlocked why it cannot be removed; empty when it can
   * @param runBlocked why nothing can be run in it; empty when something can
   * @param installBlocked why its packages cannot be installed again; empty when they can
   */
  public record ChosenImage(
      Optional<CacheReference> reference,
      boolean pinned,
      String pinBlocked,
      String removeBlocked,
      String runBlocked,
      String installBlocked) {
    /** Whether something can be run in a container of it. */
    public boolean canRun() {
      return runBlocked.isEmpty();
    }

    /** Whether its packages can be installed again. */
    public boolean canInstall() {
      return reference.isPresent() && installBlocked.isEmpty();
    }

    /** Whether it can be pinned or unpinned. */
    public boolean canPin() {
      return reference.isPresent() && pinBlocked.isEmpty();
    }

    /** Whether it can be removed. */
    public boolean canRemove() {
      return reference.isPresent() && removeBlocked.isEmpty();
    }
  }
}
