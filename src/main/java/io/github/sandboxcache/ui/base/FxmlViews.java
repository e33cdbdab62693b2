package io.github.sandboxcache.ui.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/**
 * Loads views. The FXML of {@code XController} is {@code X.fxml} beside it; controllers, those of
 * included views too, are made by the suppliers registered here, so they get what they need through
 * their constructors.
 */
public final class FxmlViews {
  private final UiTexts texts;
  private final Map<Class<?>, Supplier<?>> controllers = new HashMap<>();

  /** Views with words from there. */
  public FxmlViews(UiTexts texts) {
    this.texts = texts;
  }

  /** Says how controllers of that class are made. */
  public <C> FxmlViews with(Class<C> type, Supplier<C> supplier) {
    controllers.put(type, supplier);
    return this;
  }

  /**
   * Loads the view of a controller. FX thread only.
   *
   * @throws UncheckedIOException when the view's file is missing or wrong
   */
  public <C> LoadedView<C> load(Class<C> controllerType) {
    String file = controllerType.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
    URL url = Objects.requireNonNull(controllerType.getResource(file), file);
    FXMLLoader loader = new FXMLLoader(url, texts.bundle());
    loader.setControllerFactory(this::create);
    try {
      Parent root = loader.load();
      return new LoadedView<>(root, loader.getController());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load the view " + file, e);
    }
  }

  /**
   * The view of a controller that needs no others. FX thread only.
   *
   * @throws UncheckedIOException when the view's file is missing or wrong
   */
  public static Region view(Object controller, UiTexts texts) {
    FxmlViews views = new FxmlViews(texts);
    views.controllers.put(controller.getClass(), () -> controller);
    return (Region) views.load(controller.getClass()).root();
  }

  private Object create(Class<?> type) {
    Supplier<?> supplier = controllers.get(type);
    if (supplier == null) {
      throw new IllegalStateException("no supplier for " + type.getName());
    }
    return supplier.get();
  }

  /**
   * A view and its controller.
   *
   * @param root the view
   * @param controller its controller, initialised
   */
  public record LoadedView<C>(Parent root, C controller) {}
}
