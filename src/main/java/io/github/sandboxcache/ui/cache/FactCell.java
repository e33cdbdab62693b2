package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.FullDate;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One fact: what happened, from where it is known, and how long ago. */
final class FactCell extends ListCell<UsageFact> {
  private final Ticker ticker;
  private final UiTexts texts;
  private final Icon icon = new Icon("check", Icon.TAG_SIZE);
  private final Label what = new Label();
  private final Label source = new Label();
  private final Label when = new Label();
  private final HBox box;
  private Instant due = Instant.MAX;
  private final HoverTip tooltip = HoverTip.on(this);

  // The clock outlives the cell: a list makes its cells anew now and then.
  private final ChangeListener<Instant> onTick = (_, _, now) -> showWhenDue(now);

  FactCell(Ticker ticker, UiTexts texts) {
    this.ticker = ticker;
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
    ticker.nowProperty().addListener(new WeakChangeListener<>(onTick));
  }

  @Override
  protected void updateItem(@Nullable UsageFact fact, boolean empty) {
    super.updateItem(fact, empty);
    if (empty || fact == null) {
      setGraphic(null);
      tooltip.setText("");
      return;
    }
    icon.setName(iconName(fact));
    icon.getStyleClass().removeAll("ok", "danger", "text3");
    icon.styled(colour(fact));
    what.setText(texts.text("details.fact." + lower(fact.kind())));
    source.setText(texts.text("details.fact.source." + lower(fact.source().type())));
    StringBuilder more = new StringBuilder(FullDate.of(fact.time()));
    fact.duration().ifPresent(time -> more.append('\n').append(RelativeTime.length(time)));
    if (!fact.source().name().isEmpty()) {
      more.append('\n').append(PlainText.line(fact.source().name()));
    }
    tooltip.setText(more.toString());
    showAge();
    setGraphic(box);
    setAccessibleText(texts.text("details.fact.line", what.getText(), FullDate.of(fact.time())));
  }

  private void showWhenDue(Instant now) {
    if (!now.isBefore(due)) {
      showAge();
    }
  }

  private void showAge() {
    UsageFact fact = getItem();
    if (fact != null) {
      Instant now = ticker.now();
      due = now.plus(RelativeTime.staysFor(fact.time(), now));
      when.setText(RelativeTime.ago(fact.time(), now));
    }
  }

  private static String iconName(UsageFact fact) {
    return switch (fact.kind()) {
      case HIT -> "check";
      case MISS -> "search";
      case INSTALLED -> "plus";
      case FAILED -> "fail";
      case USED -> "use";
      case REMOVED -> "trash";
    };
  }

  private static String colour(UsageFact fact) {
    return switch (fact.kind()) {
      case HIT, USED -> "ok";
      case FAILED -> "danger";
      case MISS, INSTALLED, REMOVED -> "text3";
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
