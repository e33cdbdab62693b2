package io.github.sandboxcache.ui.base;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What list and charts are narrowed to: one filter at most, and the words searched for. An image is
 * shown when it passes both. FX thread only.
 */
public final class FilterModel {
  private final ReadOnlyObjectWrapper<Optional<CacheFilter>> filter =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty typed = new SimpleStringProperty("");

  /** The filter; empty when there is none. */
  public ReadOnlyObjectProperty<Optional<CacheFilter>> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Whether this is the filter now; a chart marks what it shows of it. */
  public boolean isChosen(CacheFilter asked) {
    return filter.get().filter(asked::equals).isPresent();
  }

  /** Narrows to that, instead of what was chosen before. */
  public void choose(CacheFilter next) {
    filter.set(Optional.of(next));
  }

  /** Narrows to that; takes it back where it is the filter already. */
  public void toggle(CacheFilter asked) {
    filter.set(isChosen(asked) ? Optional.empty() : Optional.of(asked));
  }

  /** Takes the filter back; the words stay. */
  public void clear() {
    filter.set(Optional.empty());
  }

  /** The words searched for, as typed. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Takes back filter and words: everything is shown. */
  public void clearAll() {
    typed.set("");
    clear();
  }
}
