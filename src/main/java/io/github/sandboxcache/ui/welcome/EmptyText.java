package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.text.FailureText;
import io.github.sandboxcache.text.SavesText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.EmptyModel.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an empty cache says.
 *
 * @param note beneath its title
 * @param points what there is to know, in this order
 */
record EmptyText(String note, List<Point> points) {
  /**
   * One thing to know.
   *
   * @param icon its icon's name
   */
  record Point(String icon, String title, String note) {}

  static EmptyText of(Optional<Trouble> trouble, UiTexts texts) {
    return trouble
        .map(known -> ofTrouble(known, texts))
        .orElseGet(
            () ->
                new EmptyText(
                    texts.text("empty.note"),
                    List.of(
                        point("layers", "empty.set", texts),
                        point("activity", "empty.rate", texts),
                        point("prune", "empty.prune", texts))));
  }

  private static EmptyText ofTrouble(Trouble trouble, UiTexts texts) {
    long saves = trouble.saves().count();
    String note =
        saves > 0
            ? texts.text("empty.unsaved.note", saves)
            : trouble.images() > 0
                ? texts.text("empty.left.note", trouble.images())
                : SavesText.inWeek(trouble.saves());
    return new EmptyText(
        note,
        List.of(
            cause(trouble, texts),
            trouble.images() > 0 ? naming(trouble, texts) : point("activity", "empty.again", texts),
            point("download", trouble.nameable() > 0 ? "empty.or-ahead" : "empty.ahead", texts)));
  }

  private static Point cause(Trouble trouble, UiTexts texts) {
    if (trouble.saves().count() == 0 && trouble.images() == 0) {
      return point("alert", "empty.cause.unexplained", texts);
    }
    String title = texts.text(trouble.lasting() ? "empty.cause.lasting" : "empty.cause.past");
    Optional<String> reason = trouble.saves().reason().flatMap(FailureText::brief);
    String note =
        trouble.saves().isNameRefused()
            ? texts.text("empty.cause.name")
            : reason
                .map(why -> texts.text("empty.cause.reason", why))
                .orElseGet(() -> texts.text("empty.cause.unknown"));
    return new Point("alert", title, note);
  }

  private static Point naming(Trouble trouble, UiTexts texts) {
    if (trouble.nameable() > 0) {
      return new Point(
          "tag",
          texts.text("empty.naming.some.title", trouble.nameable()),
          texts.text("empty.naming.some.note"));
    }
    return point("tag", trouble.reading() ? "empty.naming.reading" : "empty.naming.none", texts);
  }

  private static Point point(String icon, String key, UiTexts texts) {
    return new Point(icon, texts.text(key + ".title"), texts.text(key + ".note"));
  }
}
