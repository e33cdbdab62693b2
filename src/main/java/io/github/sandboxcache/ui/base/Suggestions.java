package io.github.sandboxcache.ui.base;

import impl.org.controlsfx.autocompletion.AutoCompletionTextFieldBinding;
import impl.org.controlsfx.skin.AutoCompletePopup;
import impl.org.controlsfx.skin.AutoCompletePopupSkin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Suggestions in a list beneath a text field. Up and Down lead into the list; from there Enter
 * takes a suggestion, and Escape closes the list alone. Until then all keys do what they do without
 * a list, and nothing is filled in that was not chosen. FX thread only.
 */
public final class Suggestions extends AutoCompletionTextFieldBinding<String> {
  private static final int MAX_SHOWN = 6;
  private static final double MIN_WIDTH = 220;
  private final SelectionModel<String> chosen;
  private Optional<String> picked = Optional.empty();
  private boolean dismissed;

  private Suggestions(TextField field, Supplier<List<String>> known) {
    super(field, request -> matching(request.getUserText(), known.get()));
    AutoCompletePopup<String> popup = getAutoCompletionPopup();
    AutoCompletePopupSkin<String> skin = new AutoCompletePopupSkin<>(popup);
    popup.setSkin(skin);
    // A click beside the list closes it and is a click all the same.
    popup.setConsumeAutoHidingEvents(false);
    popup.setHideOnEscape(false);
    @SuppressWarnings("unchecked")
    ListView<String> list = (ListView<String>) skin.getNode();
    // In the list the keyboard would be lost for the field; and the library's colours are its own.
    list.setFocusTraversable(false);
    list.getStylesheets().clear();
    chosen = list.getSelectionModel();
    setVisibleRowCount(MAX_SHOWN);
    setMinWidth(MIN_WIDTH);
    prefWidthProperty().bind(field.widthProperty());
    field.textProperty().subscribe(this::typed);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /**
   * Suggests what begins with the typed text, then what contains it.
   *
   * @param known all there is, best first; asked in the background
   */
  public static void offer(TextField field, Supplier<List<String>> known) {
    var _ = new Suggestions(field, known);
  }

  static List<String> matching(String typed, List<String> known) {
    String wanted = lower(typed.strip());
    if (wanted.isEmpty() || known.contains(typed.strip())) {
      return List.of();
    }
    return Stream.concat(
            known.stream().filter(each -> lower(each).startsWith(wanted)),
            known.stream().filter(each -> lower(each).indexOf(wanted) > 0))
        .distinct()
        .limit(MAX_SHOWN)
        .toList();
  }

  private void typed() {
    picked = Optional.empty();
    dismissed = false;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * The library would choose the first one, and show a list that comes late, for a field that was
   * left or emptied or whose list was closed meanwhile.
   */
  @Override
  protected void showPopup() {
    TextField field = getCompletionTarget();
    if (field.isFocused() && !field.getText().isBlank() && !dismissed) {
      super.showPopup();
      chosen.clearSelection();
      // The list for what was typed last may come after the user went into the one before.
      picked.filter(getAutoCompletionPopup().getSuggestions()::contains).ifPresent(chosen::select);
    }
  }

  private void pressed(KeyEvent event) {
    if (!getAutoCompletionPopup().isShowing()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN, UP -> {
        if (event.getCode() == KeyCode.DOWN) {
          chosen.selectNext();
        } else {
          chosen.selectPrevious();
        }
        picked = Optional.ofNullable(chosen.getSelectedItem());
        event.consume();
      }
      case ENTER -> {
        if (!chosen.isEmpty() && !event.isShortcutDown()) {
          Event.fireEvent(
              getAutoCompletionPopup(),
              new AutoCompletePopup.SuggestionEvent<>(chosen.getSelectedItem()));
          event.consume();
        }
        dismiss();
      }
      case ESCAPE -> {
        if (picked.isPresent()) {
          event.consume();
        }
        dismiss();
      }
      default -> {}
    }
  }

  private void dismiss() {
    dismissed = true;
    hidePopup();
  }
}
