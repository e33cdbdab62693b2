package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.catalog.ImageParts;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the pane shows of one image. All text in it is harmless to show.
 *
 * @param languageClass brings its language's colours
 * @param repository the part of the reference up to and with the colon
 * @param tag the part after the colon
 * @param marks what it is or does, as tags
 * @param saving what it saved lately, or that it saved nothing; empty where that is not known
 * @param image the image itself
 * @param cached the cached image; empty for a base image
 * @param size what it takes
 * @param parts what it is made of; empty while layers are being measured
 * @param baseName what it was made from
 * @param layers its layers, the newest first
 * @param packages its packages, as requested
 * @param containers the containers made from it; where they are not known, one line says so
 * @param info what rarely matters
 */
record Details(
    String languageClass,
    String repository,
    String tag,
    List<Mark> marks,
    String saving,
    EngineImage image,
    Optional<CachedImage> cached,
    SizeText size,
    Optional<ImageParts> parts,
    String baseName,
    List<LayerRow> layers,
    List<Line> packages,
    List<Line> containers,
    List<InfoLine> info) {
  Details {
    marks = List.copyOf(marks);
    layers = List.copyOf(layers);
    packages = List.copyOf(packages);
    containers = List.copyOf(containers);
    info = List.copyOf(info);
  }

  /**
   * A tag.
   *
   * @param text its words
   * @param styleClass its colours
   * @param icon its icon; empty for none
   */
  record Mark(String text, String styleClass, String icon) {}

  /**
   * A line of a list.
   *
   * @param name what stands at the left
   * @param value what stands at the right; may be empty
   */
  record Line(String name, String value) {}

  /**
   * Reads an image's row; groups have no details. Takes time with many images: not for the FX
   * thread.
   */
  static Optional<Details> of(TableRow row, CacheView view, UiTexts texts) {
    return switch (row) {
      case ImageRow image ->
          Optional.of(
              details(
                  row,
                  image.image().image(),
                  Optional.of(image.image()),
                  marks(image, view, texts),
                  SavingText.of(image, view, texts),
                  lines(image.packages()),
                  image.image().users(),
                  view,
                  texts));
      case BaseRow base -> {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(texts.text("details.base"), "plain", "layers"));
        addUse(base.image().users(), marks);
        yield Optional.of(
            details(
                row,
                base.image().image(),
                Optional.empty(),
                marks,
                "",
                List.of(),
                base.image().users(),
                view,
                texts));
      }
      case GroupRow _, MoreRow _, InstallingRow _ -> Optional.empty();
    };
  }

  private static Details details(
      TableRow row,
      EngineImage image,
      Optional<CachedImage> cached,
      List<Mark> marks,
      String saving,
      List<Line> packages,
      Users users,
      CacheView view,
      UiTexts texts) {
    String reference = row.imageName().orElse("");
    int colon = reference.indexOf(':') + 1;
    Catalog catalog = view.state().catalog();
    Optional<ImageParts> parts = catalog.parts(image);
    if (parts.flatMap(known -> known.base().outdated(image, catalog.snapshot())).orElse(false)) {
      marks.add(new Mark(texts.text("details.outdated"), "warn", "alert"));
    }
    boolean freed = cached.isPresent() && image.references().size() == 1;
    return new Details(
        row.languageClass(),
        reference.substring(0, colon),
        reference.substring(colon),
        marks,
        saving,
        image,
        cached,
        SizeText.of(image, parts, freed, texts),
        parts,
        baseName(image, parts, texts),
        parts.map(known -> LayerRow.of(known, texts)).orElse(List.of()),
        packages,
        containers(users, texts),
        InfoLine.of(image, reference, parts.map(ImageParts::base), view, texts));
  }

  private static String baseName(EngineImage image, Optional<ImageParts> parts, UiTexts texts) {
    return parts
        .map(ImageParts::base)
        .flatMap((ImageBase base) -> base.name(image))
        .map(PlainText::line)
        .orElseGet(() -> texts.text("details.base"));
  }

  private static List<Line> lines(List<PackageLabel> packages) {
    return packages.stream().map(name -> new Line(name.name(), name.version())).toList();
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
    WorthText.mark(view.worth(row.image()), texts).ifPresent(marks::add);
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
}
