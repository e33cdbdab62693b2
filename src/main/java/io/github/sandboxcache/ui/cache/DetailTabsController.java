package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The tabs about the chosen image, the same in both widths of the pane. */
public final class DetailTabsController {
  private final DetailsModel model;
  private final ContentsModel contents;
  private final CacheModel cache;
  private final ImageUsageModel usage;
  private final LayoutModel layout;
  private final UiTexts texts;

  @FXML private TabPane tabs;
  @FXML private Tab contentsTab;
  @FXML private Tab layersTab;
  @FXML private Tab usageTab;
  @FXML private Label note;

  private TabNames names;

  /** Shows what that model tells; has the use read while it is looked at. */
  public DetailTabsController(
      DetailsModel model,
      ContentsModel contents,
      CacheModel cache,
      ImageUsageModel usage,
      LayoutModel layout,
      UiTexts texts) {
    this.model = model;
    this.contents = contents;
    this.cache = cache;
    this.usage = usage;
    this.layout = layout;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    names = new TabNames(tabs);
    model.detailsProperty().subscribe(this::show);
    contents.viewProperty().subscribe(this::showCount);
    showCount();
    usageTab.selectedProperty().addListener((_, _, _) -> loadUsage());
    cache.viewProperty().addListener((_, _, _) -> loadUsage());
    tabs.getSelectionModel().selectedItemProperty().subscribe(this::showNote);
    layout.detailsWideProperty().subscribe(this::showNote);
    showNote();
  }

  void focus() {
    tabs.requestFocus();
  }

  private void show(Optional<Details> details) {
    details.ifPresent(
        shown -> {
          names.put(
              layersTab,
              texts.text("details.tab.layers", shown.layers().size()),
              texts.text("details.layers"));
        });
    loadUsage();
  }

  private void showCount() {
    int packages = contents.viewProperty().get().map(view -> view.packages().size()).orElse(0);
    String brief = texts.text("details.tab.contents.brief");
    names.put(
        contentsTab, packages == 0 ? brief : texts.text("details.tab.contents", packages), brief);
    showNote();
  }

  /** Only what is looked at is read. */
  private void loadUsage() {
    if (usageTab.isSelected()) {
      model
          .detailsProperty()
          .get()
          .flatMap(Details::cached)
          .ifPresent(image -> usage.load(image.reference(), cache.view().usage().range()));
    }
  }

  private void showNote() {
    Tab chosen = tabs.getSelectionModel().getSelectedItem();
    Optional<ContentsView> inside =
        contents
            .viewProperty()
            .get()
            .filter(view -> view.installed() && view.asked() > 0 && contentsTab.equals(chosen));
    note.setText(
        layersTab.equals(chosen)
            ? texts.text("layers.order")
            : inside
                .map(
                    view ->
                        texts.text(
                            "contents.note", view.asked(), view.packages().size() - view.asked()))
                .orElse(""));
    Nodes.show(note, layout.detailsWideProperty().get() && !note.getText().isEmpty());
  }
}
