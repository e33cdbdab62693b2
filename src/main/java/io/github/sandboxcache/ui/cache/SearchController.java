package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.FocusBefore;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.ZoneId;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;

/** Binds the search field, and the chip of the filter in front of its text, to their model. */
public final class SearchController {
  private static final double MIN_WIDTH_FOR_KEY_HINT = 300;
  private static final double MIN_WIDTH_FOR_WHOLE_PROMPT = 312;
  private static final Duration TYPING_PAUSE = Duration.millis(120);

  private final FilterModel filter;
  private final CacheModel cache;
  private final Runnable enterList;
  private final Runnable undo;
  private final Runnable askRegistry;
  private final UiTexts texts;

  @FXML private CustomTextField search;
  @FXML private MenuButton filters;
  @FXML private Button chip;
  @FXML private Node chipDot;
  @FXML private Label chipText;
  @FXML private Label keyHint;
  @FXML private Button clearSearch;

  private final PauseTransition typed = new PauseTransition(TYPING_PAUSE);
  private HoverTip chipTip;
  private FocusBefore focusBefore = FocusBefore.NOWHERE;

  /**
   * For that filter.
   *
   * @param cache says of which languages there are images
   * @param enterList brings the keyboard into the list
   * @param undo what the key that undoes stands for while there is nothing typed to undo
   * @param askRegistry asks the team's registry what it has
   */
  public SearchController(
      FilterModel filter,
      CacheModel cache,
      Runnable enterList,
      Runnable undo,
      Runnable askRegistry,
      UiTexts texts) {
    this.filter = filter;
    this.cache = cache;
    this.enterList = enterList;
    this.undo = undo;
    this.askRegistry = askRegistry;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FilterMenu.install(
        filters,
        filter,
        () -> cache.view().languageSizes().keySet(),
        () -> cache.view().team().registry().isPresent(),
        askRegistry,
        texts);
    HoverTip.install(filters, texts.text("filter.menu.tip"));
    chipTip = HoverTip.on(chip);
    typed.setOnFinished(_ -> filter.typedProperty().set(search.getText()));
    search.textProperty().addListener((_, _, _) -> typed.playFromStart());
    filter.typedProperty().addListener((_, _, words) -> show(words));
    filter.filterProperty().subscribe(this::show);
    search.textProperty().subscribe(_ -> fit());
    search.widthProperty().subscribe(_ -> fit());
    // Before the field, which would take Backspace for itself.
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Puts the keyboard into the field, from where Esc leads back when nothing is left to clear. */
  void focus() {
    if (!KeyboardFocus.isIn(search)) {
      focusBefore = FocusBefore.in(search.getScene());
    }
    search.requestFocus();
    search.selectAll();
  }

  @FXML
  private void onTakeBack() {
    filter.clear();
    search.requestFocus();
  }

  @FXML
  private void onClear() {
    search.clear();
    search.requestFocus();
  }

  private void onKey(KeyEvent event) {
    boolean empty = search.getText().isEmpty();
    boolean filtered = filter.filterProperty().get().isPresent();
    switch (event.getCode()) {
      case KeyCode.ESCAPE -> {
        if (!empty) {
          onClear();
          event.consume();
        } else if (filtered) {
          onTakeBack();
          event.consume();
        } else if (!focusBefore.equals(FocusBefore.NOWHERE)) {
          focusBefore.giveBack();
          focusBefore = FocusBefore.NOWHERE;
          event.consume();
        }
      }
      case KeyCode.DOWN -> {
        // What was typed last counts, too.
        typed.stop();
        filter.typedProperty().set(search.getText());
        enterList.run();
        event.consume();
      }
      case KeyCode.Z -> {
        if (Shortcuts.UNDO.match(event) && !search.isUndoable()) {
          undo.run();
          event.consume();
        }
      }
      case KeyCode.BACK_SPACE -> {
        if (filtered && (empty || chip.isFocused())) {
          onTakeBack();
          event.consume();
        }
      }
      default -> {}
    }
  }

  /** What was typed elsewhere, or taken back there. */
  private void show(String words) {
    if (!words.equals(search.getText())) {
      search.setText(words);
      typed.stop();
    }
  }

  private void show(Optional<CacheFilter> chosen) {
    Nodes.show(chip, chosen.isPresent());
    chosen
        .map(now -> FilterText.of(now, ZoneId.systemDefault(), texts))
        .ifPresent(
            words -> {
              chipText.setText(words.chip());
              Nodes.show(chipDot, words.language().isPresent());
              words
                  .language()
                  .map(LanguageLook::styleClass)
                  .ifPresent(look -> Nodes.style(chipDot, "dot", look));
              chip.setAccessibleText(words.sentence());
              chipTip.setText(texts.text("filter.tip", words.sentence()));
            });
    fit();
  }

  /** Where there is little room, the prompt and the hint give way. */
  private void fit() {
    double width = search.getWidth();
    boolean empty = search.getText().isEmpty();
    boolean filtered = filter.filterProperty().get().isPresent();
    Nodes.show(keyHint, empty && !filtered && width > MIN_WIDTH_FOR_KEY_HINT);
    Nodes.show(clearSearch, !empty);
    search.setPromptText(
        texts.text(
            filtered
                ? "header.search.filtered"
                : width < MIN_WIDTH_FOR_WHOLE_PROMPT ? "header.search.short" : "header.search"));
  }
}
