package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.PackageLabel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pane shows of one image. All text in it is harmless to show.
 *
 * @param languageClass brings its language's colours
 * @param repository the part of the reference up to and with the colon
 * @param tag the part after the colon
 * @param marks what it is or does, as tags
 * @param image the image itself
 * @param size what it takes
 * @param packages its packages, as requested
 * @param containers the containers made from it; where they are not known, one line says so
 * @param labels its labels by name
 * @param references all its references, foreign ones included
 */
public record Details(
    String languageClass,
    String repository,
    String tag,
    List<Mark> marks,
    EngineImage image,
    SizeText size,
    List<Line> packages,
    List<Line> containers,
    List<Line> labels,
    List<Line> references) {
  private static final int MAX_LABEL = 2000;

  /** Copies the lists, so that the record never changes. */
  public Details {
    marks = List.copyOf(marks);
    packages = List.copyOf(packages);
    containers = List.copyOf(containers);
    labels = List.copyOf(labels);
    references = List.copyOf(references);
  }

  /**
   * A tag.
   *
   * @param text its words
   * @param styleClass its colours
   * @param icon its icon; empty for none
   */
  public record Mark(String text, String styleClass, String icon) {}

  /**
   * A line of a list.
   *
   * @param name what stands at the left
   * @param value what stands at the right; may be empty
   */
  public record Line(String name, String value) {}

  /** Reads an image's row; groups have no details. */
  public static Optional<Details> of(TableRow row, CacheView view, UiTexts texts) {
    return switch (row) {
      case ImageRow image -> Optional.of(of(image, view, texts));
      case BaseRow base -> Optional.of(of(base, texts));
      case GroupRow _, MoreRow _ -> Optional.empty();
    };
  }

  private static Details of(ImageRow row, CacheView view, UiTexts texts) {
    return details(
        row.languageClass(),
        row.image().reference().toString(),
        marks(row, view, texts),
        row.image().image(),
        row.own(),
        row.packages(),
        row.image().users(),
        texts);
  }

  private static Details of(BaseRow row, UiTexts texts) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(texts.text("details.base"), "plain", "layers"));
    addUse(row.image().users(), marks);
    return details(
        row.languageClass(),
        row.image().reference().toString(),
        marks,
        row.image().image(),
        row.own(),
        List.of(),
        row.image().users(),
        texts);
  }

  private static Details details(
      String languageClass,
      String reference,
      List<Mark> marks,
      EngineImage image,
      Optional<ByteCount> own,
      List<PackageLabel> packages,
      Users users,
      UiTexts texts) {
    int colon = reference.indexOf(':') + 1;
    return new Details(
        languageClass,
        reference.substring(0, colon),
        reference.substring(colon),
        marks,
        image,
        SizeText.of(image, own),
        packages.stream().map(name -> new Line(name.name(), name.version())).toList(),
        containers(users, texts),
        image.labels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(label -> new Line(PlainText.line(label.getKey()), shortened(label.getValue())))
            .toList(),
        image.references().stream().map(name -> new Line(PlainText.line(name), "")).toList());
  }

  private static List<Line> containers(Users users, UiTexts texts) {
    return users.known()
        ? users.containers().stream()
            .sorted(Comparator.comparing(EngineContainer::name))
            .map(
                container ->
                    new Line(
                        PlainText.line(container.name()),
                        texts.text(container.running() ? "details.running" : "details.stopped")))
            .toList()
        : List.of(new Line(texts.text("details.users.unknown"), ""));
  }

  private static List<Mark> marks(ImageRow row, CacheView view, UiTexts texts) {
    List<Mark> marks = new ArrayList<>();
    addUse(row.image().users(), marks);
    if (row.pinned()) {
      marks.add(new Mark(ReasonText.brief(new KeepReason.Pinned()), "plain", "pin"));
    }
    if (row.goes()) {
      marks.add(new Mark(texts.text("details.goes"), "warn", "goes"));
    }
    view.prune().kept().stream()
        .filter(kept -> kept.image().engineReference().equals(row.key()))
        .map(KeptImage::reason)
        .filter(
            reason ->
                !(reason instanceof KeepReason.InUse) && !(reason instanceof KeepReason.Pinned))
        .map(reason -> new Mark(ReasonText.brief(reason), "plain", ""))
        .forEach(marks::add);
    return marks;
  }

  private static void addUse(Users users, List<Mark> marks) {
    if (!users.containers().isEmpty()) {
      KeepReason use = new KeepReason.InUse(users.names());
      marks.add(new Mark(ReasonText.brief(use), "ok", "use"));
    }
  }

  private static String shortened(String value) {
    return PlainText.line(value.length() > MAX_LABEL ? value.substring(0, MAX_LABEL) + "…" : value);
  }

  /**
   * Labels without what all their names begin with, which says nothing and takes the room.
   *
   * @param prefix what all names begin with, up to and with a dot; may be empty
   * @param lines the labels with the rest of their names
   */
  record LabelNames(String prefix, List<Line> lines) {
    LabelNames {
      lines = List.copyOf(lines);
    }

    static LabelNames of(List<Line> labels) {
      String prefix = labels.size() < 2 ? "" : dotted(labels.getFirst().name());
      for (Line label : labels) {
        while (!label.name().startsWith(prefix)) {
          prefix = dotted(prefix.substring(0, prefix.length() - 1));
        }
      }
      int length = prefix.length();
      return new LabelNames(
          prefix,
          labels.stream()
              .map(label -> new Line(label.name().substring(length), label.value()))
              .toList());
    }

    private static String dotted(String text) {
      return text.substring(0, text.lastIndexOf('.') + 1);
    }
  }
}
