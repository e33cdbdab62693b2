package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Shows the chosen image: what it is above, and all about it in tabs beneath. */
public final class DetailsController {
  /** The finest that ages of more than some seconds are told in. */
  private static final Duration AGES_STAY = Duration.ofSeconds(10);

  private final DetailsModel model;
  private final GroupModel group;
  private final CompareModel compare;
  private final SeveralModel several;
  private final ImagesModel images;
  private final CacheModel cache;
  private final LayoutModel layout;
  private final Consumer<String> copyName;
  private final Ticker ticker;
  private final UiTexts texts;

  @FXML private Parent pane;
  @FXML private Node paneHead;
  @FXML private Node content;
  @FXML private Node compareView;
  @FXML private Node severalView;
  @FXML private Node groupView;
  @FXML private GroupController groupViewController;
  @FXML private Node nothing;
  @FXML private Node dot;
  @FXML private Label repository;
  @FXML private Label tag;
  @FXML private Label groupName;
  @FXML private Label groupImages;
  @FXML private Button copy;
  @FXML private ToggleButton wide;
  @FXML private Button close;
  @FXML private Node narrowFacts;
  @FXML private Node narrowFoot;
  @FXML private FlowPane marks;
  @FXML private Label saving;
  @FXML private SegmentBar bar;
  @FXML private VBox parts;
  @FXML private Node hitsBox;
  @FXML private Label hits;
  @FXML private Node usedBox;
  @FXML private Label lastUsed;
  @FXML private Label created;
  @FXML private Node wideDetails;
  @FXML private WideDetailsController wideDetailsController;
  @FXML private DetailTabsController tabsController;

  private Instant agesDue = Instant.MIN;
  private HoverTip barTip;
  private HoverTip createdTip;
  private HoverTip hitsTip;
  private HoverTip lastUsedTip;
  private HoverTip nameTip;

  /** Shows what that model tells of the table's choice. */
  public DetailsController(
      DetailsModel model,
      GroupModel group,
      CompareModel compare,
      SeveralModel several,
      ImagesModel images,
      CacheModel cache,
      LayoutModel layout,
      Consumer<String> copyName,
      Ticker ticker,
      UiTexts texts) {
    this.model = model;
    this.group = group;
    this.compare = compare;
    this.several = several;
    this.images = images;
    this.cache = cache;
    this.layout = layout;
    this.copyName = copyName;
    this.ticker = ticker;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    HoverTip.install(saving, WorthText.rule(texts));
    barTip = HoverTip.install(bar, "");
    createdTip = HoverTip.install(created, "");
    nameTip = HoverTip.install(tag, "");
    hitsTip = HoverTip.install(hits, "");
    lastUsedTip = HoverTip.install(lastUsed, "");
    HoverTip.install(copy, texts.text("details.copy"));
    HoverTip.install(wide, texts.text("details.wide"));
    HoverTip.install(close, texts.text("details.close"));
    wide.selectedProperty().bindBidirectional(layout.detailsWideProperty());
    layout.detailsWideProperty().subscribe(this::widen);
    model.detailsProperty().subscribe(this::show);
    group.detailsProperty().subscribe(_ -> show(model.detailsProperty().get()));
    compare.viewProperty().subscribe(this::showContent);
    several.viewProperty().subscribe(this::showContent);
    showContent();
    images.selectedProperty().subscribe(row -> row.ifPresent(this::showUse));
    ticker
        .nowProperty()
        .addListener(
            (_, _, now) -> {
              if (!now.isBefore(agesDue)) {
                model.detailsProperty().get().ifPresent(this::showAge);
              }
            });
  }

  /** Puts the keyboard into the pane. */
  public void focus() {
    if (model.detailsProperty().get().isPresent()) {
      tabsController.focus();
    } else if (group.detailsProperty().get().isEmpty() || !groupViewController.focus()) {
      close.requestFocus();
    }
  }

  @FXML
  private void onCopy() {
    images.selectedProperty().get().flatMap(TableRow::imageName).ifPresent(copyName);
  }

  @FXML
  private void onClose() {
    layout.detailsWideProperty().set(false);
    layout.detailsOpenProperty().set(false);
  }

  private void widen(boolean wider) {
    Nodes.show(repository, wider);
    Nodes.show(narrowFacts, !wider);
    Nodes.show(narrowFoot, !wider);
    Nodes.show(wideDetails, wider);
  }

  private void show(Optional<Details> details) {
    Optional<GroupDetails> language = group.detailsProperty().get();
    showContent();
    dot.setVisible(details.isPresent() || language.isPresent());
    copy.setDisable(details.isEmpty());
    Nodes.show(copy, language.isEmpty());
    groupName.setText(language.map(GroupDetails::name).orElse(""));
    groupImages.setText(language.map(GroupDetails::images).orElse(""));
    details.ifPresentOrElse(this::show, this::showNothing);
    language.map(GroupDetails::languageClass).ifPresent(this::colour);
  }

  private void showContent() {
    boolean shown = model.detailsProperty().get().isPresent();
    boolean language = !shown && group.detailsProperty().get().isPresent();
    boolean comparing = compare.viewProperty().get().isPresent();
    boolean together =
        !comparing
            && several.viewProperty().get().filter(view -> view.images().size() > 1).isPresent();
    Nodes.show(paneHead, !comparing && !together);
    Nodes.show(compareView, comparing);
    Nodes.show(severalView, together);
    content.setVisible(shown && !comparing && !together);
    Nodes.show(groupView, language && !comparing && !together);
    nothing.setVisible(!shown && !language && !comparing && !together);
  }

  private void showNothing() {
    repository.setText("");
    tag.setText("");
    nameTip.setText("");
  }

  private void show(Details details) {
    wideDetailsController.show(details);
    colour(details.languageClass());
    repository.setText(details.repository());
    tag.setText(details.tag());
    nameTip.setText(details.repository() + details.tag());
    DetailLists.fill(marks, details.marks());
    saving.setText(details.saving());
    Nodes.show(saving, !details.saving().isEmpty());
    bar.setSegments(details.size().bar());
    barTip.setText(texts.text("details.total.tip", details.size().totalTip()));
    parts.getChildren().setAll(PartRow.of(details.size(), texts));
    showAge(details);
    createdTip.setText(UseText.date(details.image().createdAt()));
  }

  private void colour(String languageClass) {
    pane.getStyleClass().removeIf(name -> name.startsWith("lang-"));
    pane.getStyleClass().add(languageClass);
  }

  private void showUse(TableRow row) {
    boolean cached = row instanceof TableRow.ImageRow;
    Nodes.show(hitsBox, cached);
    Nodes.show(usedBox, cached);
    if (row instanceof TableRow.ImageRow image) {
      UseText words = UseText.of(image, cache.view().usage().range(), ticker.now(), texts);
      hits.setText(words.hits().shown());
      hitsTip.setText(words.hits().tip());
      lastUsed.setText(words.lastUsed());
      lastUsedTip.setText(words.lastUsedTip());
    }
    wideDetailsController.showUse(row);
  }

  private void showAge(Details details) {
    images.selectedProperty().get().ifPresent(this::showUse);
    agesDue = ticker.now().plus(AGES_STAY);
    created.setText(RelativeTime.ago(details.image().createdAt(), ticker.now()));
  }
}
