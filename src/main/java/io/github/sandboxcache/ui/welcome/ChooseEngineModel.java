package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The engine somebody names, and how the try went. Used on the window's thread alone. */
final class ChooseEngineModel {
  private final StringProperty uri;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Asking());

  /** How far it is. */
  sealed interface Phase {
    /** Waits for the user. */
    record Asking() implements Phase {}

    /** Tries to connect. */
    record Trying() implements Phase {}

    /**
     * It did not work.
     *
     * @param attempts what was tried, with reasons
     */
    record Failed(List<EngineAttempt> attempts) implements Phase {}
  }

  /** Starts from the engine chosen before, if any. */
  ChooseEngineModel(Optional<String> chosen) {
    this.uri = new SimpleStringProperty(chosen.orElse(""));
    uri.addListener((_, _, _) -> phase.set(new Phase.Asking()));
  }

  StringProperty uriProperty() {
    return uri;
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What is wrong with what is typed. */
  Optional<EngineAddress.Problem> problem() {
    return EngineAddress.parse(uri.get()) instanceof EngineAddress.Unusable(var problem)
        ? Optional.of(problem)
        : Optional.empty();
  }

  /** Whether Connect may be pressed. */
  boolean connectable() {
    return problem().isEmpty() && !(phase.get() instanceof Phase.Trying);
  }

  void trying() {
    phase.set(new Phase.Trying());
  }

  void failed(List<EngineAttempt> attempts) {
    phase.set(new Phase.Failed(List.copyOf(attempts)));
  }
}
