package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line of a question before a removal that says what stays. FX thread only. */
public final class KeptRow {
  private KeptRow() {}

  /** An image that stays, and why. */
  public static Node of(KeptImage kept, UiTexts texts) {
    String image =
        LanguageLook.displayName(kept.image().language()) + " " + kept.image().reference().tag();
    return of(icon(kept.reason()), texts.text("clear.stay", image, ReasonText.full(kept.reason())));
  }

  /** Anything that stays. */
  public static Node of(String icon, String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("small", "text2");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox row = new HBox(new Icon(icon, Icon.ROW_SIZE), label);
    row.getStyleClass().add("stay-row");
    return row;
  }

  /** The icon of a reason. */
  static String icon(KeepReason reason) {
    return switch (reason) {
      case KeepReason.InUse _ -> "use";
      case KeepReason.Pinned _ -> "pin";
      case KeepReason.ParentOf _, KeepReason.LastChildOf _ -> "layers";
      case KeepReason.PinsUnreadable _,
          KeepReason.UsesUnknown _,
          KeepReason.AgeUnknown _,
          KeepReason.NotWatched _,
          KeepReason.SizesUnknown _,
          KeepReason.NotArchived _ ->
          "alert";
      case KeepReason.Newest _,
          KeepReason.RecentlyUsed _,
          KeepReason.UsedWithin _,
          KeepReason.WithinBudget _,
          KeepReason.Excepted _,
          KeepReason.UsedMeanwhile _,
          KeepReason.Changed _,
          KeepReason.Named _,
          KeepReason.BeingSaved _,
          KeepReason.AlreadyGone _,
          KeepReason.NotMoved _,
          KeepReason.Cancelled _ ->
          "stays";
    };
  }
}
