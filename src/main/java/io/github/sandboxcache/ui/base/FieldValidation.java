package io.github.sandboxcache.ui.base;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.ValidationDecoration;

/**
 * Marks fields whose text is not valid: with the style class {@code invalid}, and with the reason
 * for the eye and for screen readers. Whether a text is valid, models say. FX thread only.
 */
public final class FieldValidation {
  private final ValidationSupport support = new ValidationSupport();
  private final Map<Control, Label> reasons = new HashMap<>();

  /** Of no field yet. */
  public FieldValidation() {
    support.setValidationDecorator(new Marks());
    support.initInitialDecoration();
  }

  /**
   * Checks a field now, and whenever its text changes.
   *
   * @param problem what is wrong with its text now; empty when nothing is
   * @param reason shows that, and takes no room while there is nothing to show
   */
  public void check(TextField field, Supplier<String> problem, Label reason) {
    reasons.put(field, reason);
    Nodes.show(reason, false);
    check(field, problem);
  }

  /** The same where the reason is told elsewhere, or by the mark alone. */
  public void check(TextField field, Supplier<String> problem) {
    support.registerValidator(
        field,
        false,
        (control, _) ->
            ValidationResult.fromErrorIf(control, problem.get(), !problem.get().isEmpty()));
  }

  /** Checks all fields again, after something else than their texts changed. */
  public void recheck() {
    support.revalidate();
  }

  /** The library's own marks wrap the root of the scene into a pane of theirs. */
  private final class Marks implements ValidationDecoration {
    @Override
    public void removeDecorations(Control field) {
      mark(field, "");
    }

    @Override
    public void applyValidationDecoration(ValidationMessage message) {
      mark(message.getTarget(), message.getText());
    }

    @Override
    public void applyRequiredDecoration(Control field) {
      // Nothing is required.
    }

    private void mark(Control field, String problem) {
      field.getStyleClass().remove("invalid");
      if (!problem.isEmpty()) {
        field.getStyleClass().add("invalid");
      }
      field.setAccessibleHelp(problem);
      Optional.ofNullable(reasons.get(field)).ifPresent(reason -> show(reason, problem));
    }

    private static void show(Label reason, String problem) {
      reason.setText(problem);
      Nodes.show(reason, !problem.isEmpty());
    }
  }
}
