package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.text.FailureText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.AgeText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ImageUsageModel.ImageHistory;
import io.github.sandboxcache.ui.usage.BucketBars;
import io.github.sandboxcache.ui.usage.ExportMenu;
import io.github.sandboxcache.ui.usage.UsageExport;
import io.github.sandboxcache.ui.usage.UsageExport.ChartPart;
import io.github.sandboxcache.ui.usage.UsageText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows the use of one image: hits over time, and its facts. */
final class HistoryView {
  private final BucketBars bars;
  private final Label note;
  private final ListView<UsageFact> facts;
  private final Label noFacts = new Label();
  private final UiTexts texts;
  private Optional<ImageHistory> shown = Optional.empty();

  /**
   * Takes those parts into its care.
   *
   * @param note says how many hits the bars show
   */
  HistoryView(
      BucketBars bars,
      Label note,
      ListView<UsageFact> facts,
      UsageExport export,
      Ticker ticker,
      UiTexts texts) {
    this.bars = bars;
    this.note = note;
    this.facts = facts;
    this.texts = texts;
    facts.setCellFactory(_ -> new FactCell(ticker, texts));
    noFacts.getStyleClass().addAll("small", "text3");
    facts.setPlaceholder(noFacts);
    new ExportMenu(export).install(bars, this::part);
  }

  private ChartPart part() {
    return bars.part(
        shown
            .map(
                history ->
                    "usage-" + history.reference().tag() + "-" + UsageText.key(history.range()))
            .orElse("usage"));
  }

  void show(Optional<ImageHistory> history) {
    shown = history;
    boolean readable = history.filter(ImageHistory::readable).isPresent();
    bars.setVisible(readable);
    DetailLists.fill(facts, history.map(ImageHistory::facts).orElse(List.of()));
    noFacts.setText(
        texts.text(
            history.isEmpty()
                ? "details.usage.loading"
                : readable ? "details.usage.none" : "details.usage.not-readable"));
    boolean lookups = history.filter(known -> !known.timeline().isEmpty()).isPresent();
    String words = history.map(this::words).orElse("");
    note.setText(readable ? (lookups ? words : "") : noFacts.getText());
    history.ifPresent(
        known ->
            bars.show(
                known.timeline(),
                lookups ? texts.text("details.usage.bars", words) : words,
                texts));
  }

  private String words(ImageHistory history) {
    String range = texts.text("usage.range." + UsageText.key(history.range()));
    return history.timeline().isEmpty()
        ? texts.text("details.usage.no-data", range)
        : texts.text("details.usage.hits", history.hits(), range);
  }

  /** One fact: what happened, from where it is known, and how long ago. */
  private static final class FactCell extends ListCell<UsageFact> {
    private final AgeText age;
    private final UiTexts texts;
    private final Icon icon = new Icon("check", Icon.TAG_SIZE);
    private final Label what = new Label();
    private final Label source = new Label();
    private final Label when = new Label();
    private final HBox box;
    private final HoverTip tooltip = HoverTip.on(this);

    FactCell(Ticker ticker, UiTexts texts) {
      this.age = new AgeText(ticker, when::setText);
      this.texts = texts;
      what.getStyleClass().add("small");
      what.setMinWidth(USE_PREF_SIZE);
      source.getStyleClass().addAll("small", "text3");
      when.getStyleClass().addAll("small", "text2");
      when.setMinWidth(USE_PREF_SIZE);
      Region spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      box = new HBox(8, icon, what, source, spring, when);
      box.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable UsageFact fact, boolean empty) {
      super.updateItem(fact, empty);
      if (empty || fact == null) {
        setGraphic(null);
        tooltip.setText("");
        age.show(Optional.empty());
        return;
      }
      icon.setName(iconName(fact));
      icon.getStyleClass().removeAll("ok", "danger", "text3");
      icon.styled(colour(fact));
      what.setText(texts.text("details.fact." + lower(fact.kind())));
      Optional<String> why = fact.reason().flatMap(FailureText::brief);
      source.setText(
          why.orElseGet(() -> texts.text("details.fact.source." + lower(fact.source().type()))));
      StringBuilder more = new StringBuilder(UseText.date(fact.time()));
      fact.duration().ifPresent(time -> more.append('\n').append(RelativeTime.length(time)));
      if (!fact.source().name().isEmpty()) {
        more.append('\n').append(PlainText.line(fact.source().name()));
      }
      fact.reason().ifPresent(all -> more.append('\n').append(FailureText.full(all)));
      tooltip.setText(more.toString());
      age.show(Optional.of(fact.time()));
      setGraphic(box);
      String spoken = texts.text("details.fact.line", what.getText(), UseText.date(fact.time()));
      setAccessibleText(
          why.map(words -> texts.text("details.fact.line", spoken, words)).orElse(spoken));
    }

    private static String iconName(UsageFact fact) {
      return switch (fact.kind()) {
        case HIT -> "check";
        case MISS -> "search";
        case INSTALLED -> "plus";
        case FAILED, UNSAVED -> "fail";
        case USED -> "use";
        case REMOVED -> "trash";
      };
    }

    private static String colour(UsageFact fact) {
      return switch (fact.kind()) {
        case HIT, USED -> "ok";
        case FAILED, UNSAVED -> "danger";
        case MISS, INSTALLED, REMOVED -> "text3";
      };
    }

    private static String lower(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }
}
